package org.domcaps.host;

import org.domcaps.document.Arch;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// The machine and its kernel, as text files tell.
///
/// @param arch the architecture of the kernel (`/proc/sys/kernel/arch`, which is `uname -m`)
/// @param kernel release and version of the kernel with one blank between them (`uname -r`, `uname
///   -v`)
/// @param signature vendor, name and numbers of the processor from `/proc/cpuinfo`, in libvirt's
///   wording; only used to notice that the processor changed. None on architectures other than x86,
///   POWER and s390
/// @param microcode revision of the microcode from `/proc/cpuinfo`, 0 where there is none; unsigned
///   32 bit
/// @param physicalAddressBits width of physical addresses from `/proc/cpuinfo`; empty if unknown,
///   and on architectures whose documents never show it
public record Machine(
        Arch arch,
        Optional<String> kernel,
        Optional<String> signature,
        long microcode,
        OptionalInt physicalAddressBits) {

    /// Checks that nothing is null.
    public Machine {
        Objects.requireNonNull(arch, "arch");
        Objects.requireNonNull(kernel, "kernel");
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(physicalAddressBits, "physicalAddressBits");
    }

    /// A machine of which only the architecture is known.
    public static Machine of(Arch arch) {
        return new Machine(arch, Optional.empty(), Optional.empty(), 0, OptionalInt.empty());
    }
}
