package org.domcaps.decide.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.domcaps.cpu.CpuDefinitionReader;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.decide.RecordedDocuments;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.document.Arch;
import org.domcaps.document.DocumentReader;
import org.domcaps.document.DocumentWriter;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.FeaturePolicy;
import org.domcaps.document.Release;
import org.domcaps.xml.XmlReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// What the installed libvirt says to `hypervisor-cpu-baseline` and `hypervisor-cpu-compare` about
/// its own documents, beside what is said here.
///
/// Known differences: features stand in the order of the CPU map, which is sorted otherwise in old
/// releases; and a libvirt before 10.9 switches off what its emulator cannot do although its
/// documents do not list it, so that nobody who has just the documents can know.
@Tag("live")
class LibvirtLiveTest {

    private static final List<String> MODELS =
            List.of("486", "core2duo", "kvm64", "qemu64", "Westmere", "Nehalem", "EPYC");

    @TempDir Path folder;

    @Test
    void baselinesAndComparisonsAreThoseOfTheInstalledLibvirt() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/virsh")), "virsh is not installed");
        assumeTrue(Files.isWritable(Path.of("/dev/kvm")), "/dev/kvm cannot be used");
        Path configuration = Files.createDirectories(folder.resolve("etc"));
        Files.writeString(
                configuration.resolve("qemu.conf"), "user = \"root\"\ngroup = \"root\"\n");
        for (String type : List.of("kvm", "qemu")) {
            DomainCapabilities document =
                    DocumentReader.read(bytes(virsh("domcapabilities --virttype " + type)));
            assumeTrue(document.hostModel().isPresent(), "no host-model here");
            boolean tellsBlockers =
                    document.customModels().stream().anyMatch(each -> !each.blockers().isEmpty());
            Random random = new Random(11);
            for (int count = 1; count <= 3; count++) {
                List<DomainCapabilities> documents = new ArrayList<>(List.of(document));
                while (documents.size() < count) {
                    documents.add(
                            withoutBits(RecordedDocuments.varied(document, random), document));
                }
                compareBaseline(documents, type, tellsBlockers);
            }
            for (String model : MODELS) {
                compareModel(document, type, model);
            }
        }
    }

    private void compareBaseline(
            List<DomainCapabilities> documents, String type, boolean tellsBlockers)
            throws Exception {
        StringBuilder all = new StringBuilder();
        HostSet.Builder<CpuOffer> hosts = new HostSet.Builder<>();
        for (int i = 0; i < documents.size(); i++) {
            all.append(text(documents.get(i)));
            hosts.add("host" + i, CpuOffer.of(documents.get(i)));
        }
        Path file = Files.writeString(folder.resolve("all.xml"), all);
        GuestCpu theirs =
                CpuDefinitionReader.readGuest(
                        XmlReader.read(
                                bytes(
                                        virsh(
                                                "hypervisor-cpu-baseline "
                                                        + file
                                                        + " --virttype "
                                                        + type))));
        GuestCpu ours = new BaselineFinder(false, Arch.X86_64).find(hosts.build()).cpu();

        assertThat(ours.model()).isEqualTo(theirs.model());
        assertThat(ours.vendor()).isEqualTo(theirs.vendor());
        Map<String, FeaturePolicy> left = policies(theirs);
        Map<String, FeaturePolicy> right = policies(ours);
        if (!tellsBlockers) {
            left.entrySet()
                    .removeIf(entry ->
                            entry.getValue() == FeaturePolicy.DISABLE
                                    && !right.containsKey(entry.getKey()));
        }
        assertThat(right).isEqualTo(left);
    }

    private void compareModel(DomainCapabilities document, String type, String model)
            throws Exception {
        String cpu = "<cpu mode='custom' match='exact'><model>" + model + "</model></cpu>";
        Path file = Files.writeString(folder.resolve("cpu.xml"), cpu);
        String theirs = virsh("hypervisor-cpu-compare " + file + " --virttype " + type);
        CpuRelation ours =
                new CpuComparer(false, Arch.X86_64)
                        .compare(
                                CpuOffer.of(document),
                                CpuDefinitionReader.read(XmlReader.read(bytes(cpu))))
                        .relation();
        String word = ours == CpuRelation.SUBSET ? CpuRelation.INCOMPATIBLE.word() : ours.word();

        assertThat(theirs).as(type + " " + model).contains(word);
    }

    private static Map<String, FeaturePolicy> policies(GuestCpu cpu) {
        Map<String, FeaturePolicy> policies = new TreeMap<>();
        for (CpuFeature feature : cpu.features()) {
            policies.put(feature.name(), feature.effectivePolicy());
        }
        return policies;
    }

    /// The address size of the original, since an old libvirt does not know the element.
    private static DomainCapabilities withoutBits(
            DomainCapabilities varied, DomainCapabilities original) {
        var model = varied.hostModel().orElseThrow();
        return RecordedDocuments.withHostModel(
                varied,
                new org.domcaps.document.Detail.HostModel(
                        model.model(),
                        model.fallback(),
                        model.vendor(),
                        original.hostModel().orElseThrow().maxPhysAddr(),
                        model.features()));
    }

    private static String text(DomainCapabilities document) {
        return new String(DocumentWriter.write(document, Release.NEWEST), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Runs one command; that of a comparison ends with 1 if the answer is no.
    private String virsh(String command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        "/usr/bin/virsh", "-q", "-c", "qemu:///embed?root=" + folder, command);
        builder.environment().put("LC_ALL", "C");
        Path errors = folder.resolve("virsh.err");
        Process virsh = builder.redirectError(errors.toFile()).start();
        String text = new String(virsh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        virsh.waitFor();
        return text + Files.readString(errors);
    }
}
