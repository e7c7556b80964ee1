package org.domcaps.rpc.xdr;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// Bytes that are not what their type wants: too few, or a count above the limit of its field.
public final class XdrException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    /// What is wrong, with the numbers that show it.
    public XdrException(String detail) {
        super(ErrorCode.RPC, detail);
    }
}
