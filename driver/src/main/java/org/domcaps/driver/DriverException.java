package org.domcaps.driver;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

import java.util.Objects;

/// A request that a driver cannot answer, with the code, domain and words that libvirt's driver
/// would give.
public class DriverException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    private final ErrorDomain domain;

    /// A refusal; `detail` is the text after the code's prefix.
    public DriverException(ErrorCode code, ErrorDomain domain, String detail) {
        super(code, detail);
        this.domain = Objects.requireNonNull(domain, "domain");
    }

    /// A refusal that another failure caused.
    public DriverException(ErrorCode code, ErrorDomain domain, String detail, Throwable cause) {
        super(code, detail, cause);
        this.domain = Objects.requireNonNull(domain, "domain");
    }

    /// Where the error is said to come from.
    public final ErrorDomain domain() {
        return domain;
    }
}
