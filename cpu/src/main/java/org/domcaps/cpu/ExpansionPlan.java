package org.domcaps.cpu;

import java.util.Objects;

/// How `query-cpu-model-expansion` is to be asked for one family of architectures.
///
/// @param type which expansion answers with the names that libvirt understands
/// @param asksUnmigratable whether a second request with `migratable` false tells which features
///   can not be migrated; it is made only if the first one gave an answer
/// @param asksHyperv whether a third request, never for TCG, tells the Hyper-V features
/// @param propertiesRequired whether a reply without `props` is a failure
public record ExpansionPlan(
        Type type, boolean asksUnmigratable, boolean asksHyperv, boolean propertiesRequired) {

    /// The plan for architectures of which nothing else is known.
    public static final ExpansionPlan PLAIN = new ExpansionPlan(Type.STATIC, false, false, true);

    /// The kinds of expansion.
    public enum Type {
        /// One request of type `static`.
        STATIC,
        /// One request of type `full`.
        FULL,
        /// A request of type `static`, then one of type `full` for the model object that the first
        /// returned.
        STATIC_THEN_FULL
    }

    /// Checks that the type is there.
    public ExpansionPlan {
        Objects.requireNonNull(type, "type");
    }
}
