package org.domcaps.qemu.fill;

import org.domcaps.cpu.HostModelInput;
import org.domcaps.cpu.HostProcessor;
import org.domcaps.document.Arch;
import org.domcaps.document.CpuModel;
import org.domcaps.document.Detail;
import org.domcaps.document.Release;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Target;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostFeature;
import org.domcaps.host.HostPart;
import org.domcaps.host.SevGuests;
import org.domcaps.host.SwtpmFeature;
import org.domcaps.host.firmware.FirmwareOffer;
import org.domcaps.qemu.Accelerator;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.rules.FirmwareFact;
import org.domcaps.qemu.rules.HostFact;
import org.domcaps.qemu.rules.Situation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Facts of a binary and of a host, seen for one target. Used by one thread; what is computed is
/// computed once.
public final class QemuSituation implements Situation {

    private final QemuFacts qemu;
    private final HostFacts host;
    private final Target target;
    private final Release release;
    private final CpuModes modes;
    private final Optional<Detail.HostModel> hostModel;
    private final List<CpuModel> customModels;
    private Optional<FirmwareOffer> firmware = Optional.empty();

    /// The facts for a target.
    public QemuSituation(
            QemuFacts qemu, HostFacts host, Target target, Set<Flag> flags, Release release) {
        this.qemu = qemu;
        this.host = host;
        this.target = target;
        this.release = release;
        this.modes = new CpuModes(qemu, host, target, release);
        this.hostModel = modes.hostModel(flags);
        this.customModels = modes.customModels();
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public Release release() {
        return release;
    }

    @Override
    public QemuFacts qemu() {
        return qemu;
    }

    /// The facts of the host.
    public HostFacts hostFacts() {
        return host;
    }

    @Override
    public Arch hostArch() {
        return host.arch();
    }

    @Override
    public boolean host(HostFact fact) {
        return switch (fact) {
            case VFIO -> host.vfioUsable();
            case IOMMUFD -> host.iommufdNodeExists();
            case SWTPM -> host.swtpm().isInstalled();
            case SWTPM_1_2 -> host.swtpm().has(SwtpmFeature.TPM_1_2);
            case SWTPM_2_0 -> host.swtpm().has(SwtpmFeature.TPM_2_0);
            case RDP_HELPER -> host.rdpHelper().isPresent();
            // Without KVM the kernel's switch does not matter.
            case SECURE_GUEST ->
                    qemu.hardware().filter(Accelerator.KVM::equals).isPresent()
                            && host.secureGuests();
            case TDX_VM_TYPE -> host.kvm().offersTdx();
            case TDX_ENABLED -> host.features().contains(HostFeature.TDX);
            case SEV_ENABLED -> host.features().contains(HostFeature.SEV);
        };
    }

    @Override
    public boolean firmware(FirmwareFact fact) {
        return offers(firmwareOffer(), fact);
    }

    /// Whether firmware offers something.
    public static boolean offers(FirmwareOffer offer, FirmwareFact fact) {
        return switch (fact) {
            case BIOS -> offer.bios();
            case EFI -> offer.efi();
            case REQUIRES_SMM -> offer.requiresSmm();
            case SECURE_BOOT -> offer.secureBoot().with();
            case NO_SECURE_BOOT -> offer.secureBoot().without();
            case ENROLLED_KEYS -> offer.enrolledKeys().with();
            case NO_ENROLLED_KEYS -> offer.enrolledKeys().without();
            case VARSTORE_TEMPLATE -> offer.variableStore();
        };
    }

    /// The firmware for guest architecture and machine.
    public FirmwareOffer firmwareOffer() {
        if (firmware.isEmpty()) {
            firmware =
                    Optional.of(
                            host.firmware()
                                    .offer(target.arch(), target.machine().orElse(""), release));
        }
        return firmware.get();
    }

    @Override
    public boolean hostModelFound() {
        return hostModel.isPresent();
    }

    /// The content of mode `host-model`.
    public Optional<Detail.HostModel> hostModel() {
        return hostModel;
    }

    @Override
    public boolean cpuModelsFound() {
        return !customModels.isEmpty();
    }

    /// The content of mode `custom`, in document order.
    public List<CpuModel> customModels() {
        return customModels;
    }

    /// What keeps a model of mode `custom` from being usable, in byte order, whether or not the
    /// release prints it; absent if QEMU does not tell.
    public Optional<List<String>> blockers(String model) {
        return modes.blockers(model);
    }

    /// Most virtual CPUs.
    public VcpuLimit vcpuLimit() {
        return VcpuLimit.of(this);
    }

    /// How many guests of SEV the document tells. A processor that cannot be asked has none to
    /// offer, as far as libvirt can tell either.
    public SevGuests.Counted sevGuests() {
        return host.sevGuests() instanceof SevGuests.Counted counted ? counted : SevGuests.none();
    }

    /// What mode `host-model` is made from.
    public HostModelInput hostModelInput() {
        return modes.input();
    }

    /// The host's processor, as far as it was read.
    public Optional<HostProcessor> processor() {
        return host.gathered().contains(HostPart.RAW_CPU)
                ? host.rawCpu().processor()
                : Optional.empty();
    }
}
