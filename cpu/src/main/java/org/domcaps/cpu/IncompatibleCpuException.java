package org.domcaps.cpu;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// CPU definitions that cannot be brought together; the message says why.
public final class IncompatibleCpuException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    /// A failure with its reason in one line.
    public IncompatibleCpuException(String reason) {
        super(ErrorCode.CPU_INCOMPATIBLE, reason);
    }
}
