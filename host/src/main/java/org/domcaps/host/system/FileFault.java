package org.domcaps.host.system;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Why the system refused a file, in the C library's words (`strerror`), which libvirt's messages
/// end with.
public final class FileFault {

    /// The words for `ENOENT`.
    public static final String NO_SUCH_FILE = "No such file or directory";

    private static final String LOOP = "Too many levels of symbolic links";

    private FileFault() {}

    /// The words for the error behind an exception of `java.nio.file`.
    public static String reason(IOException fault) {
        return switch (fault) {
            case NoSuchFileException _ -> NO_SUCH_FILE;
            case AccessDeniedException _ -> "Permission denied";
            case NotDirectoryException _ -> "Not a directory";
            case FileAlreadyExistsException _ -> "File exists";
            case DirectoryNotEmptyException _ -> "Directory not empty";
            // Java adds a guess of its own to these words.
            case FileSystemException other when other.getReason() != null ->
                    other.getReason().startsWith(LOOP) ? LOOP : other.getReason();
            default ->
                    fault.getMessage() == null
                            ? fault.getClass().getSimpleName()
                            : fault.getMessage();
        };
    }
}
