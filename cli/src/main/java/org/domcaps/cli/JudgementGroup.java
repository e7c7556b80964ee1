package org.domcaps.cli;

import org.domcaps.decide.Judgement;
import org.domcaps.decide.Outcome;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/// Judgements about one thing, such as one domain on one host.
///
/// @param title what they are about, in a few words for people
/// @param about the same for programs, by role: `domain` and `host`; in the order of output
/// @param judgements in the order of output
record JudgementGroup(
        String title, SequencedMap<String, String> about, List<Judgement> judgements) {
    JudgementGroup {
        Objects.requireNonNull(title, "title");
        about = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(about));
        judgements = List.copyOf(judgements);
    }

    /// What the judgements say together.
    Outcome outcome() {
        return Judgement.together(judgements);
    }

    /// What the judgements of several groups say together.
    static Outcome together(List<JudgementGroup> groups) {
        return Outcome.all(groups.stream().map(JudgementGroup::outcome).toList());
    }

    /// The exit code for an outcome.
    ///
    /// @param unknownCounts whether what could not be known ends with [ExitCode#UNKNOWN]
    static ExitCode exit(Outcome outcome, boolean unknownCounts) {
        return switch (outcome) {
            case YES -> ExitCode.DONE;
            case NO -> ExitCode.NO;
            case UNKNOWN -> unknownCounts ? ExitCode.UNKNOWN : ExitCode.DONE;
        };
    }
}
