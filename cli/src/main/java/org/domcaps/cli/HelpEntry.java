package org.domcaps.cli;

import static org.domcaps.cli.CommonOptions.command;
import static org.domcaps.cli.CommonOptions.helpOption;

import java.util.List;

/// `domcaps help` in the table of commands.
final class HelpEntry implements CommandEntry {

    @Override
    public CommandSpec spec() {
        return command(
                "help",
                "explain domcaps or one of its commands",
                new OperandSpec("COMMAND", ValueKind.COMMAND, false, false),
                helpOption());
    }

    @Override
    public Manual manual() {
        return new Manual(
                List.of("Without COMMAND, gives the overview."),
                List.of(
                        new Manual.Example("the commands", "domcaps help"),
                        new Manual.Example("all about one of them", "domcaps help get")),
                Manual.exits("the page was printed", ""));
    }

    @Override
    public Command newCommand() {
        return new HelpCommand();
    }
}
