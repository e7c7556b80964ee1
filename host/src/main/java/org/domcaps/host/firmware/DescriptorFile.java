package org.domcaps.host.firmware;

import org.domcaps.json.JsonValue;

import java.util.Objects;

/// A descriptor file that takes part: not masked, not replaced by one of the same name.
///
/// @param name the last component of the path, by which files are ordered
/// @param path the whole path
/// @param content what reading it gave
public record DescriptorFile(String name, String path, Content content) {

    /// Checks that nothing is null.
    public DescriptorFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(content, "content");
    }

    /// What reading a file gave.
    public sealed interface Content {

        /// JSON text.
        ///
        /// @param json its value; of a repeated key the last value
        /// @param repeatedKeys whether an object has a key twice, which old releases refuse
        record Json(JsonValue json, boolean repeatedKeys) implements Content {
            /// Checks that the value is given.
            public Json {
                Objects.requireNonNull(json, "json");
            }
        }

        /// No JSON text that any release accepts: unreadable, too large, or malformed.
        record Unusable(String reason) implements Content {
            /// Checks that the reason is given.
            public Unusable {
                Objects.requireNonNull(reason, "reason");
            }
        }
    }
}
