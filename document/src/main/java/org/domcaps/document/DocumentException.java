package org.domcaps.document;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

import java.util.Objects;

/// A document in another form than XML text that cannot be understood, or a question about a
/// document that cannot be answered. XML text has [org.domcaps.xml.XmlException].
public final class DocumentException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    private final String where;

    /// A failure as a whole.
    public DocumentException(ErrorCode code, String detail) {
        super(code, detail);
        this.where = "";
    }

    /// A fault at a member of the JSON form, such as `devices.disk.enums.bus[2]`.
    public DocumentException(String where, String detail) {
        super(
                ErrorCode.INVALID_ARGUMENT,
                (where.isEmpty() ? "the document" : where) + ": " + detail);
        this.where = Objects.requireNonNull(where, "where");
    }

    /// The path of the member at fault; empty for the document as a whole.
    public String where() {
        return where;
    }
}
