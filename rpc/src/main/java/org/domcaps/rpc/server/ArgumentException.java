package org.domcaps.rpc.server;

import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;

/// One argument of a call that a function of libvirt refuses by its name. Such refusals are worded
/// unlike all others: the message comes without a prefix, and the function and the argument travel
/// beside it.
public class ArgumentException extends DriverException {

    private static final long serialVersionUID = 1L;

    private final String function;
    private final String argument;

    /// A refusal.
    ///
    /// @param function the C function of libvirt that would refuse, `virHostMemGetStats`
    /// @param argument what it calls the argument, `cellNum`
    /// @param message the whole text
    public ArgumentException(ErrorDomain domain, String function, String argument, String message) {
        super(ErrorCode.INVALID_ARGUMENT, domain, message);
        this.function = function;
        this.argument = argument;
    }

    /// The C function of libvirt that would refuse.
    public final String function() {
        return function;
    }

    /// What it calls the argument.
    public final String argument() {
        return argument;
    }
}
