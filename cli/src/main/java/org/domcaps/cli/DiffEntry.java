package org.domcaps.cli;

import static org.domcaps.cli.CommonOptions.HOW;
import static org.domcaps.cli.CommonOptions.colour;
import static org.domcaps.cli.CommonOptions.generation;
import static org.domcaps.cli.CommonOptions.group;
import static org.domcaps.cli.CommonOptions.helpOption;
import static org.domcaps.cli.CommonOptions.output;
import static org.domcaps.cli.CommonOptions.pageForm;
import static org.domcaps.cli.CommonOptions.sources;
import static org.domcaps.cli.OptionSpec.flag;
import static org.domcaps.cli.OptionSpec.repeated;

import java.util.List;

/// `domcaps diff` in the table of commands.
final class DiffEntry implements CommandEntry {

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "diff",
                "tell what changed between two documents, or two sets of hosts",
                List.of(
                        new OperandSpec("BEFORE", ValueKind.FILE, true, false),
                        new OperandSpec("AFTER", ValueKind.FILE, false, false)),
                List.of(
                        group(
                                "What it means",
                                repeated(
                                        "domain",
                                        "FILE",
                                        ValueKind.FILE,
                                        "say whether this domain can still start; may be repeated"),
                                flag(
                                        "newest-machines",
                                        "each document is about the newest version of its machine"
                                                + " type")),
                        CpuOptions.asked(),
                        sources(),
                        group(HOW, pageForm(), generation(), colour(), output(), helpOption())));
    }

    @Override
    public Manual manual() {
        return new Manual(
                List.of(
                        "Compares what hosts can do before and after an upgrade, or two hosts, in"
                            + " words of the format. A line begins with - for what was lost, + for"
                            + " what was gained, ~ for what is another or has another name, and ?"
                            + " for what only one of the documents can report. CPU features are"
                            + " those that a guest with host-model sees, however a release writes"
                            + " them.",
                        "Two folders are compared host by host, by name; hosts with the same change"
                            + " stand together. What only one of the documents can report does not"
                            + " count as a difference.",
                        "BEFORE and AFTER are each a HOST. " + HostInput.NOTE),
                List.of(
                        new Manual.Example("what an upgrade changed", "domcaps diff before.xml"),
                        new Manual.Example(
                                "which domains can no longer start somewhere",
                                "domcaps diff monday/ tuesday/ --domain web.xml --domain db.xml")),
                Manual.exits("nothing changed", "something changed"));
    }

    @Override
    public Command newCommand() {
        return new DiffCommand();
    }
}
