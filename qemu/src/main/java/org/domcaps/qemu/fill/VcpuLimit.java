package org.domcaps.qemu.fill;

import org.domcaps.document.VirtType;
import org.domcaps.driver.Target;

import java.util.Objects;
import java.util.OptionalLong;

/// Most virtual CPUs of a guest, and whose limit that is.
///
/// @param machine the limit of the machine type (`query-machines`, `cpu-max`); absent if QEMU tells
///   none
/// @param kernel the kernel's limit; absent unless guests run under KVM
public record VcpuLimit(OptionalLong machine, OptionalLong kernel) {

    /// Checks.
    public VcpuLimit {
        Objects.requireNonNull(machine, "machine");
        Objects.requireNonNull(kernel, "kernel");
    }

    /// Whose limit counts.
    public enum Decider {
        /// That of the machine type.
        MACHINE,
        /// That of the kernel.
        KERNEL,
        /// None: without a limit of the machine type nothing is told.
        NOBODY
    }

    /// The limits for a target.
    ///
    /// @throws org.domcaps.host.Kvm.UnusableKvmException if the target is about KVM guests and
    ///   `/dev/kvm` does not open
    static VcpuLimit of(QemuSituation situation) {
        Target target = situation.target();
        OptionalLong machine = OptionalLong.empty();
        if (target.machine().isPresent()) {
            long most =
                    situation
                            .qemu()
                            .slot(target.virtType())
                            .machines()
                            .maxCpus(target.machine().get());
            machine = most == 0 ? machine : OptionalLong.of(most);
        }
        return new VcpuLimit(
                machine,
                target.virtType() == VirtType.KVM
                        ? OptionalLong.of(situation.hostFacts().kvm().require().maxVcpus())
                        : OptionalLong.empty());
    }

    /// Whose limit counts.
    public Decider decider() {
        if (machine.isEmpty()) {
            return Decider.NOBODY;
        }
        return kernel.isPresent() && kernel.getAsLong() < machine.getAsLong()
                ? Decider.KERNEL
                : Decider.MACHINE;
    }

    /// The limit; absent if none is told.
    public OptionalLong most() {
        return decider() == Decider.KERNEL ? kernel : machine;
    }
}
