package org.domcaps.conformance;

import org.domcaps.conformance.CpuCases.Named;
import org.domcaps.cpu.BaselineOptions;
import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuDefinitionReader;
import org.domcaps.cpu.CpuDefinitionWriter;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.CpuOperations;
import org.domcaps.cpu.CpuSignature;
import org.domcaps.cpu.CpuidDump;
import org.domcaps.cpu.CpuidDumpReader;
import org.domcaps.cpu.CpuidKey;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.HostModel;
import org.domcaps.cpu.HostModelInput;
import org.domcaps.cpu.IncompatibleCpuException;
import org.domcaps.cpu.SlotModel;
import org.domcaps.cpu.x86.FeatureSet;
import org.domcaps.cpu.x86.LiveUpdate;
import org.domcaps.cpu.x86.X86Data;
import org.domcaps.cpu.x86.X86Family;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The cases of recorded x86 processors.
final class CpuidCases {

    private static final List<String> SUFFIXES =
            List.of("-host", "-guest", "-json", "-enabled", "-disabled");
    private static final String BASELINE = "baseline-";

    private final CaseFolder folder;
    private final String prefix;
    private final X86Family family;

    CpuidCases(CaseFolder folder, Arch arch, Release release) {
        this.folder = folder;
        this.prefix = arch.xmlName() + "-cpuid-";
        this.family = new X86Family(arch, release);
    }

    /// Appends every case of the folder.
    void find(List<Named> cases) {
        for (String file : folder.files()) {
            Optional<String> name = CpuCases.between(file, prefix, ".xml");
            if (name.isEmpty() || isResult(name.get())) {
                continue;
            }
            if (name.get().startsWith(BASELINE)) {
                cases.add(new Named(prefix + name.get(), () -> baseline(prefix + name.get())));
            } else {
                machine(prefix + name.get(), cases);
            }
        }
    }

    /// Whether a file belongs to another one, from which its name differs by a suffix.
    private boolean isResult(String name) {
        for (String suffix : SUFFIXES) {
            if (name.endsWith(suffix)
                    && folder.has(
                            prefix + name.substring(0, name.length() - suffix.length()) + ".xml")) {
                return true;
            }
        }
        return false;
    }

    private void machine(String stem, List<Named> cases) {
        add(cases, stem, "-host", List.of("-host.xml"), () -> host(stem));
        add(cases, stem, "-guest", List.of("-guest.xml"), () -> guest(stem));
        add(cases, stem, "-signature", List.of(".sig"), () -> signature(stem));
        add(cases, stem, "-json", List.of(".json", "-json.xml"), () -> json(stem));
        add(cases, stem, "-json-signature", List.of(".json", ".sig"), () -> jsonSignature(stem));
        add(
                cases,
                stem,
                "-live-update",
                List.of("-guest.xml", "-enabled.xml", "-disabled.xml", "-json.xml"),
                () -> liveUpdate(stem));
    }

    /// Appends a case if all of its files are here.
    private void add(
            List<Named> cases, String stem, String kind, List<String> files, CpuCases.Case body) {
        for (String file : files) {
            if (!folder.has(stem + file)) {
                return;
            }
        }
        cases.add(new Named(stem + kind, body));
    }

    private CpuidDump dump(String file) {
        return CpuidDumpReader.read(folder.xml(file));
    }

    private CpuReplies replies(String stem) {
        return CpuReplies.parse(folder.text(stem + ".json"));
    }

    private CaseResult host(String stem) {
        String actual =
                family.describeHost(dump(stem + ".xml"))
                        .map(CpuDefinitionWriter::write)
                        .orElse("no model describes the processor");
        return CpuCases.compare(stem + "-host", folder.text(stem + "-host.xml"), actual);
    }

    private CaseResult guest(String stem) {
        CpuidDump dump = dump(stem + ".xml");
        String expected = folder.text(stem + "-guest.xml");
        List<SlotModel> definitions =
                folder.has(stem + ".json") ? replies(stem).definitions() : List.of();
        String limited = guest(dump, definitions);
        if (!limited.equals(expected) && guest(dump, List.of()).equals(expected)) {
            return new CaseResult.Passed(stem + "-guest", expected);
        }
        return CpuCases.compare(stem + "-guest", expected, limited);
    }

