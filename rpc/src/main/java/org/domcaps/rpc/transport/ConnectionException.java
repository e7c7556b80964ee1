package org.domcaps.rpc.transport;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// A connection that could not be opened, or that broke.
///
/// Nothing is known then about calls that had no answer yet: the daemon may have got them or not.
public final class ConnectionException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    /// What failed, with whom, and what to do if that is known.
    public ConnectionException(String detail) {
        super(ErrorCode.SYSTEM, detail);
    }

    /// A failure that another exception caused.
    public ConnectionException(String detail, Throwable cause) {
        super(ErrorCode.SYSTEM, detail, cause);
    }
}
