package org.domcaps.qemu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domcaps.document.EnumKey.FIRMWARE_ENROLLED_KEYS;
import static org.domcaps.document.EnumKey.FIRMWARE_SECURE_BOOT;
import static org.domcaps.document.EnumKey.GIC_VERSION;
import static org.domcaps.document.EnumKey.HOST_PASSTHROUGH_MIGRATABLE;
import static org.domcaps.document.EnumKey.HYPERV_FEATURES;
import static org.domcaps.document.EnumKey.LAUNCH_SECURITY_SECTYPE;
import static org.domcaps.document.EnumKey.LOADER_READONLY;
import static org.domcaps.document.EnumKey.LOADER_SECURE;
import static org.domcaps.document.EnumKey.LOADER_TYPE;
import static org.domcaps.document.EnumKey.MAXIMUM_MIGRATABLE;
import static org.domcaps.document.EnumKey.MEMORY_SOURCE_TYPE;
import static org.domcaps.document.EnumKey.OS_FIRMWARE;

import org.domcaps.cpu.PropertyValue;
import org.domcaps.cpu.SlotModel;
import org.domcaps.document.Arch;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;
import org.domcaps.qemu.Accelerator;
import org.domcaps.qemu.SevFacts;
import org.domcaps.qemu.SgxFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

/// The children of `<features>`, `<os>`, `<cpu>` and `<memoryBacking>`, written down once more from
/// the format's description.
class FeatureRulesTest {

    private static final String CONFIDENTIAL = "property none-machine confidential-guest-support";

    private final FakeSituation now = new FakeSituation();

    private List<String> values(EnumKey key) {
        return now.evaluator().values(key);
    }

    private boolean supported(Element element) {
        return now.evaluator().isSupported(element);
    }

    private boolean reported(Element element) {
        return now.evaluator().isReported(element);
    }

    @Test
    void whatEveryQemuSupports() {
        assertThat(supported(Element.IOTHREADS)).isTrue();
        assertThat(supported(Element.BACKING_STORE_INPUT)).isTrue();
        assertThat(supported(Element.OS)).isTrue();
        assertThat(supported(Element.LOADER)).isTrue();
        assertThat(supported(Element.FIRMWARE_FEATURES)).isTrue();
        assertThat(supported(Element.MEMORY_BACKING)).isTrue();
    }

    @Test
    void featuresByType() {
        assertThat(supported(Element.VMCOREINFO)).isFalse();
        assertThat(supported(Element.GENID)).isFalse();

        now.types("vmcoreinfo", "vmgenid");
        assertThat(supported(Element.VMCOREINFO)).isTrue();
        assertThat(supported(Element.GENID)).isTrue();
    }

    @Test
    void backupNeededTwoCommandsBefore12() {
        assertThat(supported(Element.BACKUP)).isTrue();

        now.release(11, 10);
        assertThat(supported(Element.BACKUP)).isFalse();
        now.yes("schema blockdev-reopen");
        assertThat(supported(Element.BACKUP)).isFalse();
        now.yes("schema migrate-set-parameters/arg-type/block-bitmap-mapping/bitmaps/transform");
        assertThat(supported(Element.BACKUP)).isTrue();
        now.facts.no("schema blockdev-reopen");
        assertThat(supported(Element.BACKUP)).isFalse();
    }

    @Test
    void asyncTeardownIsAParameterOfAnOption() {
        now.yes("option run-with");
        assertThat(supported(Element.ASYNC_TEARDOWN)).isFalse();

        now.yes("option run-with async-teardown");
        assertThat(supported(Element.ASYNC_TEARDOWN)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "X86_64, pc-i440fx-9.1, true", "X86_64, pc-q35-9.1, true", "I686, pc-q35-9.1, true",
        "X86_64, xenfv-4.2, true", "X86_64, isapc, true", "X86_64, microvm, false",
        "AARCH64, virt-9.1, false", "AARCH64, pc-i440fx-9.1, false"
    })
    void ps2NeedsAPcThatCanDoWithout(Arch guest, String machine, boolean supported) {
        now.guest(guest).machine(machine);
        assertThat(supported(Element.PS2)).isFalse();

        now.yes("property generic-pc-machine i8042");
        assertThat(supported(Element.PS2)).isEqualTo(supported);
    }

