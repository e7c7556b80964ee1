package org.domcaps.decide;

import java.util.Collection;

/// How a question was decided.
public enum Outcome {
    /// It holds.
    YES("yes"),
    /// It does not hold.
    NO("no"),
    /// The documents do not say; something that is not reported is never taken for a "no".
    UNKNOWN("unknown");

    private final String jsonName;

    Outcome(String jsonName) {
        this.jsonName = jsonName;
    }

    /// The name in JSON and in text.
    public String jsonName() {
        return jsonName;
    }

    /// Whether all of them hold: one "no" makes it no, else one "unknown" makes it unknown; of
    /// nothing it is yes.
    public static Outcome all(Collection<Outcome> outcomes) {
        Outcome all = YES;
        for (Outcome outcome : outcomes) {
            if (outcome == NO) {
                return NO;
            }
            if (outcome == UNKNOWN) {
                all = UNKNOWN;
            }
        }
        return all;
    }
}
