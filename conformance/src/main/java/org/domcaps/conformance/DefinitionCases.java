package org.domcaps.conformance;

import org.domcaps.conformance.CaseResult.Failed;
import org.domcaps.conformance.CaseResult.Passed;
import org.domcaps.conformance.CaseResult.Skipped;
import org.domcaps.conformance.CpuCases.Named;
import org.domcaps.cpu.BaselineOptions;
import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuDefinitionReader;
import org.domcaps.cpu.CpuDefinitionWriter;
import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.CpuOperations;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.IncompatibleCpuException;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.xml.XmlElement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The cases of hand-written CPU definitions: baselines, settled definitions and definitions of
/// started guests.
final class DefinitionCases {

    private static final String NO_RULES = "libvirt has no CPU rules for the architecture";
    private static final String XML = ".xml";
    private static final String RESULT = "-result.xml";
    private static final List<String> VARIANTS = List.of("-result", "-expanded", "-migratable");

    private final CaseFolder folder;
    private final String prefix;
    private final String baselinePrefix;
    private final Optional<CpuOperations> operations;

    DefinitionCases(CaseFolder folder, Arch arch, Release release) {
        this.folder = folder;
        this.prefix = arch.xmlName() + "-";
        this.baselinePrefix = prefix + "baseline-";
        this.operations = CpuFamilies.of(arch, release).map(CpuFamily::operations);
    }

    /// Appends every case of the folder.
    void find(List<Named> cases) {
        for (String file : folder.files()) {
            if (!file.startsWith(prefix)
                    || !file.endsWith(XML)
                    || file.startsWith(prefix + "cpuid-")) {
                continue;
            }
            if (file.startsWith(baselinePrefix)) {
                baselines(file, cases);
            } else if (file.endsWith(RESULT)) {
                add(cases, file, () -> started(file));
            } else if (file.indexOf('+') >= 0) {
                add(cases, file, () -> settled(file));
            }
        }
    }

    private void add(List<Named> cases, String file, CpuCases.Case body) {
        String name = file.substring(0, file.length() - XML.length());
        boolean built = operations.isPresent();
        cases.add(new Named(name, built ? body : () -> new Skipped(name, NO_RULES)));
    }

    private void baselines(String file, List<Named> cases) {
        String stem = file.substring(0, file.length() - XML.length());
        for (String variant : VARIANTS) {
            if (stem.endsWith(variant)
                    && folder.has(stem.substring(0, stem.length() - variant.length()) + XML)) {
                return;
            }
        }
        boolean hasResult = false;
        for (String variant : VARIANTS) {
            if (folder.has(stem + variant + XML)) {
                hasResult = true;
                add(cases, stem + variant + XML, () -> baseline(stem, variant));
            }
        }
        if (!hasResult) {
            add(cases, file, () -> impossibleBaseline(stem));
        }
    }

    private GuestCpu baseline(String stem, BaselineOptions options) {
        List<CpuDefinition> cpus = new ArrayList<>();
        for (XmlElement cpu : folder.xml(stem + XML).children("cpu")) {
            cpus.add(CpuDefinitionReader.read(cpu));
        }
        return operations.orElseThrow().baseline(cpus, options);
    }

    private CaseResult baseline(String stem, String variant) {
        GuestCpu baseline =
                baseline(
                        stem, new BaselineOptions(variant.equals("-migratable"), Optional.empty()));
        if (variant.equals("-expanded")) {
            baseline = operations.orElseThrow().expand(baseline);
        }
        String expected = folder.text(stem + variant + XML);
        return CpuCases.compare(stem + variant, expected, CpuDefinitionWriter.write(baseline));
    }

    private CaseResult impossibleBaseline(String stem) {
        try {
            GuestCpu baseline = baseline(stem, BaselineOptions.NONE);
            return new Failed(
                    stem, "no baseline, as no file has one\n", CpuDefinitionWriter.write(baseline));
        } catch (IncompatibleCpuException | UnknownCpuNameException e) {
            return new Passed(stem, e.libvirtMessage() + "\n");
        }
    }

    /// `HOST+CPU.xml`
    private CaseResult settled(String file) {
        String name = file.substring(0, file.length() - XML.length());
        Optional<Pair> pair = pair(name.substring(prefix.length()));
        if (pair.isEmpty()) {
            return new Skipped(
                    name, "the two definitions that its name joins are not in the folder");
        }
        if (isModelWithoutName(folder.xml(file))) {
            return new Skipped(
                    name,
                    "the file has a <model> without a name, which only older releases wrote; the"
                            + " tests of this one no longer read it");
        }
        CpuOperations judge = operations.orElseThrow();
        GuestCpu settled = judge.update(pair.get().guest(), judge.migratable(pair.get().host()));
        return CpuCases.compare(name, folder.text(file), CpuDefinitionWriter.write(settled));
    }

    private static boolean isModelWithoutName(XmlElement cpu) {
        Optional<XmlElement> model = cpu.child("model");
        return model.isPresent()
                && model.get().text().isBlank()
                && model.get().attribute("vendor_id").isEmpty();
    }

    /// `HOST+CPU-result.xml` or `HOST+CPU,LIST-result.xml`
    private CaseResult started(String file) {
        String name = file.substring(0, file.length() - XML.length());
        String joined = file.substring(prefix.length(), file.length() - RESULT.length());
        int comma = joined.indexOf(',');
        Optional<Pair> pair = pair(comma < 0 ? joined : joined.substring(0, comma));
        if (pair.isEmpty()) {
            return new Skipped(
                    name, "the two definitions that its name joins are not in the folder");
        }
        Optional<List<String>> models = Optional.empty();
        if (comma >= 0) {
            models = CpuDefinitionReader.readGuest(folder.xml(file)).modelName().map(List::of);
        }
        GuestCpu started =
                operations.orElseThrow().forGuest(pair.get().host(), pair.get().guest(), models);
        return CpuCases.compare(name, folder.text(file), CpuDefinitionWriter.write(started));
    }

    private record Pair(CpuDefinition host, GuestCpu guest) {}

    /// Takes `HOST+CPU` apart at the first plus sign that leaves the names of two files; either
    /// name may have one too.
    private Optional<Pair> pair(String joined) {
        for (int plus = joined.indexOf('+'); plus >= 0; plus = joined.indexOf('+', plus + 1)) {
            String host = prefix + joined.substring(0, plus) + XML;
            String guest = prefix + joined.substring(plus + 1) + XML;
            if (folder.has(host) && folder.has(guest)) {
                return Optional.of(
                        new Pair(
                                CpuDefinitionReader.read(folder.xml(host)),
                                CpuDefinitionReader.readGuest(folder.xml(guest))));
            }
        }
        return Optional.empty();
    }
}
