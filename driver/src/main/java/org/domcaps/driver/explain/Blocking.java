package org.domcaps.driver.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What keeps a CPU model from being usable.
///
/// @param origin who says so
/// @param groups the features by cause, each group in byte order; empty only if nobody can say
///   which features they are
public record Blocking(Origin origin, List<Group> groups) {

    /// Checks and copies.
    public Blocking {
        Objects.requireNonNull(origin, "origin");
        groups = List.copyOf(groups);
    }

    /// Nobody can say.
    public static final Blocking NOT_TOLD = new Blocking(Origin.NOBODY, List.of());

    /// Every feature, ordered by cause.
    public List<String> features() {
        List<String> all = new ArrayList<>();
        for (Group group : groups) {
            all.addAll(group.features());
        }
        return all;
    }

    /// Who says which features are missing.
    public enum Origin {
        /// The emulator lists them.
        EMULATOR("emulator"),
        /// Computed: the features of the model without those that the host can give a guest.
        COMPUTED("computed"),
        /// Nobody: neither are they listed, nor is enough known to compute them.
        NOBODY("nobody");

        private final String jsonName;

        Origin(String jsonName) {
            this.jsonName = jsonName;
        }

        /// The name in JSON.
        public String jsonName() {
            return jsonName;
        }
    }

    /// Why a feature is missing.
    public enum Cause {
        /// The host's processor does not have it.
        HOST_CPU("host-cpu", "the host's processor does not have it"),
        /// The host is a guest itself, and the hypervisor below it does not show the feature.
        OUTER_HYPERVISOR(
                "outer-hypervisor",
                "this host is a virtual machine itself and does not see it; either its hypervisor"
                        + " hides it, or the processor does not have it"),
        /// The host's processor has it, and KVM or the emulator does not give it to guests.
        ACCELERATOR(
                "accelerator", "the processor has it, but KVM or QEMU does not give it to guests"),
        /// The emulator's translator does not know it; the processor does not matter.
        TRANSLATOR("translator", "QEMU's own translator (TCG) does not emulate it"),
        /// Nothing at hand tells.
        NOT_KNOWN(
                "not-known",
                "what lacks it is not known: nothing that was read of the processor tells");

        private final String jsonName;
        private final String words;

        Cause(String jsonName, String words) {
            this.jsonName = jsonName;
            this.words = words;
        }

        /// The name in JSON.
        public String jsonName() {
            return jsonName;
        }

        /// In words that a person reads.
        public String words() {
            return words;
        }
    }

    /// Features that are missing for one cause.
    public record Group(Cause cause, List<String> features) {
        /// Checks and copies.
        public Group {
            Objects.requireNonNull(cause, "cause");
            features = List.copyOf(features);
        }
    }
}
