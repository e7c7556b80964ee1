package org.domcaps.host.system;

/// What reading a file gave: its text, nothing because it does not exist, or a refusal.
public sealed interface FileText {

    /// The file was read; the text may be cut at the limit the reader gave.
    record Text(String text) implements FileText {}

    /// There is no such file.
    record Missing() implements FileText {}

    /// The file is there but was not read, with the C library's words for the reason.
    record Refused(String reason) implements FileText {}

    /// The text, or an empty text where the file was not read.
    default String orEmpty() {
        // Not a switch: on the way to a cached answer each of those costs a millisecond of linking.
        return this instanceof Text read ? read.text : "";
    }
}
