package org.domcaps.host;

import org.domcaps.document.Arch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The text of `/proc/cpuinfo`. Pure; the start of the file is enough, since only the first
/// processor counts.
record CpuInfo(String text) {

    /// How much of the file is worth reading, in bytes: the whole of it is large and slow on big
    /// machines.
    static final int READ_LIMIT = 16 << 10;

    private static final int MICROCODE_WINDOW = 4096;
    private static final List<String> X86_KEYS =
            List.of("vendor_id", "model name", "cpu family", "model", "stepping");
    private static final List<String> X86_WORDS =
            List.of("", ", ", ", family: ", ", model: ", ", stepping: ");
    private static final List<String> PPC_KEYS = List.of("cpu", "revision");
    private static final List<String> PPC_WORDS = List.of("", ", rev ");
    private static final List<String> ARM_KEYS =
            List.of("CPU implementer", "CPU variant", "CPU part", "CPU revision");
    private static final List<Integer> ARM_SHIFTS = List.of(24, 20, 4, 0);
    // Bits 19 to 16 of the register: what the processor can do stands in registers of its own. All
    // 64-bit processors have it.
    private static final long ARM_ARCHITECTURE_BY_REGISTERS = 0xf_0000;
    private static final List<String> S390_KEYS = List.of("vendor_id", "processor 0", "facilities");
    private static final List<String> S390_WORDS = List.of("", ", ", ", facilities: ");

    /// The signature: vendor, name, family, model and stepping on x86 and what corresponds to them
    /// on POWER and s390.
    ///
    /// Empty for other architectures, and if one of the lines is missing.
    Optional<String> signature(Arch arch) {
        return switch (arch.family()) {
            case X86 -> joined(X86_KEYS, X86_WORDS);
            case PPC -> arch.isPpc64() ? joined(PPC_KEYS, PPC_WORDS) : Optional.empty();
            case S390 -> joined(S390_KEYS, S390_WORDS);
            case ARM, RISCV, LOONGARCH, OTHER -> Optional.empty();
        };
    }

    /// The revision of the microcode on x86: the number after the first `microcode` and the next
    /// colon.
    ///
    /// 0 if there is none within the first 4096 bytes, or it is no unsigned 32-bit number.
    long microcode(Arch arch) {
        if (arch.family() != Arch.Family.X86) {
            return 0;
        }
        String window = text.substring(0, Math.min(text.length(), MICROCODE_WINDOW));
        int key = window.indexOf("microcode");
        int colon = key < 0 ? -1 : window.indexOf(':', key);
        return colon < 0 ? 0 : number(window, colon + 1);
    }

    /// The width of physical addresses: the number in the first line `address sizes`, on x86, sh4
    /// and loongarch.
    OptionalInt physicalAddressBits(Arch arch) {
        boolean told =
                arch.family() == Arch.Family.X86
                        || arch.family() == Arch.Family.LOONGARCH
                        || arch == Arch.SH4
                        || arch == Arch.SH4EB;
        if (!told) {
            return OptionalInt.empty();
        }
        String key = "address sizes";
        for (int start = 0; start < text.length(); start = nextLine(start)) {
            if (text.regionMatches(true, start, key, 0, key.length())) {
                int end = lineEnd(start);
                int colon = text.indexOf(':', start);
                return colon < 0 || colon >= end
                        ? OptionalInt.empty()
                        : bits(text.substring(colon + 1, end));
            }
        }
        return OptionalInt.empty();
    }

    /// The processor version register of a POWER processor, which `revision` shows as two halves:
    /// `2.2 (pvr 004e 1202)`.
    OptionalInt powerVersion() {
        Optional<Map<String, String>> found = fields(List.of("revision"));
        String mark = "(pvr ";
        String revision = found.isPresent() ? found.get().get("revision") : "";
        int start = revision.indexOf(mark);
        int end = revision.indexOf(')', start + 1);
        if (start < 0 || end < 0) {
            return OptionalInt.empty();
        }
        String digits = revision.substring(start + mark.length(), end).replace(" ", "");
        OptionalLong pvr = hex(digits, 8);
        return pvr.isPresent() ? OptionalInt.of((int) pvr.getAsLong()) : OptionalInt.empty();
    }

    /// The main identification register of an ARM processor, put together from its parts.
    OptionalLong armIdentification() {
        Optional<Map<String, String>> found = fields(ARM_KEYS);
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        long register = ARM_ARCHITECTURE_BY_REGISTERS;
        for (int i = 0; i < ARM_KEYS.size(); i++) {
            String text = found.get().get(ARM_KEYS.get(i));
            OptionalLong part = text.startsWith("0x") ? register(text) : hex(text, 2);
            if (part.isEmpty()) {
                return OptionalLong.empty();
            }
            register |= part.getAsLong() << ARM_SHIFTS.get(i);
        }
        return OptionalLong.of(register);
    }

    /// The number in a file that holds one register: `0x` and hexadecimal digits.
    static OptionalLong register(String text) {
        String line = text.strip();
        return line.startsWith("0x") ? hex(line.substring(2), 16) : OptionalLong.empty();
    }

    private static OptionalLong hex(String digits, int most) {
        if (digits.isEmpty() || digits.length() > most) {
            return OptionalLong.empty();
        }
        for (int i = 0; i < digits.length(); i++) {
            if (Character.digit(digits.charAt(i), 16) < 0) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(Long.parseUnsignedLong(digits, 16));
    }

    private static OptionalInt bits(String rest) {
        int start = skipBlanks(rest, 0);
        int end = start;
        while (end < rest.length()
                && end < start + 9
                && Character.digit(rest.charAt(end), 10) >= 0) {
            end++;
        }
        return end == start
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(rest, start, end, 10));
    }

    /// The values of these keys, each after its word; empty if one is missing.
    private Optional<String> joined(List<String> keys, List<String> words) {
        Optional<Map<String, String>> values = fields(keys);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            joined.append(words.get(i)).append(values.get().get(keys.get(i)));
        }
        return Optional.of(joined.toString());
    }

    /// The values of these keys, of each the first; empty if one is missing.
    private Optional<Map<String, String>> fields(List<String> keys) {
        Map<String, String> found = new HashMap<>();
        for (int start = 0;
                start < text.length() && found.size() < keys.size();
                start = nextLine(start)) {
            String line = text.substring(start, lineEnd(start));
            int colon = line.indexOf(": ");
            if (colon >= 0) {
                String key = line.substring(0, colon).strip();
                if (keys.contains(key)) {
                    found.putIfAbsent(key, line.substring(colon + 2).strip());
                }
            }
        }
        return found.size() == keys.size() ? Optional.of(found) : Optional.empty();
    }

    private int lineEnd(int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private int nextLine(int start) {
        return lineEnd(start) + 1;
    }

    private static int skipBlanks(String text, int start) {
        int at = start;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// An unsigned 32-bit number as C writes it: decimal, `0x` and hexadecimal, or `0` and octal.
    /// What follows is ignored; 0 if there is no such number.
    private static long number(String text, int from) {
        int at = skipBlanks(text, from);
        int radix = 10;
        if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
            radix = 16;
            at += 2;
        } else if (text.startsWith("0", at)) {
            radix = 8;
        }
        long value = 0;
        for (; at < text.length() && Character.digit(text.charAt(at), radix) >= 0; at++) {
            value = value * radix + Character.digit(text.charAt(at), radix);
            if (value > 0xffff_ffffL) {
                return 0;
            }
        }
        return value;
    }
}
