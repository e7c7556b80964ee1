package org.domcaps.cpu;

import java.util.Map;

/// Writes what was read from an x86 processor as `<cpudata arch='x86'>`, in the order it was read.
public final class CpuidDumpWriter {

    private CpuidDumpWriter() {}

    /// The text of the element, from column 0, with a final line end.
    public static String write(CpuidDump dump) {
        StringBuilder text = new StringBuilder(4096);
        text.append("<cpudata arch='x86'>\n");
        for (Map.Entry<CpuidKey, CpuidRegs> leaf : dump.leaves().entrySet()) {
            text.append("  <cpuid");
            attribute(text, "eax_in", leaf.getKey().leaf(), 8);
            attribute(text, "ecx_in", leaf.getKey().subleaf(), 2);
            CpuidRegs regs = leaf.getValue();
            for (CpuidRegister register : CpuidRegister.values()) {
                attribute(text, register.xmlName(), regs.read(register), 8);
            }
            text.append("/>\n");
        }
        for (Map.Entry<Integer, Long> msr : dump.msrs().entrySet()) {
            text.append("  <msr");
            attribute(text, "index", msr.getKey(), 1);
            attribute(text, "eax", msr.getValue().intValue(), 8);
            attribute(text, "edx", (int) (msr.getValue() >>> 32), 8);
            text.append("/>\n");
        }
        return text.append("</cpudata>\n").toString();
    }

    private static void attribute(StringBuilder text, String name, int value, int width) {
        String digits = Integer.toHexString(value);
        text.append(' ').append(name).append("='0x");
        text.repeat('0', Math.max(0, width - digits.length())).append(digits).append('\'');
    }
}
