package org.domcaps.driver.explain;

import org.domcaps.document.Release;

import java.util.Objects;
import java.util.Optional;

/// One rule that had a say, and how it came out.
///
/// @param about what the rule decides, as the end of the sentence "whether …": `devices.tpm is
///   supported`
/// @param proof what the rule asks for, with its truth
/// @param since the first release that decides it so; [Release#OLDEST] means "that release or an
///   earlier one"
/// @param until the first release that decides it otherwise; empty if the rule still stands
public record Decision(String about, Proof proof, Release since, Optional<Release> until) {

    /// Checks.
    public Decision {
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(proof, "proof");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
    }

    /// A rule that every release has.
    public static Decision always(String about, Proof proof) {
        return new Decision(about, proof, Release.OLDEST, Optional.empty());
    }
}
