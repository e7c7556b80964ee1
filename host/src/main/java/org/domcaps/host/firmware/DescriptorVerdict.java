package org.domcaps.host.firmware;

import java.util.Objects;

/// What became of a descriptor file when it was asked about one machine type.
public record DescriptorVerdict(DescriptorFile file, Outcome outcome) {

    /// Checks that nothing is null.
    public DescriptorVerdict {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(outcome, "outcome");
    }

    /// The three things that can become of it.
    public sealed interface Outcome {

        /// It is made for the machine type and counts.
        record Matches(Descriptor descriptor) implements Outcome {}

        /// It is valid but made for other machine types.
        record MadeForOthers(Descriptor descriptor) implements Outcome {}

        /// The release does not accept it; the others still count.
        record Rejected(String reason) implements Outcome {}
    }
}
