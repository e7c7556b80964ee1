package org.domcaps.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/// Where a command's result goes.
sealed interface Output {

    /// Writes the result.
    ///
    /// @throws org.domcaps.error.DomcapsException if it cannot be written
    /// @throws BrokenPipeException if nobody reads it any more
    void write(byte[] bytes);

    /// What `--output` names; standard output if it is missing or `-`.
    static Output of(Arguments arguments, Shell shell) {
        String target = arguments.find("output").orElse("-");
        return target.equals("-")
                ? standard(shell)
                : new File(OptionValues.path("--output", target));
    }

    /// Standard output.
    static Output standard(Shell shell) {
        return new Standard(shell);
    }

    /// Standard output, written with one call.
    ///
    /// @param shell the process
    record Standard(Shell shell) implements Output {
        @Override
        public void write(byte[] bytes) {
            try {
                OutputStream out = shell.out();
                out.write(bytes);
                out.flush();
            } catch (IOException e) {
                if (shell.outIsPipe() || "Broken pipe".equals(e.getMessage())) {
                    throw new BrokenPipeException(e);
                }
                throw new FileException("write", "to standard output", e);
            }
        }
    }

    /// A file, which has either the whole result or what it had before.
    ///
    /// @param path the file; what is there and is no ordinary file, such as `/dev/stderr`, is
    ///   written in place
    record File(Path path) implements Output {
        @Override
        public void write(byte[] bytes) {
            try {
                if (Files.exists(path) && !Files.isRegularFile(path)) {
                    Files.write(path, bytes);
                } else {
                    replace(Files.exists(path) ? path.toRealPath() : path.toAbsolutePath(), bytes);
                }
            } catch (IOException e) {
                throw new FileException("write", path.toString(), e);
            }
        }

        private static void replace(Path target, byte[] bytes) throws IOException {
            Path draft =
                    target.resolveSibling(
                            "."
                                    + target.getFileName()
                                    + "."
                                    + ProcessHandle.current().pid()
                                    + ".tmp");
            try {
                Files.write(draft, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                keepPermissions(target, draft);
                Files.move(
                        draft,
                        target,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        }

        private static void keepPermissions(Path from, Path to) throws IOException {
            PosixFileAttributeView old =
                    Files.getFileAttributeView(
                            from, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            if (old != null && Files.exists(from)) {
                Files.setPosixFilePermissions(to, old.readAttributes().permissions());
            }
        }
    }
}
