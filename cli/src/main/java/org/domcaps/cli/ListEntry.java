package org.domcaps.cli;

import static org.domcaps.cli.CommonOptions.HOW;
import static org.domcaps.cli.CommonOptions.arch;
import static org.domcaps.cli.CommonOptions.colour;
import static org.domcaps.cli.CommonOptions.command;
import static org.domcaps.cli.CommonOptions.emulator;
import static org.domcaps.cli.CommonOptions.group;
import static org.domcaps.cli.CommonOptions.helpOption;
import static org.domcaps.cli.CommonOptions.output;
import static org.domcaps.cli.CommonOptions.pageForm;
import static org.domcaps.cli.CommonOptions.sources;
import static org.domcaps.cli.CommonOptions.virtType;
import static org.domcaps.cli.OptionSpec.valued;

import java.util.List;

/// `domcaps list` in the table of commands.
final class ListEntry implements CommandEntry {

    @Override
    public CommandSpec spec() {
        return command(
                "list",
                "list emulators, architectures, machine types and virt types",
                group(
                        "What to list",
                        emulator("just this emulator, even if it would not be found by itself"),
                        arch("just emulators for this guest architecture"),
                        virtType("just this virt type"),
                        valued(
                                "names",
                                "WHAT",
                                ValueKind.NAMES,
                                "bare names, one a line: emulators, archs, virttypes, machines or"
                                        + " paths")),
                sources(),
                group(HOW, pageForm(), colour(), output(), helpOption()));
    }

    @Override
    public Manual manual() {
        return new Manual(
                List.of(
                        "Lists what 'domcaps get' can be asked for. Defaults are marked.",
                        "An emulator that cannot be asked, because it is broken or does not answer"
                            + " in time, is left out: a line on standard error says why, and the"
                            + " member 'broken' of the JSON.",
                        CommonOptions.CACHE_NOTE),
                List.of(
                        new Manual.Example("everything", "domcaps list"),
                        new Manual.Example(
                                "just what runs 64-bit ARM guests", "domcaps list --arch aarch64"),
                        new Manual.Example(
                                "what the libvirt of this host offers",
                                "domcaps list --connect qemu:///system"),
                        new Manual.Example("for a program", "domcaps list --format json"),
                        new Manual.Example(
                                "machine types, one a line", "domcaps list --names machines")),
                Manual.exitsWithGaps(
                        "the list was printed",
                        "an emulator could not be asked, and the list was printed without it; or"
                                + " nothing could be found out"));
    }

    @Override
    public Command newCommand() {
        return new ListCommand();
    }
}
