package org.domcaps.document;

/// The three states of a thing in the document: "not reported" is never the same as "no".
public enum Support {
    /// `supported='yes'`.
    YES,
    /// `supported='no'`.
    NO,
    /// The document does not say: the element is not there.
    NOT_REPORTED
}
