package org.domcaps.qemu.qmp;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// A conversation with QEMU that failed: broken framing, an early end, a deadline, a size over a
/// limit.
public class QmpException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    /// A failure in one line.
    public QmpException(String detail) {
        super(ErrorCode.INTERNAL, detail);
    }

    /// A failure that another exception caused.
    public QmpException(String detail, Throwable cause) {
        super(ErrorCode.INTERNAL, detail, cause);
    }
}
