package org.domcaps.decide.hosts;

import java.util.Objects;

/// A host of which nothing is known.
///
/// @param host its name
/// @param place where its content was looked for: a file, or `standard input`
/// @param reason why it could not be had, in one line that names the place
public record UnreadHost(String host, String place, String reason) {

    /// Checks that all are there.
    public UnreadHost {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(reason, "reason");
    }
}
