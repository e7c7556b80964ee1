package org.domcaps.cli;

import java.util.List;
import java.util.Objects;

/// Options that stand together in help pages.
///
/// @param title the heading
/// @param options in the order of help pages
record OptionGroup(String title, List<OptionSpec> options) {
    OptionGroup {
        Objects.requireNonNull(title, "title");
        options = List.copyOf(options);
    }
}
