package org.domcaps.cpu;

import java.util.Optional;

/// One of the four registers that the CPUID instruction fills.
public enum CpuidRegister {
    EAX("eax"),
    EBX("ebx"),
    ECX("ecx"),
    EDX("edx");

    private final String xmlName;

    CpuidRegister(String xmlName) {
        this.xmlName = xmlName;
    }

    /// The name in `<cpudata>` and in the CPU map.
    public String xmlName() {
        return xmlName;
    }

    /// The register of that name.
    public static Optional<CpuidRegister> find(String xmlName) {
        for (CpuidRegister register : values()) {
            if (register.xmlName.equals(xmlName)) {
                return Optional.of(register);
            }
        }
        return Optional.empty();
    }
}
