package org.domcaps.driver.explain;

import java.util.Collection;

/// Whether something holds, as far as the facts at hand tell.
public enum Truth {
    /// It holds.
    YES("yes"),
    /// It does not hold.
    NO("no"),
    /// The facts at hand do not tell.
    UNKNOWN("unknown");

    private final String jsonName;

    Truth(String jsonName) {
        this.jsonName = jsonName;
    }

    /// The name in JSON and in text.
    public String jsonName() {
        return jsonName;
    }

    /// What is known for certain.
    public static Truth of(boolean holds) {
        return holds ? YES : NO;
    }

    /// The opposite; of something unknown it is unknown.
    public Truth negated() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /// Whether all of them hold: one "no" makes it no, else one "unknown" makes it unknown; of
    /// nothing it is yes.
    public static Truth all(Collection<Truth> parts) {
        if (parts.contains(NO)) {
            return NO;
        }
        return parts.contains(UNKNOWN) ? UNKNOWN : YES;
    }

    /// Whether at least one of them holds: one "yes" makes it yes, else one "unknown" makes it
    /// unknown; of nothing it is no.
    public static Truth any(Collection<Truth> parts) {
        if (parts.contains(YES)) {
            return YES;
        }
        return parts.contains(UNKNOWN) ? UNKNOWN : NO;
    }
}
