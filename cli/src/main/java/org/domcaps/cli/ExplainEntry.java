package org.domcaps.cli;

import static org.domcaps.cli.CommonOptions.HOW;
import static org.domcaps.cli.CommonOptions.colour;
import static org.domcaps.cli.CommonOptions.generation;
import static org.domcaps.cli.CommonOptions.group;
import static org.domcaps.cli.CommonOptions.helpOption;
import static org.domcaps.cli.CommonOptions.output;
import static org.domcaps.cli.CommonOptions.pageForm;
import static org.domcaps.cli.CommonOptions.sources;
import static org.domcaps.cli.OptionSpec.valued;

import java.util.List;

/// `domcaps explain` in the table of commands.
final class ExplainEntry implements CommandEntry {

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "explain",
                "tell why something is there or not, and what would have to change",
                List.of(new OperandSpec("PATH", ValueKind.CAPABILITY, false, true)),
                List.of(
                        GetEntry.request(),
                        sources(
                                valued(
                                        "document",
                                        "FILE",
                                        ValueKind.FILE,
                                        "explain this document (XML or JSON); - is stdin")),
                        group(HOW, pageForm(), generation(), colour(), output(), helpOption())));
    }

    @Override
    public Manual manual() {
        return new Manual(
                List.of(
                        "Says for anything that 'domcaps get' can print whether it is there, which"
                            + " rule decided that, what was seen of the emulator and the host, and"
                            + " what would have to change where it is missing. Without a PATH it"
                            + " prints what this host cannot do and why, the worst first.",
                        "A PATH is dotted: an element (devices.tpm), an enum or one of its values"
                            + " (devices.tpm.backendModel.emulator), a CPU model"
                            + " (cpu.custom.EPYC-Genoa), a feature of host-model"
                            + " (cpu.host-model.avx2), a number or text with attributes behind @"
                            + " (vcpu@max, features.sev.cbitpos, cpu.custom.EPYC@vendor),"
                            + " machine.NAME, virttype.NAME, firmware for all descriptors or"
                            + " firmware.FILE. The beginning or the end of a path is enough where"
                            + " it says the same; 'domcaps list --names paths' prints all of them.",
                        "Of a document alone (--document) the rules are named, but what they look"
                                + " at is not at hand: such conditions are unknown, never no. What"
                                + " blocks a CPU model is then computed from the CPU map."),
                List.of(
                        new Manual.Example("what this host cannot do, and why", "domcaps explain"),
                        new Manual.Example(
                                "why there is no TPM emulator",
                                "domcaps explain devices.tpm.backendModel.emulator"),
                        new Manual.Example(
                                "what keeps a CPU model from running here",
                                "domcaps explain cpu.custom.EPYC-Genoa"),
                        new Manual.Example(
                                "how many virtual CPUs a guest can have, and whose limit that is",
                                "domcaps explain vcpu --machine q35"),
                        new Manual.Example(
                                "which firmware counts for q35, and why the rest does not",
                                "domcaps explain firmware --machine q35"),
                        new Manual.Example(
                                "the same of a recorded host, for programs",
                                "domcaps explain --replay rack12 devices.tpm --format json")),
                Manual.exits(
                        "what was asked for is there (without PATH: the page was printed)",
                        "something that was asked for is missing"));
    }

    @Override
    public Command newCommand() {
        return new ExplainCommand();
    }
}
