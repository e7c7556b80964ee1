package org.domcaps.qemu.driver;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// A facts bundle or recording that cannot be read or written.
public final class BundleException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    /// What failed, and with which file.
    public BundleException(String detail) {
        super(ErrorCode.SYSTEM, detail);
    }

    /// A failure that another exception caused.
    public BundleException(String detail, Throwable cause) {
        super(ErrorCode.SYSTEM, detail, cause);
    }
}
