package org.domcaps.daemon.storage;

import java.util.Objects;
import java.util.Optional;

/// The image that another one lies over.
///
/// @param path where it is, absolute, or a URL
/// @param format libvirt's name of its format; empty where nobody says
record BackingFile(String path, Optional<String> format) {

    BackingFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(format, "format");
    }
}
