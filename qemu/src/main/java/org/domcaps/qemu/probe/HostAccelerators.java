package org.domcaps.qemu.probe;

import org.domcaps.document.Arch;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Which accelerators QEMU is offered on a host.
///
/// @param list what follows `-machine none,accel=` in the first run, the best first, `tcg` last
/// @param hvf the architecture whose guests macOS' Hypervisor.framework runs here; absent if there
///   is none. QEMU before 10.2 does not tell that it uses it, so the host has to
public record HostAccelerators(String list, Optional<Arch> hvf) {

    /// A Linux host that offers KVM, if it can.
    public static final HostAccelerators KVM = new HostAccelerators("kvm:tcg", Optional.empty());

    /// A Linux host that offers Microsoft's hypervisor as well. libvirt names it to every QEMU
    /// since 11.10, but QEMU refuses a name that it does not know.
    public static final HostAccelerators KVM_AND_MSHV =
            new HostAccelerators("kvm:mshv:tcg", Optional.empty());

    /// A host that can only translate.
    public static final HostAccelerators NONE = new HostAccelerators("tcg", Optional.empty());

    private static final String HVF = "hvf:tcg";

    /// Checks.
    public HostAccelerators {
        Objects.requireNonNull(list, "list");
        Objects.requireNonNull(hvf, "hvf");
    }

    /// What a host offers.
    ///
    /// @param system the name of its operating system, as Java tells it
    /// @param arch its architecture
    /// @param mshvNode whether it has the node `/dev/mshv`; asked on Linux
    /// @param hypervisorFramework whether its processor and kernel can do Hypervisor.framework;
    ///   asked on macOS
    public static HostAccelerators on(
            String system,
            Arch arch,
            BooleanSupplier mshvNode,
            BooleanSupplier hypervisorFramework) {
        if (system.startsWith("Linux")) {
            return mshvNode.getAsBoolean() ? KVM_AND_MSHV : KVM;
        }
        if (system.startsWith("Mac OS")) {
            return new HostAccelerators(
                    HVF, hypervisorFramework.getAsBoolean() ? Optional.of(arch) : Optional.empty());
        }
        return NONE;
    }

    /// Whether Hypervisor.framework runs guests of what a binary emulates.
    boolean runsHvf(Arch binary) {
        return hvf.filter(binary::equals).isPresent();
    }
}
