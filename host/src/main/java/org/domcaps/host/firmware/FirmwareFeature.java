package org.domcaps.host.firmware;

import org.domcaps.document.Release;

import java.util.Optional;

/// What a descriptor's `features` can say. A release drops names that it does not know yet.
public enum FirmwareFeature {
    /// Suspend to memory.
    ACPI_S3("acpi-s3", Release.OLDEST),
    /// Suspend to disk.
    ACPI_S4("acpi-s4", Release.OLDEST),
    /// Works in a guest with encrypted memory (AMD SEV).
    AMD_SEV("amd-sev", Release.OLDEST),
    /// Works in a guest with encrypted registers.
    AMD_SEV_ES("amd-sev-es", Release.OLDEST),
    /// Works in a guest with protected page tables.
    AMD_SEV_SNP("amd-sev-snp", Release.OLDEST),
    /// The variable template holds the usual keys already, so that Secure Boot is on.
    ENROLLED_KEYS("enrolled-keys", Release.OLDEST),
    /// Keeps its variables in the host's `uefi-vars` device.
    HOST_UEFI_VARS("host-uefi-vars", DescriptorRules.VARIABLE_STORES),
    /// Works in an Intel TDX guest.
    INTEL_TDX("intel-tdx", DescriptorRules.VARIABLE_STORES),
    /// Needs System Management Mode; the document's `secure` follows from it.
    REQUIRES_SMM("requires-smm", Release.OLDEST),
    /// Implements Secure Boot.
    SECURE_BOOT("secure-boot", Release.OLDEST),
    /// Debug output that can be switched.
    VERBOSE_DYNAMIC("verbose-dynamic", Release.OLDEST),
    /// Debug output, always.
    VERBOSE_STATIC("verbose-static", Release.OLDEST);

    private final String wireName;
    private final Release since;

    FirmwareFeature(String wireName, Release since) {
        this.wireName = wireName;
        this.since = since;
    }

    /// The name in descriptors.
    public String wireName() {
        return wireName;
    }

    /// The first release that knows the name.
    public Release since() {
        return since;
    }

    /// The feature of that name, if `release` knows it.
    public static Optional<FirmwareFeature> find(String wireName, Release release) {
        for (FirmwareFeature feature : values()) {
            if (feature.wireName.equals(wireName) && release.isAtLeast(feature.since)) {
                return Optional.of(feature);
            }
        }
        return Optional.empty();
    }
}
