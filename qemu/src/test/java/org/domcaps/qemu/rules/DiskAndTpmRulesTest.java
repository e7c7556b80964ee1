package org.domcaps.qemu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domcaps.document.EnumKey.DISK_BUS;
import static org.domcaps.document.EnumKey.DISK_DEVICE;
import static org.domcaps.document.EnumKey.DISK_MODEL;
import static org.domcaps.document.EnumKey.RNG_MODEL;
import static org.domcaps.document.EnumKey.TPM_BACKEND_MODEL;
import static org.domcaps.document.EnumKey.TPM_BACKEND_VERSION;
import static org.domcaps.document.EnumKey.TPM_MODEL;

import org.domcaps.document.Arch;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// `<disk>`, its relatives among the random number generators, and `<tpm>`, written down once more
/// from the format's description.
class DiskAndTpmRulesTest {

    private final FakeSituation now = new FakeSituation();

    private List<String> values(EnumKey key) {
        return now.evaluator().values(key);
    }

    private void old() {
        now.release(Release.OLDEST);
    }

    @Test
    void disksOfABareQemu() {
        assertThat(values(DISK_DEVICE)).containsExactly("disk", "cdrom", "lun");
        assertThat(values(DISK_BUS)).containsExactly("ide", "scsi", "virtio");
        assertThat(values(DISK_MODEL)).containsExactly("virtio");
    }

    @Test
    void aFloppyNeededNoControllerBefore114() {
        now.release(11, 3);
        assertThat(values(DISK_DEVICE)).containsExactly("disk", "cdrom", "floppy", "lun");
        assertThat(values(DISK_BUS)).containsExactly("ide", "fdc", "scsi", "virtio");

        now.arch(Arch.PPC64).machine("pseries-9.1");
        assertThat(values(DISK_DEVICE)).containsExactly("disk", "cdrom", "lun");
        assertThat(values(DISK_BUS)).containsExactly("scsi", "virtio");
    }

    @ParameterizedTest
    @ValueSource(strings = {"isa-fdc", "sysbus-fdc"})
    void aFloppyNeedsAControllerSince114(String type) {
        now.types(type).release(11, 4);
        assertThat(values(DISK_DEVICE)).contains("floppy");
        assertThat(values(DISK_BUS)).contains("fdc");

        now.arch(Arch.PPC64).machine("pseries-9.1");
        assertThat(values(DISK_DEVICE)).doesNotContain("floppy");
        assertThat(values(DISK_BUS)).doesNotContain("fdc");
    }

    @Test
    void machinesOfDisksAreSeenWithTheBinarysArchitecture() {
        now.binary(Arch.PPC64).guest(Arch.PPC64LE).machine("pseries").release(11, 3);
        assertThat(values(DISK_DEVICE)).doesNotContain("floppy");

        now.binary(Arch.X86_64).guest(Arch.I686).machine("pc-i440fx-9.1");
        assertThat(values(DISK_BUS)).contains("ide");

        now.binary(Arch.ALPHA).guest(Arch.X86_64);
        assertThat(values(DISK_BUS)).doesNotContain("ide");
    }

    @ParameterizedTest
    @CsvSource({
        "X86_64, pc-i440fx-9.1, true", "X86_64, pc-q35-9.1, false", "X86_64, isapc, false",
        "X86_64, microvm, false", "X86_64, xenfv, false", "MIPS, malta, true",
        "SPARC64, sun4u, true", "PPC, g3beige, true", "AARCH64, virt-9.1, false"
    })
    void someMachinesHaveIdeBuiltIn(Arch arch, String machine, boolean ide) {
        assertThat(now.arch(arch).machine(machine).evaluator().values(DISK_BUS).contains("ide"))
                .isEqualTo(ide);
    }

    @Test
    void busesByType() {
        now.types("usb-storage", "ich9-ahci", "nvme-ns");
        assertThat(values(DISK_BUS))
                .containsExactly("ide", "scsi", "virtio", "usb", "sata", "nvme");

        now.release(11, 4);
        assertThat(values(DISK_BUS)).doesNotContain("nvme");
    }

