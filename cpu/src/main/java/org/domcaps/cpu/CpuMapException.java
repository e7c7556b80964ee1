package org.domcaps.cpu;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// A CPU map table that breaks its own rules.
public final class CpuMapException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    private final int line;

    /// A fault in a line of a table; line 0 is the table as a whole.
    public CpuMapException(String table, int line, String detail) {
        super(
                ErrorCode.INTERNAL,
                "CPU map " + table + (line > 0 ? " line " + line : "") + ": " + detail);
        this.line = line;
    }

    /// The 1-based line, 0 for the table as a whole.
    public int line() {
        return line;
    }
}
