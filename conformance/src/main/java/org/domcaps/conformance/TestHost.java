package org.domcaps.conformance;

import org.domcaps.cpu.HostProcessor;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostFeature;
import org.domcaps.host.Machine;
import org.domcaps.host.RawCpu;
import org.domcaps.host.SevGuests;
import org.domcaps.host.Swtpm;
import org.domcaps.host.SwtpmFeature;
import org.domcaps.host.firmware.DescriptorReader;
import org.domcaps.host.firmware.FallbackLoaders;
import org.domcaps.host.firmware.FirmwareDirectories;
import org.domcaps.host.firmware.FirmwareFacts;
import org.domcaps.host.firmware.Images;
import org.domcaps.host.system.HostRoot;
import org.domcaps.qemu.Answers;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.SevFacts;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The host that libvirt's document test pretends to have; what it takes from the real world is
/// only the firmware descriptors below `qemufirmwaredata`.
final class TestHost {

    private static final int PHYSICAL_ADDRESS_BITS = 64;
    private static final List<String> LOADERS =
            List.of("/obviously/fake/firmware1.fd", "/obviously/fake/firmware2.fd");
    private static final List<String> DIRECTORIES =
            List.of("/usr/share/qemu/firmware", "/etc/qemu/firmware");
    private static final SevGuests SEV_GUESTS = new SevGuests.Counted(59, 450);
    private static final Release NEW_FORM = new Release(12, 0);

    private final HostFacts plain;
    private final Release release;

    /// A host with the descriptors below a folder that stands for `/`.
    TestHost(Path firmwareRoot, Release release) {
        FirmwareFacts firmware =
                new FirmwareDirectories(
                                new HostRoot(firmwareRoot), DIRECTORIES, DescriptorReader.parsing())
                        .gather(FallbackLoaders.BUILT_IN, Optional.empty());
        this.plain = HostFacts.plain().withFirmware(firmware.withImages(new Images.Given(LOADERS)));
        this.release = release;
    }

    /// The host for documents of an architecture and a version of QEMU.
    HostFacts facts(Arch arch, String version) {
        boolean tellsAddressSize = arch.family() != Arch.Family.S390;
        Set<HostFeature> features =
                EnumSet.of(
                        HostFeature.IOMMU_GROUPS,
                        HostFeature.VFIO_NODE,
                        HostFeature.PROTECTED_VIRTUALIZATION);
        HostFacts facts =
                plain.withMachine(
                                new Machine(
                                        arch,
                                        Optional.empty(),
                                        Optional.empty(),
                                        0,
                                        tellsAddressSize
                                                ? OptionalInt.of(PHYSICAL_ADDRESS_BITS)
                                                : OptionalInt.empty()))
                        .withRawCpu(processor(arch))
                        .withSevGuests(SEV_GUESTS)
                        .withSwtpm(swtpm(version));
        if (release.isAtLeast(NEW_FORM)) {
            features.add(HostFeature.IOMMUFD_NODE);
            facts = facts.withRdpHelper(Optional.of("/usr/bin/qemu-rdp"));
        }
        return facts.withFeatures(features);
    }

    /// The test's host CPU is a name without vendor and features where libvirt could read the
    /// processor, and unknown elsewhere.
    private static RawCpu processor(Arch arch) {
        return switch (arch.family()) {
            case X86 -> RawCpu.of(new HostProcessor.Simulated("Broadwell"));
            case PPC -> RawCpu.of(new HostProcessor.Simulated("POWER8"));
            case ARM, S390, RISCV, LOONGARCH, OTHER -> RawCpu.unknown();
        };
    }

    /// In the old test the TPM emulator's versions depend on the recording; the newer one has both
    /// everywhere.
    private Swtpm swtpm(String version) {
        if (release.isAtLeast(NEW_FORM) || version.startsWith("6.")) {
            return Swtpm.of(SwtpmFeature.TPM_1_2, SwtpmFeature.TPM_2_0);
        }
        boolean old =
                version.startsWith("3.") || version.startsWith("4.") || version.startsWith("5.");
        return Swtpm.of(old ? SwtpmFeature.TPM_1_2 : SwtpmFeature.TPM_2_0);
    }

    /// What the test does to the facts of a binary: VFIO is there whatever the binary says, and the
    /// processor id of SEV gets lost on the way through its cache.
    QemuFacts adjust(QemuFacts facts) {
        Set<String> yes = new LinkedHashSet<>(facts.answers().yes());
        yes.add("type vfio-pci");
        return facts.withAnswers(new Answers(yes))
                .withSev(
                        facts.sev()
                                .map(sev ->
                                        new SevFacts(
                                                sev.cbitpos(),
                                                sev.reducedPhysBits(),
                                                Optional.empty())));
    }
}
