package org.domcaps.host;

import java.util.Optional;

/// The parts of [HostFacts] that are gathered only when asked for. The [Machine] is always there.
public enum HostPart {
    /// The processor itself; on x86 that needs a native call or `/dev/cpu`.
    RAW_CPU("rawCpu"),
    /// `/dev/kvm`; needs native calls.
    KVM("kvm"),
    /// Switches and nodes below `/sys`, `/proc` and `/dev`.
    FEATURES("features"),
    /// The TPM emulator; runs a program.
    SWTPM("swtpm"),
    /// The helper program for RDP.
    RDP_HELPER("rdpHelper"),
    /// One leaf of CPUID; needs a native call or `/dev/cpu`.
    SEV_GUESTS("sevGuests"),
    /// The firmware descriptors.
    FIRMWARE("firmware");

    private final String jsonName;

    HostPart(String jsonName) {
        this.jsonName = jsonName;
    }

    /// The name of the part's member in the JSON form.
    public String jsonName() {
        return jsonName;
    }

    /// The part of that name.
    public static Optional<HostPart> find(String jsonName) {
        for (HostPart part : values()) {
            if (part.jsonName.equals(jsonName)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }
}
