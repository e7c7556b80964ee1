package org.domcaps.conformance;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// A folder whose cases cannot be read.
public final class ConformanceException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    /// What cannot be read, and why.
    public ConformanceException(String detail) {
        super(ErrorCode.SYSTEM, detail);
    }

    /// A failure that another exception caused.
    public ConformanceException(String detail, Throwable cause) {
        super(ErrorCode.SYSTEM, detail, cause);
    }
}
