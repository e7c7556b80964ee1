package org.domcaps.cpu;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/// How `query-cpu-model-expansion` is to be asked for one family of architectures, and what its
/// replies look like. The same for every release of libvirt.
///
/// @param type which expansion answers with the names that libvirt understands
/// @param traits what else is particular about the family
public record ExpansionPlan(Type type, Set<Trait> traits) {

    /// The plan for architectures of which nothing else is known.
    public static final ExpansionPlan PLAIN = new ExpansionPlan(Type.STATIC, Set.of());

    /// The kinds of expansion that QEMU does.
    public enum Type {
        /// By a base model that does not change, and the properties that differ from it.
        STATIC("static"),
        /// With every property there is.
        FULL("full");

        private final String qemuName;

        Type(String qemuName) {
            this.qemuName = qemuName;
        }

        /// The value of the member `type` of a request.
        public String qemuName() {
            return qemuName;
        }
    }

    /// What distinguishes a family from [#PLAIN].
    public enum Trait {
        /// Each static reply is expanded once more, in full, where the binary does not name every
        /// feature once and properly (its CPU types lack the property `unavailable-features`).
        FULL_UNLESS_CANONICAL,
        /// If the first request gave an answer, another one with `migratable` false tells which
        /// features can not be migrated.
        UNMIGRATABLE,
        /// A request with `hv-passthrough`, never for TCG, tells the Hyper-V features.
        HYPERV,
        /// A full expansion tells which properties the emulator advises against (QEMU 9.1 and
        /// later).
        DEPRECATED,
        /// A reply may lack `props`; elsewhere that is a failure.
        PROPERTIES_OPTIONAL
    }

    /// Checks and copies.
    public ExpansionPlan {
        Objects.requireNonNull(type, "type");
        Set<Trait> copy = EnumSet.noneOf(Trait.class);
        copy.addAll(traits);
        traits = Collections.unmodifiableSet(copy);
    }

    /// Whether the family has a trait.
    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /// Whether the model of each reply is to be sent back for a full expansion.
    ///
    /// @param canonicalNames whether the binary names every feature once and properly; the same
    ///   fact as [HostModelInput#tellsUnavailable]
    public boolean expandsTwice(boolean canonicalNames) {
        return !canonicalNames && has(Trait.FULL_UNLESS_CANONICAL);
    }
}
