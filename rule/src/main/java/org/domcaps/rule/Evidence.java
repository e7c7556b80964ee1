package org.domcaps.rule;

import org.domcaps.driver.explain.Observation.Source;

import java.util.Objects;

/// Where somebody can look to see whether a condition holds.
///
/// @param source what kind of place it is
/// @param place the place: a question to the emulator, a file, node or program of the host, the
///   firmware descriptors, a part of the request, or an enum of the document itself
/// @param detail what to look for there; empty text if the place says it all
public record Evidence(Source source, String place, String detail) {

    /// Checks.
    public Evidence {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(detail, "detail");
    }
}
