package org.domcaps.driver;

import org.domcaps.error.ErrorCode;

import java.util.Set;

/// Flags of a call that a release or a hypervisor does not have. libvirt's message has no prefix.
public final class UnsupportedFlagsException extends DriverException {

    private static final long serialVersionUID = 1L;

    private UnsupportedFlagsException(ErrorDomain domain, int bits, String function) {
        super(
                ErrorCode.INVALID_ARGUMENT,
                domain,
                "unsupported flags (0x" + Integer.toHexString(bits) + ") in function " + function);
    }

    /// Refuses every flag that is not among `known`.
    ///
    /// @param function the name of libvirt's own function, which its message ends with
    /// @throws UnsupportedFlagsException if there is one
    public static void check(
            Set<Flag> flags, Set<Flag> known, ErrorDomain domain, String function) {
        int unknown = Flag.bits(flags) & ~Flag.bits(known);
        if (unknown != 0) {
            throw new UnsupportedFlagsException(domain, unknown, function);
        }
    }

    @Override
    public String libvirtMessage() {
        return getMessage();
    }
}