    private String guest(CpuidDump dump, List<SlotModel> definitions) {
        return family.describeGuest(dump, definitions)
                .map(CpuDefinitionWriter::write)
                .orElse("no model describes the processor");
    }

    private CaseResult signature(String stem) {
        CpuSignature signature =
                CpuSignature.ofWord(dump(stem + ".xml").read(CpuidKey.of(1)).eax());
        return CpuCases.compare(
                stem + "-signature", folder.text(stem + ".sig"), signature.describe());
    }

    private CaseResult json(String stem) {
        CpuReplies replies = replies(stem);
        String expected = folder.text(stem + "-json.xml");
        String limited = hostModel(replies, replies.definitions());
        if (!limited.equals(expected) && hostModel(replies, List.of()).equals(expected)) {
            return new CaseResult.Passed(stem + "-json", expected);
        }
        return CpuCases.compare(stem + "-json", expected, limited);
    }

    private String hostModel(CpuReplies replies, List<SlotModel> definitions) {
        HostModelInput input =
                new HostModelInput(
                        Arch.X86_64,
                        true,
                        Optional.of(replies.expansion()),
                        definitions,
                        true,
                        Optional.empty(),
                        OptionalInt.empty());
        return family.hostModel(input)
                .map(HostModel::toGuest)
                .map(CpuDefinitionWriter::write)
                .orElse("no model describes the processor");
    }

    private CaseResult jsonSignature(String stem) {
        String actual =
                X86Data.of(family.map(), replies(stem).expansion())
                        .map(data -> data.signature().describe())
                        .orElse("the vendor string has not 12 characters");
        return CpuCases.compare(stem + "-json-signature", folder.text(stem + ".sig"), actual);
    }

    private CaseResult liveUpdate(String stem) {
        FeatureSet enabled = X86Data.of(family.map(), dump(stem + "-enabled.xml")).features();
        FeatureSet disabled = X86Data.of(family.map(), dump(stem + "-disabled.xml")).features();
        GuestCpu guest = CpuDefinitionReader.readGuest(folder.xml(stem + "-guest.xml"));
        GuestCpu expected = CpuDefinitionReader.readGuest(folder.xml(stem + "-json.xml"));
        GuestCpu live = new LiveUpdate(family.map()).update(guest, enabled, disabled);
        return CpuCases.compare(stem + "-live-update", shown(expected), shown(live));
    }

    /// The features that a guest sees, one a line. Models may differ, because different features
    /// led to them.
    private String shown(GuestCpu guest) {
        StringBuilder text = new StringBuilder();
        for (CpuFeature feature : family.operations().expand(guest).features()) {
            if (feature.effectivePolicy().isShown()) {
                text.append(feature.name()).append('\n');
            }
        }
        return text.toString();
    }

    private CaseResult baseline(String stem) {
        String expected = folder.text(stem + ".xml");
        CpuOperations operations = family.operations();
        List<CpuDefinition> definitions = new ArrayList<>();
        for (String file : folder.files()) {
            if (CpuCases.between(file, prefix, "-json.xml").isPresent()) {
                definitions.add(CpuDefinitionReader.read(folder.xml(file)));
            }
        }
        for (int first = 0; first < definitions.size(); first++) {
            for (int second = first + 1; second < definitions.size(); second++) {
                if (isBaseline(
                        operations,
                        List.of(definitions.get(first), definitions.get(second)),
                        expected)) {
                    return new CaseResult.Passed(stem, expected);
                }
            }
        }
        return new CaseResult.Skipped(
                stem,
                "no file names the two definitions it was made of, and no two in the folder have"
                        + " this baseline");
    }

    private static boolean isBaseline(
            CpuOperations operations, List<CpuDefinition> cpus, String expected) {
        try {
            GuestCpu baseline = operations.baseline(cpus, BaselineOptions.NONE);
            if (!CpuDefinitionWriter.write(baseline).equals(expected)) {
                return false;
            }
            for (CpuDefinition cpu : cpus) {
                if (!operations.compare(cpu, baseline).isCompatible()) {
                    return false;
                }
            }
            return true;
        } catch (IncompatibleCpuException _) {
            // Two processors of different vendors, for example.
            return false;
        }
    }
}
