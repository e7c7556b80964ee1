package org.domcaps.rpc.message;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// Bytes that cannot be cut into messages. Nothing after them can be trusted, so the connection has
/// to be closed.
public final class FrameException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    /// What is wrong, with the numbers that show it.
    public FrameException(String detail) {
        super(ErrorCode.RPC, detail);
    }
}
