package org.domcaps.host.system;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import java.util.OptionalLong;

/// `/dev/kvm` through the C library's `open` and `ioctl`.
///
/// Request numbers are coded as the architecture of the running program wants them.
public record NativeKvm(HostRoot root) implements KvmDevice {

    private static final String NODE = "/dev/kvm";
    private static final long CHECK_EXTENSION = 0xAE03L;
    private static final long GET_MSRS = 0xC008AE88L;

    /// powerpc, mips and sparc mark a request without argument with a direction bit of its own.
    private static final long NO_ARGUMENT = 0x20000000L;

    /// Checks that the root is given.
    public NativeKvm {
        Objects.requireNonNull(root, "root");
    }

    @Override
    public Opening open() {
        LibC.Opened opened;
        try {
            opened = LibC.open(root.resolve(NODE).toString(), LibC.READ_ONLY);
        } catch (IllegalCallerException | LinkageError | UnsupportedOperationException e) {
            return new Opening.Untried("Java may not call native code: " + e.getMessage());
        }
        if (opened.descriptor() >= 0) {
            return new Opening.Opened(new Node(opened.descriptor()));
        }
        return opened.errno() == LibC.ENOENT
                ? new Opening.Missing()
                : new Opening.Refused(LibC.strerror(opened.errno()));
    }

    private static String arch() {
        return System.getProperty("os.arch");
    }

    private static boolean marksRequestsWithoutArgument() {
        return arch().startsWith("ppc") || arch().startsWith("mips") || arch().startsWith("sparc");
    }

    private record Node(int descriptor) implements Handle {

        @Override
        public int checkExtension(int capability) {
            long request =
                    marksRequestsWithoutArgument()
                            ? CHECK_EXTENSION | NO_ARGUMENT
                            : CHECK_EXTENSION;
            return LibC.ioctl(descriptor, request, capability);
        }

        @Override
        public OptionalLong readFeatureMsr(int index) {
            if (!arch().equals("amd64")) {
                return OptionalLong.empty();
            }
            try (Arena arena = Arena.ofConfined()) {
                // u32 count, u32 padding; one entry: u32 index, u32 reserved, u64 value.
                MemorySegment request = arena.allocate(24, 8);
                request.set(ValueLayout.JAVA_INT, 0, 1);
                request.set(ValueLayout.JAVA_INT, 8, index);
                int handled = LibC.ioctl(descriptor, GET_MSRS, request.address());
                return handled < 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(request.get(ValueLayout.JAVA_LONG, 16));
            }
        }

        @Override
        public void close() {
            LibC.close(descriptor);
        }
    }
}
