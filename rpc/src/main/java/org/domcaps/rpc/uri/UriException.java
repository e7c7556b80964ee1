package org.domcaps.rpc.uri;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// A connection URI, or the file with its aliases, that cannot be used: not of the form, or asking
/// for something that this client does not do.
public final class UriException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    /// What is wrong and what to write instead.
    public UriException(String detail) {
        super(ErrorCode.INVALID_ARGUMENT, detail);
    }
}
