package org.domcaps.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.domcaps.document.DocumentReader;
import org.domcaps.document.ReadDocument;
import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// A document that exists already: a file or standard input, in XML or in our JSON form.
///
/// @param name what messages call it
/// @param bytes its content
record DocumentInput(String name, byte[] bytes) {

    /// More than any document and than the readers take; a stream that is longer is refused instead of kept.
    private static final int MOST_BYTES = 64 << 20;

    /// Reads the file of that name, or standard input for `-`.
    static DocumentInput of(String name, Shell shell) {
        String shown = name.equals("-") ? "standard input" : name;
        try (InputStream in = name.equals("-")
                ? shell.in()
                : Files.newInputStream(OptionValues.path("--document", name))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new DomcapsException(
                        ErrorCode.XML, shown + " is larger than the limit of " + MOST_BYTES + " bytes");
            }
            return new DocumentInput(shown, bytes);
        } catch (IOException e) {
            throw new FileFault("read", shown, e);
        }
    }
}
