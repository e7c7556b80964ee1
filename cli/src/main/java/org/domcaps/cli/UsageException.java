package org.domcaps.cli;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// A command line that cannot be carried out as it stands. The message says what is wrong, without
/// the hint to help.
public final class UsageException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    /// A fault in the command line.
    public UsageException(String detail) {
        super(ErrorCode.INVALID_ARGUMENT, detail);
    }
}