    @Test
    void gicOfAnArmVirtBoard() {
        now.arch(Arch.AARCH64).machine("virt-9.1");
        now.facts.gic(2, false, true).gic(3, true, false);
        assertThat(values(GIC_VERSION)).containsExactly("3");
        assertThat(supported(Element.GIC)).isTrue();

        now.virt(VirtType.QEMU);
        assertThat(values(GIC_VERSION)).containsExactly("2");
        now.virt(VirtType.HVF);
        assertThat(supported(Element.GIC)).isFalse();
        now.virt(VirtType.KVM).machine("raspi3b");
        assertThat(supported(Element.GIC)).isFalse();
    }

    @Test
    void gicIsSeenWithTheGuestsArchitecture() {
        now.binary(Arch.AARCH64).guest(Arch.X86_64).machine("virt-9.1");
        now.facts.gic(3, true, true);
        assertThat(supported(Element.GIC)).isFalse();

        now.guest(Arch.ARMV7L);
        assertThat(supported(Element.GIC)).isTrue();
    }

    @Test
    void protectedVirtualisationConcernedS390AloneBefore121() {
        assertThat(reported(Element.S390_PV)).isTrue();
        assertThat(supported(Element.S390_PV)).isFalse();

        now.release(12, 0);
        assertThat(reported(Element.S390_PV)).isFalse();
        now.arch(Arch.S390X);
        assertThat(reported(Element.S390_PV)).isTrue();
    }

    @Test
    void protectedVirtualisationNeedsTypePropertyAndHost() {
        now.arch(Arch.S390X).types("s390-pv-guest").yes(CONFIDENTIAL).with(HostFact.SECURE_GUEST);
        assertThat(supported(Element.S390_PV)).isTrue();

        now.host.clear();
        assertThat(supported(Element.S390_PV)).isFalse();
        assertThat(values(LAUNCH_SECURITY_SECTYPE))
                .as("no matter the host")
                .containsExactly("s390-pv");
        now.facts.no(CONFIDENTIAL);
        assertThat(values(LAUNCH_SECURITY_SECTYPE)).isEmpty();
        now.with(HostFact.SECURE_GUEST);
        assertThat(supported(Element.S390_PV)).isFalse();
        now.yes(CONFIDENTIAL).facts.no("type s390-pv-guest");
        assertThat(supported(Element.S390_PV)).isFalse();
    }

    @Test
    void trustDomainsNeedGuestVirtTypeEmulatorAndHost() {
        now.types("tdx-guest").with(HostFact.TDX_ENABLED, HostFact.TDX_VM_TYPE);
        assertThat(supported(Element.TDX)).isTrue();
        assertThat(now.guest(Arch.I686).evaluator().isSupported(Element.TDX)).isFalse();
        assertThat(now.guest(Arch.X86_64).virt(VirtType.QEMU).evaluator().isSupported(Element.TDX))
                .isFalse();
        now.virt(VirtType.KVM).host.remove(HostFact.TDX_ENABLED);
        assertThat(supported(Element.TDX)).isFalse();
        now.with(HostFact.TDX_ENABLED).facts.no("type tdx-guest");
        assertThat(supported(Element.TDX)).isFalse();
    }

    @Test
    void trustDomainsNeedTheKernelsVmTypeSince1110() {
        now.types("tdx-guest").with(HostFact.TDX_ENABLED);
        assertThat(supported(Element.TDX)).isFalse();
        assertThat(values(LAUNCH_SECURITY_SECTYPE)).isEmpty();

        now.release(11, 9);
        assertThat(reported(Element.TDX)).isTrue();
        assertThat(supported(Element.TDX)).isTrue();
        assertThat(values(LAUNCH_SECURITY_SECTYPE)).containsExactly("tdx");
        now.release(11, 8);
        assertThat(reported(Element.TDX)).isFalse();
        assertThat(values(LAUNCH_SECURITY_SECTYPE)).isEmpty();
    }

