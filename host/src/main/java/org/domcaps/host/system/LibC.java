package org.domcaps.host.system;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// The few functions of the C library that Java has no words for. Loaded with the first native
/// call, not before.
@SuppressWarnings("restricted")
final class LibC {

    /// `O_RDONLY | O_CLOEXEC`.
    static final int READ_ONLY = 0x80000;

    static final int ENOENT = 2;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final AddressLayout POINTER = ValueLayout.ADDRESS;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO_FIELD =
            STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final Linker.Option VARIADIC = Linker.Option.firstVariadicArg(2);

    private static final MethodHandle OPEN =
            function("open", FunctionDescriptor.of(INT, POINTER, INT), VARIADIC, ERRNO);
    private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(INT, INT));
    private static final MethodHandle IOCTL =
            function("ioctl", FunctionDescriptor.of(INT, INT, LONG, LONG), VARIADIC);
    private static final MethodHandle STRERROR =
            function("strerror", FunctionDescriptor.of(POINTER, INT));

    private LibC() {}

    /// The outcome of `open`: a descriptor, or -1 and the error number.
    record Opened(int descriptor, int errno) {}

    static MethodHandle function(String name, FunctionDescriptor type, Linker.Option... options) {
        MemorySegment address =
                LINKER.defaultLookup()
                        .find(name)
                        .orElseThrow(() ->
                                new UnsatisfiedLinkError("the C library has no function " + name));
        return LINKER.downcallHandle(address, type, options);
    }

    static Opened open(String path, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            int descriptor = (int) OPEN.invokeExact(state, arena.allocateFrom(path), flags);
            return new Opened(descriptor, (int) ERRNO_FIELD.get(state, 0L));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void close(int descriptor) {
        try {
            int _ = (int) CLOSE.invokeExact(descriptor);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /// `ioctl` with a number or an address as its argument.
    static int ioctl(int descriptor, long request, long argument) {
        try {
            return (int) IOCTL.invokeExact(descriptor, request, argument);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static String strerror(int errno) {
        try {
            MemorySegment text = (MemorySegment) STRERROR.invokeExact(errno);
            return text.reinterpret(Integer.MAX_VALUE).getString(0);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /// A downcall throws nothing that is checked, whatever its signature says.
    static RuntimeException unexpected(Throwable fault) {
        return switch (fault) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException("native call failed", fault);
        };
    }
}
