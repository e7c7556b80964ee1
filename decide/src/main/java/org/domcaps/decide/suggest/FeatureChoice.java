package org.domcaps.decide.suggest;

import org.domcaps.decide.check.HypervDependencies;
import org.domcaps.document.EnumKey;

import java.util.ArrayList;
import java.util.List;

/// Chooses `<features>` and `<clock>`.
final class FeatureChoice {

    /// Enlightenments that every Windows gains from, in the order of the format. `evmcs` and `avic`
    /// depend on more than the document says, `reset` and `vendor_id` change what the guest sees.
    private static final List<String> ENLIGHTENMENTS =
            List.of(
                    "relaxed",
                    "vapic",
                    "spinlocks",
                    "vpindex",
                    "runtime",
                    "synic",
                    "stimer",
                    "frequencies",
                    "tlbflush",
                    "ipi");

    /// How often a guest tries a lock before it gives the CPU back; what libvirt's documentation
    /// and QEMU's agree on.
    private static final int SPINLOCK_RETRIES = 8191;

    private final Common common;
    private final Traits traits;
    private final Draft draft;
    private final List<String> enlightenments;

    FeatureChoice(Common common, Traits traits, GuestFamily family, Draft draft) {
        this.common = common;
        this.traits = traits;
        this.draft = draft;
        this.enlightenments = family == GuestFamily.WINDOWS ? enlightenments() : List.of();
    }

    private List<String> enlightenments() {
        List<String> offered = new ArrayList<>();
        for (String name : ENLIGHTENMENTS) {
            if (common.offers(EnumKey.HYPERV_FEATURES, name)) {
                offered.add(name);
            }
        }
        return HypervDependencies.closed(offered);
    }

    /// Writes `<features>`.
    ///
    /// @param uefi whether the guest boots by UEFI
    void features(Wish wish, boolean uefi) {
        boolean smm = wish.secureBoot() && traits.needsSmm();
        boolean acpi = traits.acpi() || traits.prefersUefi() && uefi;
        if (!acpi && !smm && enlightenments.isEmpty()) {
            return;
        }
        draft.open("features");
        if (acpi) {
            draft.empty("acpi");
        }
        if (traits.acpi()) {
            draft.empty("apic");
        }
        if (!enlightenments.isEmpty()) {
            draft.because(
                    "Hyper-V enlightenments", "Windows runs faster with those that are offered");
            draft.open("hyperv mode='custom'");
            for (String name : enlightenments) {
                draft.empty(
                        name.equals("spinlocks")
                                ? "spinlocks state='on' retries='" + SPINLOCK_RETRIES + "'"
                                : name + " state='on'");
            }
            draft.close("hyperv");
        }
        if (smm) {
            draft.because("SMM", "secure boot needs it");
            draft.empty("smm state='on'");
        }
        draft.close("features");
    }

    /// Writes `<clock>`; Windows keeps local time.
    void clock(Wish wish) {
        if (wish.family() != GuestFamily.WINDOWS) {
            draft.empty("clock offset='utc'");
            return;
        }
        if (enlightenments.isEmpty()) {
            draft.empty("clock offset='localtime'");
            return;
        }
        draft.open("clock offset='localtime'");
        draft.empty("timer name='hypervclock' present='yes'");
        draft.close("clock");
    }
}
