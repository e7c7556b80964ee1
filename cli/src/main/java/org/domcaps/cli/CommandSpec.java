package org.domcaps.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What the words after a command may be. The words of its help page are in [Manual].
///
/// @param name the command
/// @param summary what it does, in a few words without a full stop
/// @param operands the words that are no options, in order; those that must be there come first
/// @param groups the options
record CommandSpec(
        String name, String summary, List<OperandSpec> operands, List<OptionGroup> groups) {
    CommandSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(summary, "summary");
        operands = List.copyOf(operands);
        groups = List.copyOf(groups);
    }

    /// All options in the order of help pages.
    List<OptionSpec> options() {
        List<OptionSpec> all = new ArrayList<>();
        for (OptionGroup group : groups) {
            all.addAll(group.options());
        }
        return all;
    }
}
