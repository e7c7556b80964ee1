package org.domcaps.decide.suggest;

import org.domcaps.decide.Offered;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.Reason;
import org.domcaps.decide.check.NotReported;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Chooses the firmware: `<os>`.
final class BootChoice {

    /// How secure boot is asked for: documents since 12.1 speak of it, older ones only of loaders
    /// that need SMM.
    enum SecureBoot {
        NONE,
        BY_FEATURE,
        BY_LOADER
    }

    private final Candidate candidate;
    private final Common common;
    private final Traits traits;
    private final Draft draft;

    BootChoice(Candidate candidate, Common common, Traits traits, Draft draft) {
        this.candidate = candidate;
        this.common = common;
        this.traits = traits;
        this.draft = draft;
    }

    /// Writes `<os>` and tells whether the guest boots by UEFI.
    boolean write(Wish wish) {
        boolean efi = common.offers(EnumKey.OS_FIRMWARE, "efi");
        boolean uefi =
                wish.needsUefi()
                        || efi && (traits.prefersUefi() || wish.family() == GuestFamily.WINDOWS);
        if (wish.needsUefi() && !efi) {
            draft.fail(
                    wish.secureBoot() ? "secure-boot" : "uefi",
                    common.isSilent(EnumKey.OS_FIRMWARE) ? Outcome.UNKNOWN : Outcome.NO,
                    "no UEFI firmware is offered for " + candidate.label(),
                    offered(EnumKey.OS_FIRMWARE));
        }
        SecureBoot secure = wish.secureBoot() ? secureBoot() : SecureBoot.NONE;
        if (uefi) {
            draft.because(
                    "firmware",
                    wish.needsUefi()
                            ? "UEFI is needed"
                            : "UEFI is offered, and this guest does best with it");
        }
        draft.open(uefi ? "os firmware='efi'" : "os");
        draft.element(
                "type arch='"
                        + candidate.arch()
                        + "'"
                        + candidate
                                .machine()
                                .map(name -> " machine='" + Draft.escaped(name) + "'")
                                .orElse(""),
                "hvm");
        if (secure == SecureBoot.BY_FEATURE) {
            firmwareFeatures();
        } else if (secure == SecureBoot.BY_LOADER) {
            draft.empty("loader secure='yes'");
        }
        draft.empty("boot dev='hd'");
        draft.close("os");
        return uefi;
    }

    private void firmwareFeatures() {
        draft.open("firmware");
        draft.empty("feature enabled='yes' name='secure-boot'");
        if (common.offers(EnumKey.FIRMWARE_ENROLLED_KEYS, "yes")) {
            draft.empty("feature enabled='yes' name='enrolled-keys'");
        }
        draft.close("firmware");
    }

    private SecureBoot secureBoot() {
        if (!traits.canSecureBoot()) {
            draft.fail(
                    "secure-boot",
                    Outcome.NO,
                    "secure boot needs the machine type q35, and this is " + candidate.label());
            return SecureBoot.NONE;
        }
        // Firmware that needs SMM is the kind that keeps its variables from the guest.
        boolean protectedLoader = !traits.needsSmm() || common.offers(EnumKey.LOADER_SECURE, "yes");
        if (common.isSilent(EnumKey.FIRMWARE_SECURE_BOOT)) {
            if (common.offers(EnumKey.LOADER_SECURE, "yes")) {
                return SecureBoot.BY_LOADER;
            }
            draft.fail(
                    "secure-boot",
                    common.offers(EnumKey.LOADER_SECURE, "no") ? Outcome.NO : Outcome.UNKNOWN,
                    "no firmware with secure boot is offered for " + candidate.label(),
                    new NotReported(
                            EnumKey.FIRMWARE_SECURE_BOOT.path(),
                            Optional.of(Element.FIRMWARE_FEATURES.since())));
            return SecureBoot.NONE;
        }
        if (common.offers(EnumKey.FIRMWARE_SECURE_BOOT, "yes") && protectedLoader) {
            return SecureBoot.BY_FEATURE;
        }
        draft.fail(
                "secure-boot",
                Outcome.NO,
                "no firmware with secure boot is offered for " + candidate.label(),
                offered(EnumKey.FIRMWARE_SECURE_BOOT),
                offered(EnumKey.LOADER_SECURE));
        return SecureBoot.NONE;
    }

    private Reason offered(EnumKey key) {
        SequencedSet<String> values = new LinkedHashSet<>();
        common.documents().forEach(document -> document.values(key).ifPresent(values::addAll));
        if (values.isEmpty() && common.isSilent(key)) {
            return new NotReported(key.path(), Optional.empty());
        }
        List<String> inCommon = new ArrayList<>();
        for (String value : values) {
            if (common.offers(key, value)) {
                inCommon.add(value);
            }
        }
        return new Offered(key.path(), inCommon);
    }
}