    @Test
    void anyProtectedGuestPassedForATrustDomainBefore1110() {
        now.types("tdx-guest").with(HostFact.SEV_ENABLED);
        assertThat(supported(Element.TDX)).isFalse();

        now.release(11, 9);
        assertThat(supported(Element.TDX)).isTrue();
        now.host.clear();
        assertThat(supported(Element.TDX)).isFalse();
    }

    @Test
    void launchSecurityOfAnAmdHost() {
        now.types("sev-guest", "sev-snp-guest");
        assertThat(supported(Element.LAUNCH_SECURITY)).isFalse();
        assertThat(supported(Element.SEV)).isFalse();

        now.facts.sev(new SevFacts(51, 1, Optional.empty()));
        assertThat(supported(Element.SEV)).isTrue();
        assertThat(supported(Element.LAUNCH_SECURITY)).isTrue();
        assertThat(values(LAUNCH_SECURITY_SECTYPE)).containsExactly("sev", "sev-snp");
        now.facts.no("type sev-guest");
        assertThat(values(LAUNCH_SECURITY_SECTYPE)).containsExactly("sev-snp");
    }

    @Test
    void launchSecurityInTheOrderOfTheFormat() {
        now.types("sev-guest", "sev-snp-guest", "s390-pv-guest", "tdx-guest").yes(CONFIDENTIAL);
        now.with(HostFact.TDX_VM_TYPE).facts.sev(new SevFacts(51, 1, Optional.empty()));

        assertThat(values(LAUNCH_SECURITY_SECTYPE))
                .containsExactly("sev", "sev-snp", "s390-pv", "tdx");
    }

    @Test
    void sgxWithData() {
        assertThat(supported(Element.SGX)).isFalse();
        now.facts.sgx(new SgxFacts(false, true, false, 0, List.of()));
        assertThat(supported(Element.SGX)).isTrue();
    }

    @Test
    void enlightenmentsAreShownUnderEveryVirtType() {
        assertThat(reported(Element.HYPERV)).isFalse();

        now.facts.hyperv("hv-tlbflush-ext", new PropertyValue.Flag(true));
        assertThat(reported(Element.HYPERV)).as("a sub-option alone").isFalse();

        now.facts.hyperv("hv-xmm-input", new PropertyValue.Flag(true));
        now.facts.hyperv("hv-relaxed", new PropertyValue.Flag(true));
        for (VirtType type : List.of(VirtType.KVM, VirtType.QEMU)) {
            now.virt(type);
            assertThat(reported(Element.HYPERV)).isTrue();
            assertThat(supported(Element.HYPERV)).isTrue();
            assertThat(values(HYPERV_FEATURES)).containsExactly("relaxed", "xmm_input");
        }
    }

    @Test
    void firmwareOfMatchingDescriptors() {
        assertThat(values(OS_FIRMWARE)).isEmpty();
        assertThat(values(FIRMWARE_SECURE_BOOT)).isEmpty();
        assertThat(values(FIRMWARE_ENROLLED_KEYS)).isEmpty();

        now.with(FirmwareFact.values());
        assertThat(values(OS_FIRMWARE)).containsExactly("bios", "efi");
        assertThat(values(FIRMWARE_SECURE_BOOT)).containsExactly("yes", "no");
        assertThat(values(FIRMWARE_ENROLLED_KEYS)).containsExactly("yes", "no");
    }

    @Test
    void firmwareFeaturesAndVariableStoreCameWith121() {
        assertThat(reported(Element.FIRMWARE_FEATURES)).isTrue();
        assertThat(reported(Element.VARSTORE)).isTrue();
        now.release(12, 0);
        assertThat(reported(Element.FIRMWARE_FEATURES)).isFalse();
        assertThat(reported(Element.VARSTORE)).isFalse();
    }

    @Test
    void loaders() {
        assertThat(values(LOADER_TYPE)).containsExactly("rom", "pflash");
        assertThat(values(LOADER_READONLY)).containsExactly("yes", "no");
        assertThat(values(LOADER_SECURE)).containsExactly("no");

        now.with(FirmwareFact.SECURE_BOOT);
        assertThat(values(LOADER_SECURE)).as("secure boot has no say").containsExactly("no");
        now.with(FirmwareFact.REQUIRES_SMM);
        assertThat(values(LOADER_SECURE)).containsExactly("yes", "no");
    }

