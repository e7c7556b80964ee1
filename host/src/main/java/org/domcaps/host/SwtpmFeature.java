package org.domcaps.host;

import java.util.Optional;

/// What `swtpm_setup --print-capabilities` can list, as far as libvirt knows the names.
public enum SwtpmFeature {
    /// The password comes through a file descriptor.
    PASSWORD_DESCRIPTOR("cmdarg-pwdfile-fd"),
    /// It can write its own configuration files.
    CREATE_CONFIG_FILES("cmdarg-create-config-files"),
    /// TPM 1.2 can be set up by anybody.
    TPM12_WITHOUT_ROOT("tpm12-not-need-root"),
    /// The active banks of an existing TPM can be changed.
    RECONFIGURE_PCR_BANKS("cmdarg-reconfigure-pcr-banks"),
    /// Version 1.2 of the TPM; the document prints `1.2`.
    TPM_1_2("tpm-1.2"),
    /// Version 2.0 of the TPM; the document prints `2.0`.
    TPM_2_0("tpm-2.0");

    private final String wireName;

    SwtpmFeature(String wireName) {
        this.wireName = wireName;
    }

    /// The name in the program's answer.
    public String wireName() {
        return wireName;
    }

    /// The feature of that name.
    public static Optional<SwtpmFeature> find(String wireName) {
        for (SwtpmFeature feature : values()) {
            if (feature.wireName.equals(wireName)) {
                return Optional.of(feature);
            }
        }
        return Optional.empty();
    }
}
