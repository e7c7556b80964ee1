package org.domcaps.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The real process.
///
/// The streams are opened anew over the descriptors, because `System.out` buffers and hides errors.
final class ProcessShell implements Shell {

    private final OutputStream out = new FileOutputStream(FileDescriptor.out);
    private final OutputStream err = new FileOutputStream(FileDescriptor.err);

    @Override
    public InputStream in() {
        return new FileInputStream(FileDescriptor.in);
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
    public OutputStream err() {
        return err;
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    @Override
    public boolean outIsTerminal() {
        String target = outTarget();
        if (target.isEmpty()) {
            return System.console().isTerminal();
        }
        return target.startsWith("/dev/pts/")
                || target.startsWith("/dev/tty")
                || target.equals("/dev/console");
    }

    @Override
    public boolean outIsPipe() {
        String target = outTarget();
        return target.startsWith("pipe:") || target.startsWith("socket:");
    }

    /// Where descriptor 1 leads, read from `/proc`, which is cheaper than a console; empty where
    /// there is no `/proc`.
    private static String outTarget() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
        } catch (IOException | UnsupportedOperationException _) {
            return "";
        }
    }
}
