package org.domcaps.cpu;

import org.domcaps.xml.XmlElement;
import org.domcaps.xml.XmlException;

import java.util.LinkedHashMap;

/// Reads `<cpudata arch='x86'>` elements; all numbers are hexadecimal with `0x`, or decimal.
public final class CpuidDumpReader {

    private CpuidDumpReader() {}

    /// Reads one dump. A leaf or register that is there twice keeps its last value in the place of
    /// the first.
    ///
    /// @throws XmlException if it is not the dump of an x86 processor, or a number is missing or
    ///   malformed
    public static CpuidDump read(XmlElement cpudata) {
        if (!cpudata.name().equals("cpudata")) {
            throw cpudata.fault("expected <cpudata> and found <" + cpudata.name() + ">");
        }
        String arch = cpudata.requireAttribute("arch");
        if (!arch.equals("x86")) {
            throw cpudata.fault(
                    "CPU data of the architecture '" + arch + "' where x86 is expected");
        }
        LinkedHashMap<CpuidKey, CpuidRegs> leaves = new LinkedHashMap<>();
        LinkedHashMap<Integer, Long> msrs = new LinkedHashMap<>();
        for (XmlElement child : cpudata.children()) {
            switch (child.name()) {
                case "cpuid" ->
                        leaves.put(
                                new CpuidKey(number(child, "eax_in"), number(child, "ecx_in")),
                                new CpuidRegs(
                                        number(child, "eax"),
                                        number(child, "ebx"),
                                        number(child, "ecx"),
                                        number(child, "edx")));
                case "msr" ->
                        msrs.put(
                                number(child, "index"),
                                Integer.toUnsignedLong(number(child, "eax"))
                                        | (long) number(child, "edx") << 32);
                default -> throw child.fault("unknown element <" + child.name() + "> in <cpudata>");
            }
        }
        return new CpuidDump(leaves, msrs);
    }

    private static int number(XmlElement element, String attribute) {
        // An answer without ECX in its question is one for subleaf 0.
        if (attribute.equals("ecx_in") && element.attribute(attribute).isEmpty()) {
            return 0;
        }
        String value = element.requireAttribute(attribute);
        try {
            return value.startsWith("0x")
                    ? Integer.parseUnsignedInt(value, 2, value.length(), 16)
                    : Integer.parseUnsignedInt(value);
        } catch (NumberFormatException _) {
            throw element.fault(
                    "attribute " + attribute + " is not a 32-bit number: '" + value + "'");
        }
    }
}
