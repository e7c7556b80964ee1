package org.domcaps.cli;

import org.domcaps.document.DocumentBytes;
import org.domcaps.document.ReadDocument;
import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/// A document that exists already: a file or standard input, in XML or in our JSON form.
///
/// @param name what messages call it
/// @param bytes its content
record DocumentInput(String name, byte[] bytes) {

    /// Some thirty times the longest document there is; what is longer is refused instead of kept.
    private static final int MOST_BYTES = 4 << 20;

    /// Reads the file of that name, or standard input for `-`.
    static DocumentInput of(String name, Shell shell) {
        String shown = name.equals("-") ? "standard input" : name;
        try (InputStream in =
                name.equals("-")
                        ? shell.in()
                        : Files.newInputStream(OptionValues.path("--document", name))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new DomcapsException(
                        ErrorCode.XML,
                        shown + " is larger than the limit of " + MOST_BYTES + " bytes");
            }
            return new DocumentInput(shown, bytes);
        } catch (IOException e) {
            throw new FileException("read", shown, e);
        }
    }

    /// Reads the content.
    ///
    /// @throws DomcapsException if it is no domain capabilities document in XML or in our JSON form
    ReadDocument read() {
        try {
            return DocumentBytes.read(bytes);
        } catch (DomcapsException e) {
            throw fault(e);
        }
    }

    /// A failure to read the content, with the name of the input.
    DomcapsException fault(DomcapsException e) {
        // Bad JSON has no code of its own in libvirt's table; this one adds no words.
        ErrorCode code = DocumentBytes.isJson(bytes) ? ErrorCode.SYSTEM : e.code();
        return new DomcapsException(code, name + ": " + e.getMessage(), e);
    }
}
