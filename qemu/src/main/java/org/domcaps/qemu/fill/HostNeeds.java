package org.domcaps.qemu.fill;

import org.domcaps.cpu.HostModel;
import org.domcaps.document.Arch;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Target;
import org.domcaps.host.HostPart;
import org.domcaps.qemu.QemuFacts;

import java.util.EnumSet;
import java.util.Set;

/// Which parts of the host's facts a document looks at, so that no other part is gathered for it.
public final class HostNeeds {

    private HostNeeds() {}

    /// The parts for one document.
    public static Set<HostPart> of(QemuFacts qemu, Target target, Set<Flag> flags) {
        Set<HostPart> parts =
                EnumSet.of(
                        HostPart.FEATURES, HostPart.SWTPM, HostPart.RDP_HELPER, HostPart.FIRMWARE);
        if (target.virtType() == VirtType.KVM
                || flags.contains(Flag.SUPPORTED_CPU_FEATURES)
                || qemu.answers().yes().contains("type tdx-guest")) {
            parts.add(HostPart.KVM);
        }
        if (qemu.sev().isPresent()) {
            parts.add(HostPart.SEV_GUESTS);
        }
        if (rawCpu(qemu, target)) {
            parts.add(HostPart.RAW_CPU);
        }
        return parts;
    }

    /// Whether the host's processor must be read because QEMU does not describe it.
    static boolean rawCpu(QemuFacts qemu, Target target) {
        return qemu.wasProbedFor(target.virtType())
                && qemu.slot(target.virtType()).hostCpu().isEmpty()
                && qemu.arch().family() == Arch.Family.X86;
    }

    /// Whether the flag for supported features can change a host model at all.
    static boolean archCapabilities(Arch binaryArch, HostModel model) {
        return binaryArch.family() == Arch.Family.X86
                && model.vendor().filter("AMD"::equals).isPresent()
                && !model.mentions("arch-capabilities");
    }
}
