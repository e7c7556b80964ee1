package org.domcaps.rpc.server;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Optional;

/// A listening socket in the file system.
///
/// Whoever owns it holds a lock on the file `PATH.lock`, so that two servers cannot take it from
/// each other; a lock ends with its process, however that ends. A socket that a dead process left
/// is replaced. The new one gets its owner and permissions under another name and is moved into
/// place then, so it is never open to more people than it shall be.
final class SocketFile implements AutoCloseable {

    /// What the kernel allows, without the zero byte at the end.
    private static final int LONGEST_PATH = 107;

    private static final int BACKLOG = 1024;
    private static final int LOCK_ATTEMPTS = 10;

    private final Path path;
    private final FileChannel lock;
    private final Path lockFile;
    private final ServerSocketChannel channel;

    private SocketFile(Path path, Path lockFile, FileChannel lock, ServerSocketChannel channel) {
        this.path = path;
        this.lockFile = lockFile;
        this.lock = lock;
        this.channel = channel;
    }

    /// Opens the socket.
    ///
    /// @throws ListenException if somebody listens there, or it cannot be made
    static SocketFile open(Endpoint.Unix endpoint) {
        Path path = endpoint.path().toAbsolutePath();
        Path lockFile = path.resolveSibling(path.getFileName() + ".lock");
        FileChannel lock = null;
        try {
            Files.createDirectories(path.getParent());
            lock = lock(path, lockFile);
            checkFree(path);
            ServerSocketChannel channel = publish(endpoint, path);
            SocketFile file = new SocketFile(path, lockFile, lock, channel);
            lock = null;
            return file;
        } catch (IOException e) {
            throw new ListenException("cannot listen on " + path + ": " + reason(e), e);
        } finally {
            if (lock != null) {
                closeQuietly(lock);
            }
        }
    }

    /// The file may have been removed by its last owner between opening and locking it; a lock on
    /// such a file is worth nothing.
    private static FileChannel lock(Path path, Path lockFile) throws IOException {
        for (int attempt = 0; attempt < LOCK_ATTEMPTS; attempt++) {
            FileChannel channel =
                    FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Object before = Files.getAttribute(lockFile, "unix:ino");
            if (tryLock(channel).isEmpty()) {
                closeQuietly(channel);
                throw inUse(path);
            }
            if (Files.exists(lockFile) && before.equals(Files.getAttribute(lockFile, "unix:ino"))) {
                return channel;
            }
            closeQuietly(channel);
        }
        throw inUse(path);
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException _) {
            return Optional.empty();
        }
    }

    private static ListenException inUse(Path path) {
        return new ListenException(
                "another server is listening on "
                        + path
                        + "; stop it, or choose another path with --socket");
    }

    /// A socket that somebody answers on belongs to another program, which holds no lock of ours.
    private static void checkFree(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                || Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                || Files.isSymbolicLink(path)) {
            throw new ListenException(path + " exists and is no socket; it is left alone");
        }
        try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            probe.connect(UnixDomainSocketAddress.of(path));
            throw inUse(path);
        } catch (IOException _) {
            // Nobody listens: what a dead process left.
        }
    }

    private static ServerSocketChannel publish(Endpoint.Unix endpoint, Path path)
            throws IOException {
        Path hidden =
                path.resolveSibling(
                        "."
                                + Long.toHexString(ProcessHandle.current().pid())
                                + "-"
                                + (endpoint.readOnly() ? "r" : "w"));
        checkLength(path);
        checkLength(hidden);
        Files.deleteIfExists(hidden);
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(hidden), BACKLOG);
            Files.setPosixFilePermissions(hidden, endpoint.mode());
            if (endpoint.group().isPresent()) {
                setGroup(hidden, endpoint.group().get());
            }
            Files.move(hidden, path, StandardCopyOption.ATOMIC_MOVE);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            Files.deleteIfExists(hidden);
            throw e;
        }
    }

    private static void checkLength(Path path) {
        int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_PATH) {
            throw new ListenException(
                    "the path of a socket can have at most "
                            + LONGEST_PATH
                            + " bytes, and "
                            + path
                            + " has "
                            + length);
        }
    }

    private static void setGroup(Path file, String name) throws IOException {
        try {
            Files.getFileAttributeView(file, PosixFileAttributeView.class)
                    .setGroup(
                            file.getFileSystem()
                                    .getUserPrincipalLookupService()
                                    .lookupPrincipalByGroupName(name));
        } catch (UserPrincipalNotFoundException e) {
            throw new ListenException("there is no group '" + name + "'", e);
        }
    }

    private static String reason(IOException fault) {
        return switch (fault) {
            case AccessDeniedException _ -> "Permission denied";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> fault.getMessage();
        };
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException _) {
            // Nothing depends on it.
        }
    }

    /// The listening channel.
    ServerSocketChannel channel() {
        return channel;
    }

    /// Ends listening, removes the socket and gives the path free.
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(path);
            Files.deleteIfExists(lockFile);
        } catch (IOException _) {
            // What is left counts as the rest of a dead process next time.
        } finally {
            closeQuietly(lock);
        }
    }
}
