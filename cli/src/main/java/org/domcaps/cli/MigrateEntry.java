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
import static org.domcaps.cli.OptionSpec.valued;

import java.util.List;

/// `domcaps migrate` in the table of commands.
final class MigrateEntry implements CommandEntry {

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "migrate",
                "tell which guests can move to which hosts, and what keeps the others",
                List.of(new OperandSpec("HOST", ValueKind.FILE, false, true)),
                List.of(
                        group(
                                "What moves",
                                repeated(
                                        "domain",
                                        "FILE",
                                        ValueKind.FILE,
                                        "this domain definition; may be repeated"),
                                valued(
                                        "from",
                                        "HOST",
                                        ValueKind.FILE,
                                        "the host it runs on; without --domain: any guest of that"
                                                + " host"),
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
                        "Judges architecture, virt type, CPU vendor and features, physical address"
                            + " bits and machine type, and for a domain also firmware, TPM, devices"
                            + " and confidential modes. Without --domain and --from the hosts are"
                            + " judged among each other: whether guests with mode host-model can"
                            + " move from one to the other, as a matrix of the different kinds.",
                        "What a failing move needs changed in the guest stands below it. A document"
                            + " is about one machine type; whether its host has others is unknown,"
                            + " unless --newest-machines says that each was asked for under an"
                            + " alias or the default.",
                        HostInput.NOTE),
                List.of(
                        new Manual.Example("who can move where", "domcaps migrate fleet/"),
                        new Manual.Example(
                                "can this domain move from node1 to the others",
                                "domcaps migrate --domain vm.xml --from node1.xml fleet/"),
                        new Manual.Example(
                                "why do guests of node1 not run on node2",
                                "domcaps migrate --from node1.xml node2.xml")),
                Manual.exits("every move works", "at least one move does not work"));
    }

    @Override
    public Command newCommand() {
        return new MigrateCommand();
    }
}
