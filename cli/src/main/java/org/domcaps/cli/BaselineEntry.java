package org.domcaps.cli;

import static org.domcaps.cli.CommonOptions.HOW;
import static org.domcaps.cli.CommonOptions.colour;
import static org.domcaps.cli.CommonOptions.generation;
import static org.domcaps.cli.CommonOptions.group;
import static org.domcaps.cli.CommonOptions.helpOption;
import static org.domcaps.cli.CommonOptions.output;
import static org.domcaps.cli.CommonOptions.sources;
import static org.domcaps.cli.OptionSpec.flag;
import static org.domcaps.cli.OptionSpec.valued;

import java.util.List;

/// `domcaps baseline` in the table of commands.
final class BaselineEntry implements CommandEntry {

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "baseline",
                "find the largest CPU that all hosts have, and who costs what",
                List.of(new OperandSpec("HOST", ValueKind.FILE, false, true)),
                List.of(
                        CpuOptions.asked(),
                        sources(),
                        group(
                                HOW,
                                CpuOptions.migratable(
                                        "leave out features that keep a guest from migrating"),
                                flag("features", "list every feature of the CPU"),
                                valued(
                                        "format",
                                        "FORM",
                                        ValueKind.DOCUMENT_FORM,
                                        "xml (default): a <cpu>; json or text: also what each host"
                                                + " costs"),
                                generation(),
                                colour(),
                                output(),
                                helpOption())));
    }

    @Override
    public Manual manual() {
        return new Manual(
                List.of(
                        "Prints the CPU that libvirt's 'hypervisor-cpu-baseline' computes: all"
                            + " features that every host has, as the named model with the fewest"
                            + " differences among those that every host lists. The order of the"
                            + " hosts does not matter, their number has no limit, and hosts with"
                            + " the same CPU count once. The smallest size of physical addresses is"
                            + " set as the limit if every host reports its own.",
                        "With --format text or json every kind of host is listed with the features"
                            + " that it lacks, and with what the baseline would gain without it. On"
                            + " architectures where only the emulator knows what a model has (all"
                            + " but x86) names and listed features decide.",
                        HostInput.NOTE
                                + " A host can also be a file of host capabilities, or of one or"
                                + " more <cpu> elements."),
                List.of(
                        new Manual.Example(
                                "a CPU for guests that go everywhere",
                                "domcaps baseline --migratable fleet/"),
                        new Manual.Example(
                                "which hosts hold the others back",
                                "domcaps baseline --format text fleet/"),
                        new Manual.Example(
                                "two hosts of one rack, every feature spelled out",
                                "domcaps baseline --features node1.xml node2.xml")),
                Manual.exits("the baseline was printed", "the hosts have no CPU in common"));
    }

    @Override
    public Command newCommand() {
        return new BaselineCommand();
    }
}
