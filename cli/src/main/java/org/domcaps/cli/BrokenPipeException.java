package org.domcaps.cli;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Whoever read standard output went away (`| head -1`), so there is nobody left to tell anything.
final class BrokenPipeException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    BrokenPipeException(IOException cause) {
        super(cause);
    }
}
