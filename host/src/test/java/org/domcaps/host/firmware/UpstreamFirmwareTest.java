package org.domcaps.host.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.host.FakeMachine;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostPart;
import org.domcaps.json.JsonReader;
import org.domcaps.testkit.Corpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The descriptor trees of libvirt's own tests and what libvirt answers about them.
class UpstreamFirmwareTest {

    @TempDir private Path folder;

    private FirmwareFacts facts;

    @BeforeEach
    void gather() throws IOException {
        Optional<Path> corpus = Corpus.find("corpus/tests/qemufirmwaredata");
        assumeTrue(corpus.isPresent(), Corpus.MISSING);
        copy(corpus.get());
        facts =
                new FakeMachine(folder)
                        .probe(FakeMachine.session("/home/user"))
                        .gather(Set.of(HostPart.FIRMWARE))
                        .firmware()
                        .withImages(new Images.AllExist());
    }

    /// A checkout may hold symbolic links as files with the target in them.
    private void copy(Path corpus) throws IOException {
        try (Stream<Path> tree = Files.walk(corpus)) {
            for (Path from : (Iterable<Path>) tree.filter(Files::isRegularFile)::iterator) {
                Path to = folder.resolve(corpus.relativize(from).toString());
                Files.createDirectories(to.getParent());
                String text = Files.readString(from);
                if (text.startsWith("../")) {
                    Files.createSymbolicLink(to, Path.of(text.strip()));
                } else {
                    Files.writeString(to, text);
                }
            }
        }
    }

    @Test
    void twentyFilesTakePartInOrder() {
        List<String> seen =
                facts.files().stream()
                        .map(file ->
                                (file.path().startsWith("/etc/") ? "E " : "U ")
                                        + file.name().replace(".json", ""))
                        .toList();
        assertThat(seen)
                .containsExactly(
                        "E 20-bios",
                        "U 30-edk2-ovmf-4m-qcow2-x64-sb-enrolled",
                        "U 31-edk2-ovmf-2m-raw-x64-sb-enrolled",
                        "U 40-edk2-ovmf-4m-qcow2-x64-sb",
                        "U 41-edk2-ovmf-2m-raw-x64-sb",
                        "U 50-edk2-aarch64-qcow2",
                        "U 50-edk2-loongarch64",
                        "U 50-edk2-ovmf-4m-qcow2-x64-nosb",
                        "U 50-edk2-ovmf-x64-microvm",
                        "U 50-edk2-riscv-qcow2",
                        "U 51-edk2-aarch64-raw",
                        "U 51-edk2-ovmf-2m-raw-x64-nosb",
                        "U 52-edk2-aarch64-verbose-qcow2",
                        "U 53-edk2-aarch64-verbose-raw",
                        "E 59-combined",
                        "U 60-edk2-ovmf-x64-amdsev",
                        "U 60-edk2-ovmf-x64-inteltdx",
                        "U 90-combined",
                        "U 91-bios",
                        "U 93-invalid");
        FirmwareOffer any = offer(Arch.X86_64, "none");
        assertThat(any.verdicts())
                .filteredOn(
                        verdict -> verdict.outcome() instanceof DescriptorVerdict.Outcome.Rejected)
                .extracting(verdict -> verdict.file().name())
                .containsExactly("93-invalid.json");
    }

    private FirmwareOffer offer(Arch arch, String machine) {
        return facts.offer(arch, machine, Release.OLDEST);
    }

    private void check(Arch arch, String machine, String flags, String... pairs) {
        FirmwareOffer offer = offer(arch, machine);
        List<String> found = new ArrayList<>();
        if (offer.bios()) {
            found.add("BIOS");
        }
        if (offer.efi()) {
            found.add("EFI");
        }
        if (offer.requiresSmm()) {
            found.add("SECURE");
        }
        assertThat(String.join(" ", found)).isEqualTo(flags);
        assertThat(offer.pairs().stream().map(UpstreamFirmwareTest::brief)).containsExactly(pairs);
    }

