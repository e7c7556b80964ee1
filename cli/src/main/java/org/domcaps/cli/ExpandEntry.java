package org.domcaps.cli;

import static org.domcaps.cli.CommonOptions.HOW;
import static org.domcaps.cli.CommonOptions.arch;
import static org.domcaps.cli.CommonOptions.generation;
import static org.domcaps.cli.CommonOptions.group;
import static org.domcaps.cli.CommonOptions.helpOption;
import static org.domcaps.cli.CommonOptions.output;
import static org.domcaps.cli.OptionSpec.valued;

import java.util.List;

/// `domcaps expand` in the table of commands.
final class ExpandEntry implements CommandEntry {

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "expand",
                "list every feature of a CPU model or definition",
                List.of(new OperandSpec("CPU", ValueKind.FILE, true, false)),
                List.of(
                        group(
                                HOW,
                                arch("the architecture of the model (default: x86_64)"),
                                CpuOptions.migratable(
                                        "leave out features that keep a guest from migrating"),
                                valued(
                                        "format",
                                        "FORM",
                                        ValueKind.DOCUMENT_FORM,
                                        "xml (default), json, or text: names, one a line"),
                                generation(),
                                output(),
                                helpOption())));
    }

    @Override
    public Manual manual() {
        return new Manual(
                List.of(
                        "CPU is the name of a model, or a file with a <cpu>, a domain definition or"
                            + " a document, of which the host-model is taken; - is standard input."
                            + " Features that are switched off stay in the XML as such; the text"
                            + " has only those that a guest sees.",
                        "The CPU map of libvirt 12.8 is used, or that of --generation. Only x86"
                                + " has one; what a model of another architecture has only the"
                                + " emulator knows."),
                List.of(
                        new Manual.Example("what a model has", "domcaps expand Skylake-Server"),
                        new Manual.Example(
                                "what guests with host-model see on a host",
                                "domcaps get | domcaps expand - --format text")),
                Manual.exits("the features were printed", ""));
    }

    @Override
    public Command newCommand() {
        return new ExpandCommand();
    }
}
