package org.domcaps.cli;

import static org.domcaps.cli.CommonOptions.HOW;
import static org.domcaps.cli.CommonOptions.colour;
import static org.domcaps.cli.CommonOptions.generation;
import static org.domcaps.cli.CommonOptions.group;
import static org.domcaps.cli.CommonOptions.helpOption;
import static org.domcaps.cli.CommonOptions.output;
import static org.domcaps.cli.CommonOptions.pageForm;
import static org.domcaps.cli.CommonOptions.sources;

import java.util.List;

/// `domcaps compare` in the table of commands.
final class CompareEntry implements CommandEntry {

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "compare",
                "tell whether hosts can run a CPU, and which features differ",
                List.of(
                        new OperandSpec("CPU", ValueKind.FILE, true, false),
                        new OperandSpec("HOST", ValueKind.FILE, false, true)),
                List.of(
                        CpuOptions.asked(),
                        sources(),
                        group(
                                HOW,
                                CpuOptions.migratable(
                                        "count only what lets a guest migrate as the hosts'"),
                                pageForm(),
                                generation(),
                                colour(),
                                output(),
                                helpOption())));
    }

    @Override
    public Manual manual() {
        return new Manual(
                List.of(
                        "CPU is a file with a <cpu>, a domain definition, or the document of a"
                            + " host; or just the name of a model. Each host is identical to it, a"
                            + " superset (can run it and has more), a subset (lacks something and"
                            + " has nothing else) or incompatible; or it is unknown. Where libvirt"
                            + " can compare (x86) the verdict is libvirt's, which calls a subset"
                            + " incompatible too.",
                        HostInput.NOTE),
                List.of(
                        new Manual.Example("can this host run it", "domcaps compare vm.xml"),
                        new Manual.Example(
                                "which hosts have an EPYC-Rome or better",
                                "domcaps compare EPYC-Rome fleet/"),
                        new Manual.Example(
                                "is node2 at least what node1 is",
                                "domcaps compare node1.xml node2.xml --format json")),
                Manual.exits("every host can run the CPU", "at least one host cannot run the CPU"));
    }

    @Override
    public Command newCommand() {
        return new CompareCommand();
    }
}
