package org.domcaps.host.system;

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

    private static final Linker LINKER = Linker.nativeLinker();

    /// Where a call that captures it leaves its error number.
    static final StructLayout STATE = Linker.Option.captureStateLayout();

    private static final VarHandle ERRNO_FIELD =
            STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle OPEN = function("open");
    private static final MethodHandle CLOSE = function("close");
    private static final MethodHandle IOCTL = function("ioctl");

    private LibC() {}

    /// The outcome of `open`: a descriptor, or -1 and the error number.
    record Opened(int descriptor, int errno) {}

    /// A function of up to three numbers or addresses.
    ///
    /// All have one shape, although it has more arguments than some take, and wider ones: whoever
    /// is called finds each in a register of 64 bits, and to link another shape takes ten
    /// milliseconds.
    private static MethodHandle function(String name) {
        return function(
                name,
                FunctionDescriptor.of(INT, LONG, LONG, LONG),
                Linker.Option.firstVariadicArg(2),
                Linker.Option.captureCallState("errno"));
    }

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
            int descriptor = call(OPEN, state, arena.allocateFrom(path).address(), flags, 0);
            return new Opened(descriptor, errno(state));
        }
    }

    static void close(int descriptor) {
        try (Arena arena = Arena.ofConfined()) {
            int _ = call(CLOSE, arena.allocate(STATE), descriptor, 0, 0);
        }
    }

    /// `ioctl` with a number or an address as its argument.
    static int ioctl(int descriptor, long request, long argument) {
        try (Arena arena = Arena.ofConfined()) {
            return call(IOCTL, arena.allocate(STATE), descriptor, request, argument);
        }
    }

    private static int call(
            MethodHandle function, MemorySegment state, long first, long second, long third) {
        try {
            return (int) function.invokeExact(state, first, second, third);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /// The error number of the call that had this memory.
    static int errno(MemorySegment state) {
        return (int) ERRNO_FIELD.get(state, 0L);
    }

    static String strerror(int errno) {
        try {
            // Of another shape, so only linked when something has failed.
            MethodHandle strerror =
                    function("strerror", FunctionDescriptor.of(ValueLayout.ADDRESS, INT));
            MemorySegment text = (MemorySegment) strerror.invokeExact(errno);
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
