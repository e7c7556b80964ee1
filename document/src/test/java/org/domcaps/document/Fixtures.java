package org.domcaps.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Documents of our own making.
final class Fixtures {

    private Fixtures() {}

    /// A made-up document of the newest level in which every element is supported and every enum
    /// holds every value.
    static byte[] everything() {
        try (InputStream in = Fixtures.class.getResourceAsStream("everything.xml")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
