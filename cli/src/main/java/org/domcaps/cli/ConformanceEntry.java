package org.domcaps.cli;

import static org.domcaps.cli.CommonOptions.colour;
import static org.domcaps.cli.CommonOptions.command;
import static org.domcaps.cli.CommonOptions.generation;
import static org.domcaps.cli.CommonOptions.helpOption;
import static org.domcaps.cli.CommonOptions.pageForm;
import static org.domcaps.cli.CommonOptions.required;
import static org.domcaps.cli.OptionSpec.valued;

import java.util.List;

/// `domcaps conformance` in the table of commands.
final class ConformanceEntry implements CommandEntry {

    @Override
    public CommandSpec spec() {
        return command(
                "conformance",
                "replay a folder laid out like libvirt's tests/ and compare",
                required("DIR", ValueKind.FOLDER),
                generation(),
                valued(
                        "out",
                        "DIR2",
                        ValueKind.FOLDER,
                        "write each computed document to DIR2/NAME.xml"),
                valued(
                        "only",
                        "GLOB",
                        ValueKind.FREE,
                        "just the cases whose name matches, as '*q35*'"),
                pageForm(),
                colour(),
                helpOption());
    }

    @Override
    public Manual manual() {
        return new Manual(
                List.of(
                        "DIR is laid out like the folder tests/ of libvirt's sources:"
                            + " qemucapabilitiesdata/, domaincapsdata/, qemufirmwaredata/ and"
                            + " cputestdata/, each of which may be missing. Every case that can be"
                            + " derived from what lies there is computed and compared. Recordings"
                            + " may be packed by gzip, and domaincapsdata/RELEASE/ may hold what"
                            + " that release prints.",
                        "As text each case gives a line as soon as it is done: 'ok NAME', 'FAIL"
                            + " NAME' with a unified diff of what is expected and what came out, or"
                            + " 'skip NAME: why'. The last line counts them. JSON is printed when"
                            + " all are done. The names of CPU cases contain 'cpuid'."),
                List.of(
                        new Manual.Example(
                                "a checkout of libvirt", "domcaps conformance libvirt/tests"),
                        new Manual.Example(
                                "as libvirt 10.7",
                                "domcaps conformance libvirt/tests --generation 10.7"),
                        new Manual.Example(
                                "a few cases, keeping what was computed",
                                "domcaps conformance libvirt/tests --only '*q35*' --out computed")),
                Manual.exits("every case that was tried passed", "at least one case failed"));
    }

    @Override
    public Command newCommand() {
        return new ConformanceCommand();
    }
}
