package org.domcaps.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Golden files: expected output that lies in the repository.
///
/// With `-Dgolden=update` the file is rewritten instead of compared; a reviewer reads the
/// difference.
public final class Golden {

    private Golden() {}

    /// The expected text for `actual`: the content of the file, or `actual` itself after it was
    /// written there.
    ///
    /// @throws UncheckedIOException if the file cannot be read or written
    public static String expected(Path file, String actual) {
        try {
            if ("update".equals(System.getProperty("golden"))) {
                if (System.getenv("CI") != null) {
                    throw new IllegalStateException("golden files are not rewritten in CI");
                }
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual);
                return actual;
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("golden file " + file, e);
        }
    }

    /// Compares with a golden file, or rewrites it.
    ///
    /// @throws AssertionError if they differ; the message is the unified difference
    public static void check(Path file, String actual) {
        String expected = expected(file, actual);
        if (!expected.equals(actual)) {
            String difference = TextDiff.of(expected, actual);
            throw new AssertionError(
                    "--- "
                            + file
                            + "\n+++ computed (-Dgolden=update rewrites the file)\n"
                            + (difference.isEmpty() ? "only line ends differ\n" : difference));
        }
    }
}
