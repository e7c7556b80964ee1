package org.domcaps.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The commands. Each has an entry class of its own, so that a run loads just one of them.
final class CommandTable {

    private CommandTable() {}

    /// The commands in the order of the overview.
    static List<String> names() {
        return List.of(
                "get", "list", "record", "serve", "conformance", "version", "completion", "help");
    }

    /// All entries in the order of the overview.
    static List<CommandEntry> all() {
        List<CommandEntry> all = new ArrayList<>();
        for (String name : names()) {
            all.add(find(name).orElseThrow());
        }
        return all;
    }

    /// What the words after each command may be, in the order of the overview.
    static List<CommandSpec> specs() {
        List<CommandSpec> specs = new ArrayList<>();
        for (CommandEntry entry : all()) {
            specs.add(entry.spec());
        }
        return specs;
    }

    /// The entry of a command; empty if there is no such command. Only that entry is made.
    static Optional<CommandEntry> find(String name) {
        return switch (name) {
            case "get" -> Optional.of(new GetEntry());
            case "list" -> Optional.of(new ListEntry());
            case "record" -> Optional.of(new RecordEntry());
            case "serve" -> Optional.of(new ServeEntry());
            case "conformance" -> Optional.of(new ConformanceEntry());
            case "version" -> Optional.of(new VersionEntry());
            case "completion" -> Optional.of(new CompletionEntry());
            case "help" -> Optional.of(new HelpEntry());
            default -> Optional.empty();
        };
    }
}
