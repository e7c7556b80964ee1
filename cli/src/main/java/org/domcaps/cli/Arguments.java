package org.domcaps.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words after a command, sorted into options and operands.
final class Arguments {

    private final Map<String, List<String>> options;
    private final List<String> operands;

    /// Options by name with their values; an option without a value has an empty list.
    Arguments(Map<String, List<String>> options, List<String> operands) {
        this.options = new LinkedHashMap<>(options);
        this.operands = List.copyOf(operands);
    }

    /// Whether an option was given.
    boolean has(String name) {
        return options.containsKey(name);
    }

    /// The value of an option.
    Optional<String> find(String name) {
        List<String> values = options.get(name);
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /// The values of an option that may be repeated, in the order of the command line.
    List<String> all(String name) {
        List<String> values = options.get(name);
        return values == null ? List.of() : values;
    }

    /// The names of the options that were given.
    Iterable<String> given() {
        return options.keySet();
    }

    /// The operands.
    List<String> operands() {
        return operands;
    }
}
