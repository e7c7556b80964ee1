package org.domcaps.qemu.probe;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

import java.nio.file.Path;

/// A probe that could not find out what a binary can do. Nothing may be concluded from it, and
/// nothing is kept.
public final class ProbeException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    private final transient Path binary;

    /// A failed probe of `binary`, with the reason.
    public ProbeException(Path binary, String reason, Throwable cause) {
        super(
                ErrorCode.INTERNAL,
                "Failed to probe capabilities for " + binary + ": " + reason,
                cause);
        this.binary = binary;
    }

    /// The binary.
    public Path binary() {
        return binary;
    }
}
