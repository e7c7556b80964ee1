package org.domcaps.decide.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuDefinitionReader;
import org.domcaps.cpu.CpuDefinitionWriter;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.IncompatibleCpuException;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.document.Arch;
import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.testkit.Corpus;
import org.domcaps.xml.XmlElement;
import org.domcaps.xml.XmlReader;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Baselines and comparisons of libvirt's own test data come out the same, although the order of
/// inputs does not count here. What libvirt says of each comparison is in the table beside the
/// specifications.
class LibvirtCasesTest {

    private static final List<String> VARIANTS = List.of("-result", "-expanded", "-migratable");

    @Test
    void baselinesAreThoseOfLibvirt() throws IOException {
        Path folder = folder();
        List<String> same = new ArrayList<>();
        List<String> different = new ArrayList<>();
        for (Path file : files(folder, "-baseline-")) {
            String stem = stem(file);
            Arch arch = arch(stem);
            boolean expected = false;
            for (String variant : VARIANTS) {
                Path wanted = folder.resolve(stem + variant + ".xml");
                if (Files.exists(wanted)) {
                    expected = true;
                    String ours = baseline(file, arch, variant);
                    boolean equal = ours.equals(Files.readString(wanted));
                    (equal ? same : different).add(stem + variant + (equal ? "" : ": " + ours));
                }
            }
            if (!expected && isInput(folder, stem)) {
                String ours = baseline(file, arch, "");
                // POWER processors of different models have the oldest one's mode in common, which
                // libvirt does not look for.
                boolean beyond = arch == Arch.PPC64 && ours.startsWith("<cpu mode='host-model'>");
                boolean none = !ours.startsWith("<cpu") || beyond;
                (none ? same : different).add(stem + ": " + ours);
            }
        }
        assertThat(different).isEmpty();
        assertThat(same).hasSizeGreaterThan(12);
    }

    /// No file of the folder names the inputs of these, the table does.
    @Test
    void baselinesOfRecordedProcessorsAreThoseOfLibvirt() throws IOException {
        Path folder = folder();
        List<String> different = new ArrayList<>();
        int tried = 0;
        for (JsonObject each : cases("cpuid_baseline_cases")) {
            String label = each.findString("label").orElseThrow();
            Path wanted = folder.resolve("x86_64-cpuid-baseline-" + label + ".xml");
            List<CpuDefinition> inputs = new ArrayList<>();
            for (JsonValue name : each.findArray("inputs").orElseThrow()) {
                Path file =
                        folder.resolve(
                                "x86_64-cpuid-"
                                        + ((JsonValue.JsonString) name).text()
                                        + "-json.xml");
                if (Files.exists(file)) {
                    inputs.add(cpu(file));
                }
            }
            if (inputs.size() == 2 && Files.exists(wanted)) {
                tried++;
                String ours = baseline(inputs, Arch.X86_64, "");
                if (!ours.equals(Files.readString(wanted))) {
                    different.add(label + ": " + ours);
                }
            }
        }
        assertThat(different).isEmpty();
        assumeTrue(tried > 0, "the recordings of these processors are not in this corpus");
    }

    @Test
    void comparisonsAreThoseOfLibvirt() throws IOException {
        Path folder = folder();
        List<String> different = new ArrayList<>();
        int tried = 0;
        for (JsonObject each : cases("compare_cases")) {
            String arch = each.findString("arch").orElseThrow();
            Path host = folder.resolve(arch + "-" + each.findString("host").orElseThrow() + ".xml");
            Path cpu = folder.resolve(arch + "-" + each.findString("cpu").orElseThrow() + ".xml");
            if (!Files.exists(host) || !Files.exists(cpu)) {
                continue;
            }
            tried++;
            String libvirt = each.findString("result").orElseThrow();
            CpuComparison ours =
                    new CpuComparer(false, Arch.find(arch).orElseThrow())
                            .compare(CpuOffer.of(cpu(host), Optional.empty()), cpu(cpu));
            if (!ours.relation().word().equals(libvirt)
                    && !saysMore(arch, ours.relation(), libvirt)) {
                different.add(
                        stem(host) + " " + stem(cpu) + ": libvirt " + libvirt + ", ours " + ours);
            }
        }
        assertThat(different).isEmpty();
        assertThat(tried).isPositive();
    }

    /// libvirt has no word for a subset, an error where it does not know a name, and no look at
    /// what a POWER processor can run as one of the generations before it.
    private static boolean saysMore(String arch, CpuRelation ours, String libvirt) {
        return ours == CpuRelation.SUBSET && libvirt.equals("incompatible")
                || arch.equals("ppc64")
                        && ours == CpuRelation.SUPERSET
                        && libvirt.equals("incompatible")
                || ours == CpuRelation.UNKNOWN && libvirt.equals("error");
    }

    private static Path folder() {
        Optional<Path> folder = Corpus.find("corpus/tests/cputestdata");
        assumeTrue(folder.isPresent(), Corpus.MISSING);
        return folder.get();
    }

    private static List<JsonObject> cases(String kind) throws IOException {
        Optional<Path> table = Corpus.find("facts/cpu_corpus.json");
        assumeTrue(table.isPresent(), Corpus.MISSING);
        List<JsonObject> cases = new ArrayList<>();
        for (JsonValue item :
                JsonReader.readObject(Files.readAllBytes(table.get()))
                        .findArray(kind)
                        .orElseThrow()) {
            cases.add((JsonObject) item);
        }
        return cases;
    }

    private static List<Path> files(Path folder, String part) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(
                            file -> {
                                String name = file.getFileName().toString();
                                return name.endsWith(".xml")
                                        && name.contains(part)
                                        && !name.contains("-cpuid-");
                            })
                    .sorted()
                    .toList();
        }
    }

    private static boolean isInput(Path folder, String stem) {
        for (String variant : VARIANTS) {
            boolean ofAnother =
                    stem.endsWith(variant)
                            && Files.exists(
                                    folder.resolve(
                                            stem.substring(0, stem.length() - variant.length())
                                                    + ".xml"));
            if (ofAnother) {
                return false;
            }
        }
        return true;
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".xml".length());
    }

    private static Arch arch(String stem) {
        return Arch.find(stem.substring(0, stem.indexOf('-'))).orElseThrow();
    }

    private static CpuDefinition cpu(Path file) throws IOException {
        return CpuDefinitionReader.read(XmlReader.read(Files.readAllBytes(file)));
    }

    private static String baseline(Path file, Arch arch, String variant) throws IOException {
        List<CpuDefinition> cpus = new ArrayList<>();
        for (XmlElement element : XmlReader.read(Files.readAllBytes(file)).children("cpu")) {
            cpus.add(CpuDefinitionReader.read(element));
        }
        return baseline(cpus, arch, variant);
    }

    private static String baseline(List<CpuDefinition> cpus, Arch arch, String variant) {
        HostSet.Builder<CpuOffer> hosts = new HostSet.Builder<>();
        for (CpuDefinition cpu : cpus) {
            hosts.add("host" + hosts.build().hostCount(), CpuOffer.of(cpu, Optional.empty()));
        }
        boolean migratable = variant.equals("-migratable");
        try {
            GuestCpu cpu = new BaselineFinder(migratable, arch).find(hosts.build()).cpu();
            if (variant.equals("-expanded")) {
                cpu = new CpuExpander(arch, CpuOffer.mapRelease()).expand(cpu, false);
            }
            return CpuDefinitionWriter.write(cpu);
        } catch (IncompatibleCpuException | UnknownCpuNameException e) {
            return e.getMessage();
        }
    }
}
