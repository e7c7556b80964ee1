package org.domcaps.xml;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// XML text that cannot be read, or that does not have the expected form. Line and column are
/// 1-based.
public final class XmlException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /// A fault at a place of a text.
    public XmlException(String detail, int line, int column) {
        super(ErrorCode.XML, detail + " at line " + line + ", column " + column);
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
