package org.domcaps.bench;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// Something that could not be measured.
final class BenchException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    BenchException(String detail) {
        super(ErrorCode.INTERNAL, detail);
    }

    BenchException(String detail, Throwable cause) {
        super(ErrorCode.INTERNAL, detail, cause);
    }
}
