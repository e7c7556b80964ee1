package org.domcaps.host;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;
import org.domcaps.host.system.FileFault;

import java.util.Objects;
import java.util.OptionalLong;

/// `/dev/kvm` as the asking process finds it when it opens the node for reading.
///
/// Whether an emulator runs guests with KVM is not decided here but by the emulator itself.
public sealed interface Kvm {

    /// The highest number of virtual CPUs that never lowers an emulator's own limit.
    int NO_LIMIT = Integer.MAX_VALUE;

    /// The model specific register that tells which flaws a processor does not have.
    int ARCH_CAPABILITIES_MSR = 0x10a;

    /// The node opens.
    ///
    /// @param maxVcpus how many virtual CPUs the kernel gives a guest: capability `MAX_VCPUS` (66)
    ///   if positive, else `NR_VCPUS` (9) if positive, else 4
    /// @param vmTypes a bit for each type of virtual machine, capability 235; 0 on kernels without
    ///   it
    /// @param archCapabilities register 0x10a as `KVM_GET_MSRS` reads it; empty if that is refused
    record Usable(int maxVcpus, int vmTypes, OptionalLong archCapabilities) implements Kvm {
        /// Checks the limit.
        public Usable {
            if (maxVcpus < 1) {
                throw new IllegalArgumentException("limit of " + maxVcpus + " virtual CPUs");
            }
            Objects.requireNonNull(archCapabilities, "archCapabilities");
        }

        @Override
        public Usable require() {
            return this;
        }
    }

    /// There is no such node.
    record Missing() implements Kvm {
        @Override
        public Usable require() {
            throw new UnusableKvmException(this, FileFault.NO_SUCH_FILE);
        }
    }

    /// The node does not open, with the C library's words for the reason.
    record Refused(String reason) implements Kvm {
        /// Checks that the reason is given.
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Usable require() {
            throw new UnusableKvmException(this, reason);
        }
    }

    /// It could not be tried.
    record Unknown(String cause) implements Kvm {
        /// Checks that the cause is given.
        public Unknown {
            Objects.requireNonNull(cause, "cause");
        }

        @Override
        public Usable require() {
            throw new UnusableKvmException(this, cause);
        }
    }

    /// A usable node without a limit on virtual CPUs and with nothing else known.
    static Kvm unlimited() {
        return new Usable(NO_LIMIT, 0, OptionalLong.empty());
    }

    /// The node as it has to be for a document about KVM guests.
    ///
    /// @throws UnusableKvmException if it does not open, with libvirt's message
    Usable require();

    /// Whether the kernel makes virtual machines of Intel's TDX type (bit 5 of the VM types).
    default boolean offersTdx() {
        return this instanceof Usable usable && (usable.vmTypes() & 1 << 5) != 0;
    }

    /// A document about KVM guests was asked for, and `/dev/kvm` does not open.
    final class UnusableKvmException extends DomcapsException {
        private static final long serialVersionUID = 1L;

        private final transient Kvm kvm;

        private UnusableKvmException(Kvm kvm, String reason) {
            super(ErrorCode.SYSTEM, "Unable to open /dev/kvm: " + reason);
            this.kvm = kvm;
        }

        /// The state of the node.
        public Kvm kvm() {
            return kvm;
        }
    }
}
