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
        return isTerminal(target(1));
    }

    @Override
    public boolean errIsTerminal() {
        return isTerminal(target(2));
    }

    private static boolean isTerminal(String target) {
        if (target.isEmpty()) {
            return System.console().isTerminal();
        }
        return target.startsWith("/dev/pts/")
                || target.startsWith("/dev/tty")
                || target.equals("/dev/console");
    }

    @Override
    public boolean outIsPipe() {
        String target = target(1);
        return target.startsWith("pipe:") || target.startsWith("socket:");
    }

    /// Where a descriptor leads, read from `/proc`, which is cheaper than a console; empty where
    /// there is no `/proc`.
    private static String target(int descriptor) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
        } catch (IOException | UnsupportedOperationException _) {
            return "";
        }
    }
}
