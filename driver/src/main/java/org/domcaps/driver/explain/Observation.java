package org.domcaps.driver.explain;

import java.util.Objects;

/// One place where somebody looked, and what was seen there.
///
/// @param source what kind of place it is
/// @param place the place: a QMP command, a file, node or program of the host, the firmware
///   descriptors, a part of the request, or an enum of the document
/// @param detail what was looked for there; empty text if the place says it all
/// @param seen what was seen, in a few words; empty text if nobody could look
public record Observation(Source source, String place, String detail, String seen) {

    /// Kinds of places.
    public enum Source {
        /// A reply of the emulator.
        EMULATOR("emulator"),
        /// A file, node, program or register of the host.
        HOST("host"),
        /// The firmware descriptors of the host.
        FIRMWARE("firmware"),
        /// What was asked for.
        REQUEST("request"),
        /// The document itself.
        DOCUMENT("document");

        private final String jsonName;

        Source(String jsonName) {
            this.jsonName = jsonName;
        }

        /// The name in JSON.
        public String jsonName() {
            return jsonName;
        }
    }

    /// Checks.
    public Observation {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(seen, "seen");
    }

    /// In words: `qom-list-types, name qxl: not listed`.
    public String words() {
        return place
                + (detail.isEmpty() ? "" : ", " + detail)
                + (seen.isEmpty() ? "" : ": " + seen);
    }
}