    @ParameterizedTest
    @CsvSource({"uefi-vars-x64, true", "uefi-vars-sysbus, true", "uefi-vars, false"})
    void aVariableStoreNeedsTemplateAndType(String type, boolean supported) {
        now.types(type);
        assertThat(supported(Element.VARSTORE)).isFalse();

        now.with(FirmwareFact.VARSTORE_TEMPLATE);
        assertThat(supported(Element.VARSTORE)).isEqualTo(supported);
    }

    @Test
    void memory() {
        assertThat(values(MEMORY_SOURCE_TYPE)).containsExactly("file", "anonymous");
        assertThat(now.types("memory-backend-memfd").evaluator().values(MEMORY_SOURCE_TYPE))
                .containsExactly("file", "anonymous", "memfd");
    }

    @ParameterizedTest
    @CsvSource({
        "X86_64, X86_64, KVM, true", "X86_64, X86_64, QEMU, false", "X86_64, X86_64, HVF, true",
        "X86_64, X86_64, HYPERV, true", "X86_64, I686, KVM, true", "I686, X86_64, KVM, false",
        "AARCH64, X86_64, KVM, false", "PPC64, PPC64LE, KVM, true", "AARCH64, ARMV7L, KVM, true"
    })
    void passthroughNeedsHardwareAndANativeBinary(
            Arch host, Arch binary, VirtType type, boolean supported) {
        now.hostArch(host).binary(binary).virt(type);

        assertThat(supported(Element.HOST_PASSTHROUGH)).isEqualTo(supported);
    }

    @ParameterizedTest
    @CsvSource({
        "property max-x86_64-cpu migratable, true",
        "property max-arm-cpu migratable, true",
        "property max-i386-cpu migratable, false"
    })
    void passthroughCanBeToldToMigrate(String question, boolean migratable) {
        assertThat(values(HOST_PASSTHROUGH_MIGRATABLE)).containsExactly("off");
        now.yes(question);
        assertThat(values(HOST_PASSTHROUGH_MIGRATABLE))
                .isEqualTo(migratable ? List.of("on", "off") : List.of("off"));
        assertThat(values(MAXIMUM_MIGRATABLE)).containsExactly("on", "off");
    }

    @Test
    void modesByWhatIsKnownOfCpus() {
        assertThat(supported(Element.MAXIMUM)).isFalse();
        assertThat(supported(Element.HOST_MODEL)).isFalse();
        assertThat(supported(Element.CUSTOM)).isFalse();

        now.hostModelFound(true)
                .cpuModelsFound(true)
                .facts
                .cpu(Accelerator.KVM, SlotModel.of("max"));
        assertThat(supported(Element.MAXIMUM)).isTrue();
        assertThat(supported(Element.HOST_MODEL)).isTrue();
        assertThat(supported(Element.CUSTOM)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "s390-ccw-virtio-2.4, KVM, false", "s390-ccw-virtio-2.7, KVM, false",
        "s390-ccw-virtio-2.7, QEMU, true", "s390-ccw-virtio-2.8, KVM, true"
    })
    void oldS390MachinesKnowNoModelsUnderKvm(String machine, VirtType type, boolean supported) {
        now.arch(Arch.S390X).machine(machine).virt(type).hostModelFound(true).cpuModelsFound(true);
        now.facts.cpu(Accelerator.KVM, SlotModel.of("max"));

        assertThat(supported(Element.MAXIMUM)).isEqualTo(supported);
        assertThat(supported(Element.HOST_MODEL)).isEqualTo(supported);
        assertThat(supported(Element.CUSTOM)).isEqualTo(supported);
        assertThat(supported(Element.HOST_PASSTHROUGH)).isEqualTo(type == VirtType.KVM);
    }

    @Test
    void withoutAMachineNoKindOfMachineHolds() {
        now.noMachine().release(Release.OLDEST);

        assertThat(values(EnumKey.DISK_BUS)).containsExactly("fdc", "scsi", "virtio");
    }
}
