package org.domcaps.cli;

import java.util.Objects;

/// A word of a command that is no option.
///
/// @param name what help pages call it
/// @param kind what it is
/// @param required whether it must be there
/// @param repeatable whether more of its kind may follow; only the last operand of a command can be
record OperandSpec(String name, ValueKind kind, boolean required, boolean repeatable) {
    OperandSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
    }

    /// As it stands in a synopsis.
    String usage() {
        String words = repeatable ? name + " ..." : name;
        return required ? words : "[" + words + "]";
    }
}
