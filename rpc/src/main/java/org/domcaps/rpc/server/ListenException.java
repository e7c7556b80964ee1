package org.domcaps.rpc.server;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// An endpoint that cannot be opened: it is in use, or the system does not allow it.
public final class ListenException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    /// What failed, where, and what to do about it.
    public ListenException(String detail) {
        super(ErrorCode.SYSTEM, detail);
    }

    /// A failure that another exception caused.
    public ListenException(String detail, Throwable cause) {
        super(ErrorCode.SYSTEM, detail, cause);
    }
}
