package org.domcaps.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.OptionalInt;

/// The calls about child processes that Java has no words for. Numbers and offsets are those of
/// 64-bit Linux.
@SuppressWarnings("restricted")
final class LibC {

    private static final int PR_SET_CHILD_SUBREAPER = 36;
    private static final int ANY_CHILD = 0;
    private static final int NO_WAITING = 1;
    private static final int EXITED = 4;
    private static final int LEAVE_IT_DEAD = 0x01000000;
    private static final int SIGINFO_BYTES = 128;
    private static final int SIGINFO_PID = 16;
    private static final int RUSAGE_BYTES = 144;
    private static final int RUSAGE_MAXRSS = 32;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle PRCTL =
            function(
                    "prctl",
                    FunctionDescriptor.of(INT, INT, LONG, LONG, LONG, LONG),
                    Linker.Option.firstVariadicArg(1));
    private static final MethodHandle WAITID =
            function("waitid", FunctionDescriptor.of(INT, INT, INT, ValueLayout.ADDRESS, INT));
    private static final MethodHandle WAIT4 =
            function(
                    "wait4",
                    FunctionDescriptor.of(INT, INT, ValueLayout.ADDRESS, INT, ValueLayout.ADDRESS));

    private LibC() {}

    /// How a process ended.
    ///
    /// @param exit its exit code; negative: the signal that killed it
    /// @param peakKib the most memory that was resident at a time
    record Ended(int exit, long peakKib) {}

    private static MethodHandle function(
            String name, FunctionDescriptor type, Linker.Option... options) {
        MemorySegment address =
                LINKER.defaultLookup()
                        .find(name)
                        .orElseThrow(
                                () -> new BenchException("the C library has no function " + name));
        return LINKER.downcallHandle(address, type, options);
    }

    /// Makes this process the parent of all its descendants whose own parent died.
    static void becomeSubreaper() {
        int result;
        try {
            result = (int) PRCTL.invokeExact(PR_SET_CHILD_SUBREAPER, 1L, 0L, 0L, 0L);
        } catch (Throwable e) {
            throw unexpected(e);
        }
        if (result != 0) {
            throw new BenchException("the kernel refused PR_SET_CHILD_SUBREAPER");
        }
    }

    /// Waits until some child is dead and leaves it so. Empty if there is no child, or the wait was
    /// interrupted.
    static OptionalInt nextDead() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment told = arena.allocate(SIGINFO_BYTES, Long.BYTES);
            int result = (int) WAITID.invokeExact(ANY_CHILD, 0, told, EXITED | LEAVE_IT_DEAD);
            int pid = told.get(INT, SIGINFO_PID);
            return result == 0 && pid > 0 ? OptionalInt.of(pid) : OptionalInt.empty();
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /// Buries a dead child. Empty if somebody else has done so.
    static Optional<Ended> bury(int pid) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment status = arena.allocate(INT);
            MemorySegment usage = arena.allocate(RUSAGE_BYTES, Long.BYTES);
            int result = (int) WAIT4.invokeExact(pid, status, NO_WAITING, usage);
            if (result != pid) {
                return Optional.empty();
            }
            int signal = status.get(INT, 0) & 0x7f;
            int exit = status.get(INT, 0) >> 8 & 0xff;
            return Optional.of(
                    new Ended(signal == 0 ? exit : -signal, usage.get(LONG, RUSAGE_MAXRSS)));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static BenchException unexpected(Throwable cause) {
        return new BenchException("a call of the C library failed: " + cause, cause);
    }
}
