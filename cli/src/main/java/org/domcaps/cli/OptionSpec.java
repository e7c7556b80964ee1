package org.domcaps.cli;

import java.util.Objects;
import java.util.Optional;

/// One option of a command.
///
/// @param name the name after the two dashes
/// @param argument what its value is called in help pages; absent for an option without a value
/// @param text what it does, in one line
/// @param kind what its value is
/// @param repeatable whether it may be given more than once
record OptionSpec(
        String name, Optional<String> argument, String text, ValueKind kind, boolean repeatable) {
    OptionSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(argument, "argument");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(kind, "kind");
    }

    /// An option without a value.
    static OptionSpec flag(String name, String text) {
        return new OptionSpec(name, Optional.empty(), text, ValueKind.FREE, false);
    }

    /// An option with a value.
    static OptionSpec valued(String name, String argument, ValueKind kind, String text) {
        return new OptionSpec(name, Optional.of(argument), text, kind, false);
    }

    /// An option with a value that may be given several times.
    static OptionSpec repeated(String name, String argument, ValueKind kind, String text) {
        return new OptionSpec(name, Optional.of(argument), text, kind, true);
    }

    /// As it stands in a help page: `--arch NAME`.
    String usage() {
        return argument.isPresent() ? "--" + name + " " + argument.get() : "--" + name;
    }
}
