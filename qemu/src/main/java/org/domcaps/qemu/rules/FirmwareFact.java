package org.domcaps.qemu.rules;

/// What the firmware descriptors that match the guest's architecture and machine offer.
public enum FirmwareFact {
    /// Some has the interface type bios.
    BIOS("with the interface type bios"),
    /// Some has the interface type uefi.
    EFI("with the interface type uefi"),
    /// Some has the feature requires-smm.
    REQUIRES_SMM("with the feature requires-smm"),
    /// Some has the feature secure-boot.
    SECURE_BOOT("with the feature secure-boot"),
    /// Some lacks the feature secure-boot.
    NO_SECURE_BOOT("without the feature secure-boot"),
    /// Some has the feature enrolled-keys.
    ENROLLED_KEYS("with the feature enrolled-keys"),
    /// Some lacks the feature enrolled-keys.
    NO_ENROLLED_KEYS("without the feature enrolled-keys"),
    /// Some is mapped as memory and has a template for QEMU's own variable store.
    VARSTORE_TEMPLATE("with a template for a variable store (mapping memory, uefi-vars)");

    private final String words;

    FirmwareFact(String words) {
        this.words = words;
    }

    /// In words that a person reads, as the end of the sentence "a matching firmware descriptor …".
    public String words() {
        return words;
    }
}
