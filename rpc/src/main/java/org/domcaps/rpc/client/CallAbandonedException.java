package org.domcaps.rpc.client;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// A call that was given up before its reply came. The connection lives on. Whether the daemon does
/// what it was asked for is not known.
public final class CallAbandonedException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    /// Why a call was given up.
    public enum Reason {
        /// It took longer than it may take.
        TIMEOUT,
        /// The calling thread was interrupted; its interrupt status is set again.
        INTERRUPTED
    }

    private final Reason reason;

    /// A call, and why it was given up.
    public CallAbandonedException(String call, String peer, Reason reason) {
        super(
                ErrorCode.SYSTEM,
                switch (reason) {
                    case TIMEOUT -> peer + " did not answer " + call + " in time";
                    case INTERRUPTED -> "interrupted while " + peer + " answered " + call;
                });
        this.reason = reason;
    }

    /// Why it was given up.
    public Reason reason() {
        return reason;
    }
}
