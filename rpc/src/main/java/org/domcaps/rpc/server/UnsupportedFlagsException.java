package org.domcaps.rpc.server;

import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;

/// Flags of a call that whoever answers does not know. libvirt words this refusal unlike all
/// others.
public final class UnsupportedFlagsException extends DriverException {

    private static final long serialVersionUID = 1L;

    private final String function;

    /// A refusal.
    ///
    /// @param function the C function of libvirt that would refuse, `qemuConnectGetCapabilities`
    /// @param unknown the bits that are not known
    public UnsupportedFlagsException(ErrorDomain domain, String function, int unknown) {
        super(
                ErrorCode.INVALID_ARGUMENT,
                domain,
                "unsupported flags (0x"
                        + Integer.toHexString(unknown)
                        + ") in function "
                        + function);
        this.function = function;
    }

    /// The C function of libvirt that would refuse.
    public String function() {
        return function;
    }
}
