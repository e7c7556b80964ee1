package org.domcaps.cli;

import java.util.Objects;

/// A word of a command that is no option.
///
/// @param name what help pages call it
/// @param kind what it is
/// @param required whether it must be there
record OperandSpec(String name, ValueKind kind, boolean required) {
    OperandSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
    }

    /// As it stands in a synopsis.
    String usage() {
        return required ? name : "[" + name + "]";
    }
}
