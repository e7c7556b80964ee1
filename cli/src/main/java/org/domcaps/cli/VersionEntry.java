package org.domcaps.cli;

import static org.domcaps.cli.CommonOptions.OPTIONS;
import static org.domcaps.cli.CommonOptions.command;
import static org.domcaps.cli.CommonOptions.group;
import static org.domcaps.cli.CommonOptions.helpOption;
import static org.domcaps.cli.CommonOptions.pageForm;
import static org.domcaps.cli.OptionSpec.flag;

import java.util.List;

/// `domcaps version` in the table of commands.
final class VersionEntry implements CommandEntry {

    @Override
    public CommandSpec spec() {
        return command(
                "version",
                "print the version of domcaps and of what it runs on",
                group(
                        OPTIONS,
                        flag("verbose", "also the emulators of this host with their versions"),
                        pageForm(),
                        helpOption()));
    }

    @Override
    public Manual manual() {
        return new Manual(
                List.of("Bug reports need the output of 'domcaps version --verbose'."),
                List.of(
                        new Manual.Example("in short", "domcaps version"),
                        new Manual.Example(
                                "with this host's emulators, for a program",
                                "domcaps version --verbose --format json")),
                Manual.exitsWithGaps(
                        "the versions were printed",
                        "an emulator could not be asked, and the rest was printed"));
    }

    @Override
    public Command newCommand() {
        return new VersionCommand();
    }
}
