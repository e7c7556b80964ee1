package org.domcaps.error;

import java.util.Objects;

/// Root of every failure that Domcaps reports.
///
/// Not sealed: each module has its own subclasses with the facts of the situation as fields.
public class DomcapsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /// A failure with its code and one line of text, without the code's prefix.
    public DomcapsException(ErrorCode code, String detail) {
        super(detail);
        this.code = Objects.requireNonNull(code, "code");
    }

    /// A failure that another exception caused.
    public DomcapsException(ErrorCode code, String detail, Throwable cause) {
        super(detail, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /// Which kind of failure, in libvirt's numbering.
    public final ErrorCode code() {
        return code;
    }

    /// The message as libvirt's clients show it: the code's prefix, then the detail text. A few of
    /// libvirt's messages lack the prefix, and their exceptions say so.
    public String libvirtMessage() {
        return code.prefix() + getMessage();
    }
}
