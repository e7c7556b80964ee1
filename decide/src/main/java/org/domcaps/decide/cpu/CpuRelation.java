package org.domcaps.decide.cpu;

import org.domcaps.decide.Outcome;

/// How what a host offers relates to a CPU.
public enum CpuRelation {
    /// The host is exactly the CPU.
    IDENTICAL("identical", Outcome.YES),
    /// The host can run the CPU and has more.
    SUPERSET("superset", Outcome.YES),
    /// The host has a part of the CPU and nothing beyond it; it cannot run it.
    SUBSET("subset", Outcome.NO),
    /// The host cannot run the CPU.
    INCOMPATIBLE("incompatible", Outcome.NO),
    /// The documents do not say.
    UNKNOWN("unknown", Outcome.UNKNOWN);

    private final String word;
    private final Outcome runs;

    CpuRelation(String word, Outcome runs) {
        this.word = word;
        this.runs = runs;
    }

    /// The word in text and JSON.
    public String word() {
        return word;
    }

    /// Whether the host can run the CPU.
    public Outcome runs() {
        return runs;
    }
}
