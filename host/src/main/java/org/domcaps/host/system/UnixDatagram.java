package org.domcaps.host.system;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/// One message to a datagram socket in the file system, for which Java has no words.
public final class UnixDatagram {

    private static final int AF_UNIX = 1;

    /// `SOCK_DGRAM | SOCK_CLOEXEC`.
    private static final int DATAGRAM = 2 | 0x80000;

    /// The family, in front of the path.
    private static final int FAMILY_BYTES = 2;

    /// What `sun_path` holds.
    private static final int LONGEST_PATH = 108;

    private static final MethodHandle SOCKET =
            LibC.function(
                    "socket",
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT));
    private static final MethodHandle SEND_TO =
            LibC.function(
                    "sendto",
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_INT));

    private UnixDatagram() {}

    /// Sends a message.
    ///
    /// @param path of the socket; one that begins with `@` is a name of Linux's own name space,
    ///   without a file
    /// @return whether somebody took it
    public static boolean send(String path, String message) {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        if (name.length == 0 || name.length >= LONGEST_PATH) {
            return false;
        }
        if (name[0] == '@') {
            name[0] = 0;
        }
        byte[] content = message.getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(FAMILY_BYTES + (long) LONGEST_PATH);
            address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
            MemorySegment.copy(name, 0, address, ValueLayout.JAVA_BYTE, FAMILY_BYTES, name.length);
            MemorySegment bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, content);
            int socket = (int) SOCKET.invokeExact(AF_UNIX, DATAGRAM, 0);
            if (socket < 0) {
                return false;
            }
            try {
                long sent =
                        (long)
                                SEND_TO.invokeExact(
                                        socket,
                                        bytes,
                                        (long) content.length,
                                        0,
                                        address,
                                        FAMILY_BYTES + name.length);
                return sent == content.length;
            } finally {
                LibC.close(socket);
            }
        } catch (Throwable e) {
            throw LibC.unexpected(e);
        }
    }
}
