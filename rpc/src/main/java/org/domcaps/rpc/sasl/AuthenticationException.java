package org.domcaps.rpc.sasl;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// A daemon wants proof of who we are that cannot be given, or it gave a wrong one of itself.
public final class AuthenticationException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    /// What is missing or wrong.
    public AuthenticationException(String detail) {
        super(ErrorCode.AUTHENTICATION_FAILED, detail);
    }

    /// A failure that another exception caused.
    public AuthenticationException(String detail, Throwable cause) {
        super(ErrorCode.AUTHENTICATION_FAILED, detail, cause);
    }
}
