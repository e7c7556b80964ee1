package org.domcaps.cli;

import static org.domcaps.cli.CommonOptions.command;
import static org.domcaps.cli.CommonOptions.helpOption;
import static org.domcaps.cli.CommonOptions.pageForm;
import static org.domcaps.cli.CommonOptions.probeTimeout;
import static org.domcaps.cli.CommonOptions.required;
import static org.domcaps.cli.OptionSpec.flag;
import static org.domcaps.cli.OptionSpec.repeated;

import java.util.List;

/// `domcaps record` in the table of commands.
final class RecordEntry implements CommandEntry {

    @Override
    public CommandSpec spec() {
        return command(
                "record",
                "write a facts bundle that answers as this host does, anywhere",
                required("DIR", ValueKind.FOLDER),
                repeated(
                        "emulatorbin",
                        "PATH",
                        ValueKind.EMULATOR,
                        "record this emulator; may be repeated (default: every one found)"),
                flag("force", "write into a folder that is not empty, and replace an older bundle"),
                probeTimeout(),
                pageForm(),
                helpOption());
    }

    @Override
    public Manual manual() {
        return new Manual(
                List.of(
                        "Writes the conversation with each emulator, laid out as libvirt's .replies"
                            + " files, and the facts of this host as JSON. 'domcaps get --replay"
                            + " DIR' gives the same documents from them on any machine; a bundle is"
                            + " also all that a bug report needs. Recordings may be packed by gzip"
                            + " where they lie, which saves nineteen twentieths.",
                        "An emulator that was found and does not answer is left out, and told on"
                                + " standard error; one that is named with --emulatorbin has to"
                                + " answer, or nothing is written.",
                        "A bundle names the host's CPU, firmware files and devices, and nothing"
                                + " about its users, guests or network."),
                List.of(
                        new Manual.Example("record every emulator", "domcaps record facts"),
                        new Manual.Example(
                                "record one that is not on the path",
                                "domcaps record facts --emulatorbin"
                                        + " /opt/qemu/bin/qemu-system-x86_64"),
                        new Manual.Example(
                                "print the document from it", "domcaps get --replay facts")),
                Manual.exitsWithGaps(
                        "the bundle was written",
                        "an emulator that was found could not be asked, and the bundle was written"
                                + " without it; or nothing was written"));
    }

    @Override
    public Command newCommand() {
        return new RecordCommand();
    }
}
