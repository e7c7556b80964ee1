package org.domcaps.cli;

import static org.domcaps.cli.CommonOptions.HOW;
import static org.domcaps.cli.CommonOptions.arch;
import static org.domcaps.cli.CommonOptions.colour;
import static org.domcaps.cli.CommonOptions.command;
import static org.domcaps.cli.CommonOptions.emulator;
import static org.domcaps.cli.CommonOptions.generation;
import static org.domcaps.cli.CommonOptions.group;
import static org.domcaps.cli.CommonOptions.helpOption;
import static org.domcaps.cli.CommonOptions.output;
import static org.domcaps.cli.CommonOptions.sources;
import static org.domcaps.cli.CommonOptions.virtType;
import static org.domcaps.cli.OptionSpec.flag;
import static org.domcaps.cli.OptionSpec.valued;

import java.util.List;

/// `domcaps get` in the table of commands.
final class GetEntry implements CommandEntry {

    @Override
    public CommandSpec spec() {
        return command(
                "get",
                "print the domain capabilities of an emulator",
                request(),
                sources(
                        valued(
                                "document",
                                "FILE",
                                ValueKind.FILE,
                                "print this document (XML or JSON) instead of asking; - is stdin")),
                documentForm());
    }

    @Override
    public Manual manual() {
        return new Manual(
                List.of(
                        "Prints what libvirt prints for 'virsh domcapabilities', byte for byte,"
                            + " without libvirt: which machine, CPU modes and models, devices and"
                            + " features the emulator can give a guest on this host.",
                        CommonOptions.CACHE_NOTE),
                List.of(
                        new Manual.Example(
                                "this host's default emulator and machine", "domcaps get"),
                        new Manual.Example(
                                "another machine type, without KVM",
                                "domcaps get --machine q35 --virttype qemu"),
                        new Manual.Example(
                                "another architecture", "domcaps get --arch aarch64 --format text"),
                        new Manual.Example(
                                "as libvirt 11.3 prints it", "domcaps get --generation 11.3"),
                        new Manual.Example(
                                "the usable CPU models",
                                "domcaps get --xpath"
                                    + " \"//mode[@name='custom']/model[@usable='yes']/text()\""),
                        new Manual.Example(
                                "what a host of the rack can do, from its facts bundle",
                                "domcaps get --replay rack12 --machine q35"),
                        new Manual.Example(
                                "read libvirt's own document as a page",
                                "virsh domcapabilities | domcaps get --document - --format text")),
                Manual.exits("the document was printed", ""));
    }

    @Override
    public Command newCommand() {
        return new GetCommand();
    }

    private static OptionGroup request() {
        return group(
                "What to ask",
                emulator("emulator binary (default: the best one found for the architecture)"),
                arch("guest architecture (default: the host's)"),
                valued(
                        "machine",
                        "MACHINE",
                        ValueKind.MACHINE,
                        "machine type or alias (default: the emulator's own)"),
                virtType("virt type: kvm, qemu, xen, bhyve, hvf, hyperv, test (default: best)"),
                flag(
                        "disable-deprecated-features",
                        "host-model without features that the emulator advises against"),
                flag("expand-cpu-features", "host-model with every feature spelled out"),
                flag(
                        "supported-cpu-features",
                        "host-model with all that a guest can have, even if off by default"));
    }

    private static OptionGroup documentForm() {
        return group(
                HOW,
                valued("format", "FORM", ValueKind.DOCUMENT_FORM, "xml (default), json or text"),
                generation(),
                valued(
                        "xpath",
                        "EXPR",
                        ValueKind.FREE,
                        "print just what an XPath expression finds in the XML"),
                flag("wrap", "put what --xpath finds below one root element, <nodes>"),
                colour(),
                output(),
                helpOption());
    }
}
