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

/// `domcaps check` in the table of commands.
final class CheckEntry implements CommandEntry {

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "check",
                "hold domain definitions against what hosts can do",
                List.of(new OperandSpec("DOMAIN", ValueKind.FILE, true, true)),
                List.of(
                        sources(
                                repeated(
                                        "capabilities",
                                        "HOST",
                                        ValueKind.FILE,
                                        "check against each of these hosts; may be repeated")),
                        group(
                                HOW,
                                flag(
                                        "ignore-unknown",
                                        "end with 0 even if something could not be known"),
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
                        "Tells, with line and column, everything in the definitions that the host's"
                            + " capabilities for their architecture, machine type and virt type do"
                            + " not carry, and what is allowed instead. DOMAIN is a file as 'virsh"
                            + " dumpxml' prints it; - is standard input. What the capabilities do"
                            + " not report is 'unknown' and never an error.",
                        HostInput.NOTE
                                + " A document knows just its own machine type; what is"
                                + " asked knows all of its host."),
                List.of(
                        new Manual.Example("will this domain start here", "domcaps check vm.xml"),
                        new Manual.Example(
                                "a domain of libvirt",
                                "virsh dumpxml --inactive web | domcaps check -"),
                        new Manual.Example(
                                "on which hosts of the rack does it run",
                                "domcaps check --capabilities rack/ vm.xml"),
                        new Manual.Example("for a program", "domcaps check --format json vm.xml")),
                Manual.exits("nothing is wrong", "at least one error was found"));
    }

    @Override
    public Command newCommand() {
        return new CheckCommand();
    }
}
