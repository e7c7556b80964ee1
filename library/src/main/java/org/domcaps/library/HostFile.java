package org.domcaps.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Where what one host says lies.
///
/// @param host the host's name, unique among those that were looked for together
/// @param address the file or folder, or the URI of a daemon
/// @param form what lies there
public record HostFile(String host, String address, Form form) {

    /// What can lie at a path.
    public enum Form {
        /// One text, XML or JSON.
        TEXT,
        /// Facts to compute a document from: a bundle (a folder) or one `.replies` file.
        FACTS,
        /// A daemon of libvirt, to be asked.
        DAEMON,
        /// Standard input.
        STANDARD_INPUT
    }

    /// Checks that all are there.
    public HostFile {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(form, "form");
    }

    /// A file or folder.
    HostFile(String host, Path path, Form form) {
        this(host, path.toString(), form);
    }

    /// The file or folder.
    ///
    /// @throws IllegalStateException if it is a daemon
    public Path path() {
        if (form == Form.DAEMON) {
            throw new IllegalStateException(address + " is no file");
        }
        return Path.of(address);
    }

    /// Where to ask what the host can do.
    ///
    /// @return empty if a text says it
    public Optional<Source> source() {
        return switch (form) {
            case TEXT, STANDARD_INPUT -> Optional.empty();
            case FACTS ->
                    Optional.of(
                            new Source(
                                    Optional.of(path()),
                                    Optional.empty(),
                                    List.of(),
                                    false,
                                    Optional.empty()));
            case DAEMON -> Optional.of(Source.daemon(address));
        };
    }

    /// What messages call the place.
    public String place() {
        return form == Form.STANDARD_INPUT ? "standard input" : address;
    }
}
