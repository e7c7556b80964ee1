package org.domcaps.document;

import org.domcaps.json.JsonReader;

/// Reads a document in whatever form it comes.
public final class DocumentBytes {

    private DocumentBytes() {}

    /// Reads one document in XML or in our JSON form; the first character that is no blank tells
    /// which.
    ///
    /// @throws org.domcaps.error.DomcapsException if it is neither
    public static ReadDocument read(byte[] bytes) {
        if (!isJson(bytes)) {
            return DocumentReader.readWithForm(bytes);
        }
        DomainCapabilities document = DocumentJson.fromJson(JsonReader.readStrict(bytes));
        return new ReadDocument(document, Generations.detect(document));
    }

    /// Whether the text can only be JSON: its first character that is no blank begins an object.
    public static boolean isJson(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
                return b == '{';
            }
        }
        return false;
    }
}