    private static String brief(LoaderPair pair) {
        return name(pair.image())
                + "("
                + pair.template().map(UpstreamFirmwareTest::name).orElse("-")
                + ")";
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void pcOnX86() {
        check(
                Arch.X86_64,
                "pc-i440fx-3.1",
                "BIOS EFI",
                "bios-256k.bin(-)",
                "OVMF_CODE_4M.qcow2(OVMF_VARS_4M.qcow2)",
                "OVMF_CODE.fd(OVMF_VARS.fd)");
        check(Arch.I686, "pc-i440fx-3.1", "BIOS", "bios-256k.bin(-)");
    }

    @Test
    void q35OnX86() {
        check(
                Arch.X86_64,
                "pc-q35-3.1",
                "BIOS EFI SECURE",
                "bios-256k.bin(-)",
                "OVMF_CODE_4M.secboot.qcow2(OVMF_VARS_4M.secboot.qcow2)",
                "OVMF_CODE.secboot.fd(OVMF_VARS.secboot.fd)",
                "OVMF_CODE_4M.secboot.qcow2(OVMF_VARS_4M.qcow2)",
                "OVMF_CODE.secboot.fd(OVMF_VARS.fd)",
                "OVMF_CODE_4M.qcow2(OVMF_VARS_4M.qcow2)",
                "OVMF_CODE.fd(OVMF_VARS.fd)",
                "OVMF.secboot.fd(-)",
                "OVMF.amdsev.fd(-)",
                "OVMF.inteltdx.secboot.fd(-)");
        check(Arch.I686, "pc-q35-3.1", "BIOS", "bios-256k.bin(-)");
    }

    @Test
    void otherMachines() {
        check(Arch.X86_64, "microvm", "EFI", "MICROVM.fd(-)");
        check(
                Arch.AARCH64,
                "virt-3.1",
                "EFI",
                "QEMU_EFI-silent-pflash.qcow2(vars-template-pflash.qcow2)",
                "QEMU_EFI-silent-pflash.raw(vars-template-pflash.raw)",
                "QEMU_EFI-pflash.qcow2(vars-template-pflash.qcow2)",
                "QEMU_EFI-pflash.raw(vars-template-pflash.raw)");
        check(Arch.RISCV64, "virt", "EFI", "RISCV_VIRT_CODE.qcow2(RISCV_VIRT_VARS.qcow2)");
    }

    @Test
    void theDocumentedHostOfTheTestsAnswersTheSame() throws IOException {
        HostFacts documented =
                HostFacts.fromJson(
                        JsonReader.read(
                                Files.readAllBytes(
                                        Path.of(
                                                "../docs/host-facts/libvirt-10.7-tests-host-facts.json"))));
        for (Arch arch : Arch.values()) {
            for (String machine :
                    List.of(
                            "pc-i440fx-9.1",
                            "pc-q35-9.1",
                            "isapc",
                            "microvm",
                            "virt",
                            "virt-9.1",
                            "s390-ccw-virtio-9.1")) {
                FirmwareOffer real = offer(arch, machine);
                FirmwareOffer reduced = documented.firmware().offer(arch, machine, Release.OLDEST);
                assertThat(reduced.interfaces())
                        .as(arch + " " + machine)
                        .isEqualTo(real.interfaces());
                assertThat(reduced.requiresSmm())
                        .as(arch + " " + machine)
                        .isEqualTo(real.requiresSmm());
                FirmwareOffer newest = documented.firmware().offer(arch, machine, Release.NEWEST);
                FirmwareOffer realNewest = facts.offer(arch, machine, Release.NEWEST);
                assertThat(newest.secureBoot())
                        .as(arch + " " + machine)
                        .isEqualTo(realNewest.secureBoot());
                assertThat(newest.enrolledKeys())
                        .as(arch + " " + machine)
                        .isEqualTo(realNewest.enrolledKeys());
            }
        }
    }
}
