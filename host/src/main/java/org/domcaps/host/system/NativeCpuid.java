package org.domcaps.host.system;

import org.domcaps.cpu.CpuidRegs;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// CPUID by executing the instruction: a few bytes of machine code in a page of their own.
///
/// Works on x86_64 with the System V calling convention (Linux). The page is first written, then
/// made executable, so it is never both. A system that forbids that gets no answer. Answers for
/// whichever processor runs the thread.
@SuppressWarnings("restricted")
public final class NativeCpuid implements CpuidSource {

    /// `void cpuid(uint32 leaf, uint32 subleaf, uint32 out[4])`.
    private static final byte[] CODE = {
        0x53, // push rbx, which belongs to the caller
        0x49,
        (byte) 0x89,
        (byte) 0xd0, // mov r8, rdx: where the result goes
        (byte) 0x89,
        (byte) 0xf8, // mov eax, edi
        (byte) 0x89,
        (byte) 0xf1, // mov ecx, esi
        0x31,
        (byte) 0xdb, // xor ebx, ebx
        0x31,
        (byte) 0xd2, // xor edx, edx
        0x0f,
        (byte) 0xa2, // cpuid
        0x41,
        (byte) 0x89,
        0x00, // mov [r8], eax
        0x41,
        (byte) 0x89,
        0x58,
        0x04, // mov [r8 + 4], ebx
        0x41,
        (byte) 0x89,
        0x48,
        0x08, // mov [r8 + 8], ecx
        0x41,
        (byte) 0x89,
        0x50,
        0x0c, // mov [r8 + 12], edx
        0x5b, // pop rbx
        (byte) 0xc3 // ret
    };

    private static final long PAGE = 4096;
    private static final int PROT_READ_WRITE = 1 | 2;
    private static final int PROT_READ_EXECUTE = 1 | 4;
    private static final int MAP_PRIVATE_ANONYMOUS = 0x02 | 0x20;
    private static final int REGISTER_BYTES = 16;

    /// A source for a machine of the running architecture; whether it can answer shows with the
    /// first query.
    public NativeCpuid() {}

    @Override
    public Optional<CpuidRegs> read(int leaf, int subleaf) {
        Optional<MethodHandle> instruction = Holder.INSTRUCTION;
        if (instruction.isEmpty()) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(REGISTER_BYTES, 8);
            instruction.get().invokeExact(leaf, subleaf, out);
            return Optional.of(
                    new CpuidRegs(
                            out.get(ValueLayout.JAVA_INT, 0),
                            out.get(ValueLayout.JAVA_INT, 4),
                            out.get(ValueLayout.JAVA_INT, 8),
                            out.get(ValueLayout.JAVA_INT, 12)));
        } catch (Throwable e) {
            throw LibC.unexpected(e);
        }
    }

    /// Keeps the page for the life of the process.
    private static final class Holder {

        private static final Optional<MethodHandle> INSTRUCTION = load();

        private static Optional<MethodHandle> load() {
            if (!System.getProperty("os.arch").equals("amd64")
                    || !System.getProperty("os.name").equals("Linux")) {
                return Optional.empty();
            }
            try {
                return map();
            } catch (IllegalCallerException | LinkageError | UnsupportedOperationException _) {
                return Optional.empty();
            } catch (Throwable e) {
                throw LibC.unexpected(e);
            }
        }

        private static Optional<MethodHandle> map() throws Throwable {
            MethodHandle mmap =
                    LibC.function(
                            "mmap",
                            FunctionDescriptor.of(
                                    ValueLayout.ADDRESS,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_LONG));
            MethodHandle mprotect =
                    LibC.function(
                            "mprotect",
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_INT));
            MemorySegment page =
                    (MemorySegment)
                            mmap.invokeExact(
                                    MemorySegment.NULL,
                                    PAGE,
                                    PROT_READ_WRITE,
                                    MAP_PRIVATE_ANONYMOUS,
                                    -1,
                                    0L);
            if (page.address() == -1) {
                return Optional.empty();
            }
            MemorySegment.copy(
                    CODE, 0, page.reinterpret(PAGE), ValueLayout.JAVA_BYTE, 0, CODE.length);
            if ((int) mprotect.invokeExact(page, PAGE, PROT_READ_EXECUTE) != 0) {
                return Optional.empty();
            }
            FunctionDescriptor type =
                    FunctionDescriptor.ofVoid(
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
            return Optional.of(Linker.nativeLinker().downcallHandle(page, type));
        }
    }
}
