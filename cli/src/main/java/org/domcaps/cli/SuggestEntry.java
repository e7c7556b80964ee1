package org.domcaps.cli;

import static org.domcaps.cli.CommonOptions.HOW;
import static org.domcaps.cli.CommonOptions.arch;
import static org.domcaps.cli.CommonOptions.colour;
import static org.domcaps.cli.CommonOptions.generation;
import static org.domcaps.cli.CommonOptions.group;
import static org.domcaps.cli.CommonOptions.helpOption;
import static org.domcaps.cli.CommonOptions.output;
import static org.domcaps.cli.CommonOptions.sources;
import static org.domcaps.cli.CommonOptions.virtType;
import static org.domcaps.cli.OptionSpec.flag;
import static org.domcaps.cli.OptionSpec.repeated;
import static org.domcaps.cli.OptionSpec.valued;

import java.util.List;

/// `domcaps suggest` in the table of commands.
final class SuggestEntry implements CommandEntry {

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "suggest",
                "make a domain definition of the best that hosts offer",
                List.of(),
                List.of(
                        wish(),
                        sources(
                                repeated(
                                        "capabilities",
                                        "HOST",
                                        ValueKind.FILE,
                                        "make it for all of these hosts; may be repeated")),
                        group(
                                HOW,
                                flag("comments", "write the reasons into the definition"),
                                valued(
                                        "format",
                                        "FORM",
                                        ValueKind.XML_OR_JSON,
                                        "xml (default), or json with the reasons"),
                                generation(),
                                colour(),
                                output(),
                                helpOption())));
    }

    private static OptionGroup wish() {
        return group(
                "What the guest must have",
                valued(
                        "os",
                        "FAMILY",
                        ValueKind.GUEST_FAMILY,
                        "its operating system: linux (default), windows, bsd or other"),
                arch("its architecture (default: the first host's)"),
                virtType("how it is run (default: the best that all hosts have)"),
                valued(
                        "machine",
                        "MACHINE",
                        ValueKind.MACHINE,
                        "its machine type (default: the best that fits)"),
                flag("uefi", "boot by UEFI"),
                flag("secure-boot", "firmware that checks signatures"),
                flag("tpm", "a TPM 2.0"),
                valued(
                        "confidential",
                        "WAY",
                        ValueKind.CONFIDENTIAL,
                        "memory hidden from the host: sev, sev-es, snp, tdx or s390-pv"),
                flag("migratable", "able to move between all hosts, and over upgrades of them"),
                valued("vcpus", "NUMBER", ValueKind.FREE, "virtual CPUs (default: 2)"),
                valued("memory", "MIB", ValueKind.FREE, "memory in MiB (default: 4096)"),
                valued("name", "NAME", ValueKind.FREE, "its name (default: guest)"));
    }

    @Override
    public Manual manual() {
        return new Manual(
                List.of(
                        "Prints a domain definition that has what is wished for and is the best"
                            + " combination of everything else that every host offers. It has"
                            + " passed 'domcaps check' and goes into 'virsh define' as it is; disk"
                            + " file and network are placeholders. If a wish cannot be met,"
                            + " standard error says which and why.",
                        HostInput.NOTE
                                + " A document knows just its own machine type; what is"
                                + " asked knows all of its host."),
                List.of(
                        new Manual.Example("a Linux guest for this host", "domcaps suggest"),
                        new Manual.Example(
                                "Windows 11, with the reasons",
                                "domcaps suggest --os windows --secure-boot --tpm --comments"),
                        new Manual.Example(
                                "a guest that can move within a rack",
                                "domcaps suggest --migratable --capabilities rack/"),
                        new Manual.Example(
                                "define it in libvirt",
                                "domcaps suggest --name web > guest.xml && virsh define"
                                        + " guest.xml")),
                Manual.exits("the definition was printed", "a wish cannot be met"));
    }

    @Override
    public Command newCommand() {
        return new SuggestCommand();
    }
}
