package org.domcaps.qemu.fill;

import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Target;
import org.domcaps.host.HostPart;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.Question;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Which parts of the host's facts a document looks at, so that no other part is gathered for it.
public final class HostNeeds {

    private HostNeeds() {}

    /// The parts for one document.
    public static Set<HostPart> of(
            QemuFacts qemu, Arch host, Target target, Set<Flag> flags, Release release) {
        Set<HostPart> parts =
                EnumSet.of(
                        HostPart.FEATURES, HostPart.SWTPM, HostPart.RDP_HELPER, HostPart.FIRMWARE);
        if (target.virtType() == VirtType.KVM
                || flags.contains(Flag.SUPPORTED_CPU_FEATURES)
                || qemu.answers().isYes(new Question.TypeExists("tdx-guest"))) {
            parts.add(HostPart.KVM);
        }
        if (qemu.sev().isPresent()) {
            parts.add(HostPart.SEV_GUESTS);
        }
        if (rawCpu(qemu, host, target, release)) {
            parts.add(HostPart.RAW_CPU);
        }
        return parts;
    }

    /// Whether the host's processor must be read because QEMU does not describe it.
    static boolean rawCpu(QemuFacts qemu, Arch host, Target target, Release release) {
        if (!qemu.arch().isNativeOn(host) || !qemu.wasProbedFor(target.virtType())) {
            return false;
        }
        boolean expanded = qemu.slot(target.virtType()).hostCpu().isPresent();
        Optional<CpuFamily> family = CpuFamilies.of(qemu.arch(), release);
        return family.isPresent() && family.get().needsProcessor(expanded);
    }
}
