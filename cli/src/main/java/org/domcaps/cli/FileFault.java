package org.domcaps.cli;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// A file or stream that cannot be read or written.
final class FileFault extends DomcapsException {

    private static final long serialVersionUID = 1L;

    /// @param action what was tried, as in `cannot ACTION WHAT: why`: `read`, `write`
    /// @param what the file or stream
    FileFault(String action, String what, IOException cause) {
        super(ErrorCode.SYSTEM, "cannot " + action + " " + what + ": " + reason(cause), cause);
    }

    /// The exceptions of `java.nio.file` say the reason with their type, and only sometimes in
    /// words.
    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "No such file or directory";
        }
        if (cause instanceof AccessDeniedException) {
            return "Permission denied";
        }
        if (cause instanceof FileSystemException fault && fault.getReason() != null) {
            return fault.getReason();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