    @Test
    void usbDisksThroughTheOtherTypeSince115() {
        now.types("usb-bot");
        assertThat(values(DISK_BUS)).contains("usb");

        now.release(11, 4);
        assertThat(values(DISK_BUS)).doesNotContain("usb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "virtio-blk-pci-transitional",
                "virtio-blk-pci-non-transitional",
                "virtio-net-pci-transitional",
                "virtio-net-pci-non-transitional",
                "vhost-scsi-pci-transitional",
                "vhost-scsi-pci-non-transitional",
                "virtio-rng-pci-transitional",
                "virtio-rng-pci-non-transitional",
                "virtio-9p-pci-transitional",
                "virtio-9p-pci-non-transitional",
                "virtio-balloon-pci-transitional",
                "virtio-balloon-pci-non-transitional",
                "vhost-vsock-pci-transitional",
                "vhost-vsock-pci-non-transitional",
                "virtio-scsi-pci-transitional",
                "virtio-scsi-pci-non-transitional",
                "virtio-serial-pci-transitional",
                "virtio-serial-pci-non-transitional"
            })
    void anyOneTypeTellsTheGenerationsOfVirtioApart(String type) {
        now.types(type);
        assertThat(values(DISK_MODEL))
                .containsExactly("virtio", "virtio-transitional", "virtio-non-transitional");
        assertThat(values(RNG_MODEL)).isEmpty();

        now.types("virtio-rng-ccw");
        assertThat(values(RNG_MODEL))
                .containsExactly("virtio", "virtio-transitional", "virtio-non-transitional");
    }

    @Test
    void otherTypesOfBothGenerationsDoNotCount() {
        now.types("virtio-input-host-pci-transitional", "vhost-user-fs-pci-transitional");

        assertThat(values(DISK_MODEL)).containsExactly("virtio");
    }

    @Test
    void tpmByCommandsBefore12() {
        old();
        now.types("tpm-tis", "tpm-crb", "tpm-passthrough", "tpm-emulator").with(HostFact.SWTPM);
        assertThat(now.evaluator().isSupported(Element.TPM)).isFalse();

        now.yes(
                "tpm-model tpm-tis",
                "tpm-model tpm-crb",
                "tpm-type passthrough",
                "tpm-type emulator");
        assertThat(now.evaluator().isSupported(Element.TPM)).isTrue();
        assertThat(values(TPM_MODEL)).containsExactly("tpm-tis", "tpm-crb");
        assertThat(values(TPM_BACKEND_MODEL))
                .containsExactly("passthrough", "emulator", "external");
    }

    @Test
    void tpmByTypesSince12() {
        now.release(12, 0).yes("tpm-model tpm-tis", "tpm-model tpm-crb", "tpm-type emulator");
        assertThat(now.evaluator().isSupported(Element.TPM)).isFalse();

        now.types("tpm-tis-i2c", "tpm-crb", "tpm-passthrough", "tpm-emulator");
        assertThat(values(TPM_MODEL)).containsExactly("tpm-tis", "tpm-crb");
        assertThat(values(TPM_BACKEND_MODEL)).as("without swtpm").containsExactly("passthrough");

        now.with(HostFact.SWTPM);
        assertThat(values(TPM_BACKEND_MODEL))
                .containsExactly("passthrough", "emulator", "external");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tpm-tis", "tpm-tis-device", "tpm-tis-i2c"})
    void oneModelHasTypesOfThreeBuses(String type) {
        now.types(type);
        assertThat(values(TPM_MODEL)).containsExactly("tpm-tis");
    }

    @Test
    void tpmOfPower() {
        old();
        now.types("tpm-spapr", "spapr-tpm-proxy");
        assertThat(values(TPM_MODEL)).containsExactly("tpm-spapr", "spapr-tpm-proxy");

        now.facts.no("type tpm-spapr").yes("tpm-model tpm-spapr");
        assertThat(values(TPM_MODEL)).containsExactly("tpm-spapr", "spapr-tpm-proxy");
    }

    @Test
    void tpmVersionsComeFromTheHostAlone() {
        now.types("tpm-crb").with(HostFact.SWTPM);
        assertThat(now.evaluator().isReported(TPM_BACKEND_VERSION)).isFalse();

        now.with(HostFact.SWTPM_1_2, HostFact.SWTPM_2_0);
        assertThat(now.evaluator().isReported(TPM_BACKEND_VERSION)).isTrue();
        assertThat(values(TPM_BACKEND_VERSION)).containsExactly("1.2", "2.0");

        now.host.remove(HostFact.SWTPM);
        assertThat(now.evaluator().isReported(TPM_BACKEND_VERSION)).isFalse();
    }
}
