package org.domcaps.cli;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;
import org.domcaps.host.system.FileFault;

import java.io.IOException;

/// A file or stream that cannot be read or written.
final class FileException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    /// @param action what was tried, as in `cannot ACTION WHAT: why`: `read`, `write`
    /// @param what the file or stream
    FileException(String action, String what, IOException cause) {
        super(
                ErrorCode.SYSTEM,
                "cannot " + action + " " + what + ": " + FileFault.reason(cause),
                cause);
    }
}
