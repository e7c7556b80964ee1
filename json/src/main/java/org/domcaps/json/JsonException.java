package org.domcaps.json;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// Text that is not the JSON that was expected. Line and column are 1-based; 0 where the place is
/// not known.
public final class JsonException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /// A fault at a place of a text.
    public JsonException(String detail, int line, int column) {
        super(
                ErrorCode.INTERNAL,
                line > 0 ? detail + " at line " + line + ", column " + column : detail);
        this.line = line;
        this.column = column;
    }

    /// The line of the fault.
    public int line() {
        return line;
    }

    /// The column of the fault.
    public int column() {
        return column;
    }
}
