package org.domcaps.host.system;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// What the system knows of a file, symbolic links followed: Java's own attributes lack the space
/// that a file takes. From `statx`, which C libraries have since 2018 (glibc 2.28) and whose
/// structure is the same on every architecture.
///
/// @param kind what the file is
/// @param permissions the lowest twelve bits of its mode
/// @param owner number of the user
/// @param group number of the group
/// @param size bytes of content
/// @param allocated bytes that it takes on the file system
/// @param accessed when it was read last
/// @param modified when its content was changed last
/// @param changed when anything of it was changed last
/// @param born when it was made; empty where the file system does not keep that
public record FileStatus(
        Kind kind,
        int permissions,
        int owner,
        int group,
        long size,
        long allocated,
        Instant accessed,
        Instant modified,
        Instant changed,
        Optional<Instant> born) {

    /// Checks.
    public FileStatus {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(accessed, "accessed");
        Objects.requireNonNull(modified, "modified");
        Objects.requireNonNull(changed, "changed");
        Objects.requireNonNull(born, "born");
    }

    /// What a file is.
    public enum Kind {
        /// A regular file.
        FILE,
        /// A directory.
        DIRECTORY,
        /// A block device.
        BLOCK_DEVICE,
        /// Anything else: a pipe, a socket, a character device.
        OTHER;

        private static final int TYPE = 0xf000;

        private static Kind of(int mode) {
            return switch (mode & TYPE) {
                case 0x8000 -> FILE;
                case 0x4000 -> DIRECTORY;
                case 0x6000 -> BLOCK_DEVICE;
                default -> OTHER;
            };
        }
    }

    /// Asks for a file.
    ///
    /// @throws FileSystemException if it is not there or the system refuses; its reason is in the C
    ///   library's words
    public static FileStatus of(String path) throws FileSystemException {
        if (path.indexOf('\0') >= 0) {
            throw new FileSystemException(path, null, FileFault.NO_SUCH_FILE);
        }
        return Statx.ask(path);
    }

    /// The call. Loaded with the first question, not before.
    @SuppressWarnings("restricted")
    private static final class Statx {

        private static final int CURRENT_DIRECTORY = -100;
        private static final int BASIC_AND_BIRTH = 0xfff;
        private static final int BIRTH = 0x800;
        private static final long STRUCT_BYTES = 256;
        private static final int PERMISSIONS = 0xfff;
        private static final long BLOCK = 512;

        // Where the fields lie.
        private static final long MASK = 0;
        private static final long OWNER = 20;
        private static final long GROUP = 24;
        private static final long MODE = 28;
        private static final long SIZE = 40;
        private static final long BLOCKS = 48;
        private static final long ACCESSED = 64;
        private static final long BORN = 80;
        private static final long CHANGED = 96;
        private static final long MODIFIED = 112;

        private static final MethodHandle STATX =
                LibC.function(
                        "statx",
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.ADDRESS),
                        Linker.Option.captureCallState("errno"));

        private static FileStatus ask(String path) throws FileSystemException {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment state = arena.allocate(LibC.STATE);
                MemorySegment struct = arena.allocate(STRUCT_BYTES, Long.BYTES);
                int result = call(state, arena.allocateFrom(path), struct);
                if (result != 0) {
                    throw new FileSystemException(path, null, LibC.strerror(LibC.errno(state)));
                }
                return read(struct);
            }
        }

        private static int call(MemorySegment state, MemorySegment path, MemorySegment struct) {
            try {
                return (int)
                        STATX.invokeExact(
                                state, CURRENT_DIRECTORY, path, 0, BASIC_AND_BIRTH, struct);
            } catch (Throwable e) {
                throw LibC.unexpected(e);
            }
        }

        private static FileStatus read(MemorySegment struct) {
            int mode = Short.toUnsignedInt(struct.get(ValueLayout.JAVA_SHORT, MODE));
            boolean hasBirth = (struct.get(ValueLayout.JAVA_INT, MASK) & BIRTH) != 0;
            return new FileStatus(
                    Kind.of(mode),
                    mode & PERMISSIONS,
                    struct.get(ValueLayout.JAVA_INT, OWNER),
                    struct.get(ValueLayout.JAVA_INT, GROUP),
                    struct.get(ValueLayout.JAVA_LONG, SIZE),
                    struct.get(ValueLayout.JAVA_LONG, BLOCKS) * BLOCK,
                    time(struct, ACCESSED),
                    time(struct, MODIFIED),
                    time(struct, CHANGED),
                    hasBirth ? Optional.of(time(struct, BORN)) : Optional.empty());
        }

        private static Instant time(MemorySegment struct, long offset) {
            return Instant.ofEpochSecond(
                    struct.get(ValueLayout.JAVA_LONG, offset),
                    Integer.toUnsignedLong(struct.get(ValueLayout.JAVA_INT, offset + Long.BYTES)));
        }
    }
}
