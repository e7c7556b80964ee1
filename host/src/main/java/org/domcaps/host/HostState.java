package org.domcaps.host;

import org.domcaps.document.Arch;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/// What the answers of an emulator depend on besides the emulator itself. While it stays the same,
/// what a probe found still holds.
///
/// [Kvm], [RawCpu] and [SevGuests] follow from it too: the node's time of change tells when the
/// kernel module was loaded anew. Whoever stores them under the same key saves the native calls.
///
/// Takes a few small files and file attributes to gather ([HostProbe#state]). That code lies on the
/// way to every cached answer: it avoids lambdas, pattern switches and joined strings, whose
/// linking takes longer than the work.
///
/// @param machine kernel, processor and microcode
/// @param toggles those of the nesting and secure guest switches that are on
/// @param kvm the node `/dev/kvm`
/// @param identity who asks
public record HostState(
        Machine machine, Set<HostFeature> toggles, DeviceNode kvm, Identity identity) {

    /// Copies the set.
    public HostState {
        Objects.requireNonNull(machine, "machine");
        Set<HostFeature> copy = EnumSet.noneOf(HostFeature.class);
        copy.addAll(toggles);
        toggles = Collections.unmodifiableSet(copy);
        Objects.requireNonNull(kvm, "kvm");
        Objects.requireNonNull(identity, "identity");
    }

    /// Whether KVM guests can be hypervisors themselves.
    public boolean nested() {
        return toggles.contains(HostFeature.NESTED_KVM);
    }

    /// Whether guests can be protected from the host.
    public boolean secureGuests() {
        return secureGuests(machine.arch(), toggles);
    }

    static boolean secureGuests(Arch arch, Set<HostFeature> features) {
        return switch (arch.family()) {
            case X86 -> features.contains(HostFeature.SEV) || features.contains(HostFeature.TDX);
            case S390 -> features.contains(HostFeature.PROTECTED_VIRTUALIZATION);
            case ARM, PPC, RISCV, LOONGARCH, OTHER -> false;
        };
    }

    /// All of it as text of several lines, to be stored and compared: one line `name=value` for
    /// each input.
    public String text() {
        StringBuilder text =
                new StringBuilder(512)
                        .append("arch=")
                        .append(machine.arch().xmlName())
                        .append("\nkernel=")
                        .append(machine.kernel().orElse(""))
                        .append("\ncpu=")
                        .append(machine.signature().orElse(""))
                        .append("\nmicrocode=")
                        .append(machine.microcode())
                        .append("\ntoggles=");
        for (HostFeature toggle : toggles) {
            text.append(toggle.jsonName()).append(' ');
        }
        return text.append("\nkvm=")
                .append(kvm.text())
                .append("\nuid=")
                .append(identity.uid())
                .append("\ngid=")
                .append(identity.gid())
                .append("\ngroups=")
                .append(identity.groups())
                .append("\ncapabilities=")
                .append(identity.capabilities())
                .append('\n')
                .toString();
    }
}
