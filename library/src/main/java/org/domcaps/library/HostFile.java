package org.domcaps.library;

import java.nio.file.Path;
import java.util.Objects;

/// Where what one host says lies.
///
/// @param host the host's name, unique among those that were looked for together
/// @param path the file or folder
/// @param form what lies there
public record HostFile(String host, Path path, Form form) {

    /// What can lie at a path.
    public enum Form {
        /// One text, XML or JSON.
        TEXT,
        /// Facts to compute a document from: a bundle (a folder) or one `.replies` file.
        FACTS,
        /// Standard input.
        STANDARD_INPUT
    }

    /// Checks that all are there.
    public HostFile {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(form, "form");
    }

    /// What messages call the place.
    public String place() {
        return form == Form.STANDARD_INPUT ? "standard input" : path.toString();
    }
}
