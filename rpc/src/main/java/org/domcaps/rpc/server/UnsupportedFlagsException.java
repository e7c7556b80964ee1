package org.domcaps.rpc.server;

import org.domcaps.driver.ErrorDomain;

/// Flags of a call that whoever answers does not know.
public final class UnsupportedFlagsException extends ArgumentException {

    private static final long serialVersionUID = 1L;

    /// A refusal.
    ///
    /// @param function the C function of libvirt that would refuse, `qemuConnectGetCapabilities`
    /// @param unknown the bits that are not known
    public UnsupportedFlagsException(ErrorDomain domain, String function, int unknown) {
        super(
                domain,
                function,
                "flags",
                "unsupported flags (0x"
                        + Integer.toHexString(unknown)
                        + ") in function "
                        + function);
    }
}
