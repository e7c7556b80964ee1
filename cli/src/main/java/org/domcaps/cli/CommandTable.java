package org.domcaps.cli;

import static org.domcaps.cli.OptionSpec.flag;
import static org.domcaps.cli.OptionSpec.repeated;
import static org.domcaps.cli.OptionSpec.valued;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The commands and their options. The options of `virsh domcapabilities` keep their names.
final class CommandTable {

    private static final String HOW = "How to print it";
    private static final String OPTIONS = "Options";

    private CommandTable() {}

    /// The commands in the order of the overview.
    static List<String> names() {
        return List.of("get", "list", "record", "conformance", "version", "completion", "help");
    }

    /// All rows in the order of the overview.
    static List<CommandSpec> all() {
        List<CommandSpec> all = new ArrayList<>();
        for (String name : names()) {
            all.add(find(name).orElseThrow());
        }
        return all;
    }

    /// The row of a command; empty if there is no such command. Only that row is made.
    static Optional<CommandSpec> find(String name) {
        return switch (name) {
            case "get" -> Optional.of(get());
            case "list" -> Optional.of(list());
            case "record" -> Optional.of(record());
            case "conformance" -> Optional.of(conformance());
            case "version" -> Optional.of(version());
            case "completion" -> Optional.of(completion());
            case "help" -> Optional.of(help());
            default -> Optional.empty();
        };
    }

    private static CommandSpec get() {
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
                virtType("virt type: kvm, qemu or hvf (default: the best that works here)"),
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

    private static CommandSpec list() {
        return command(
                "list",
                "list emulators, architectures, machine types and virt types",
                group(
                        "What to list",
                        emulator("just this emulator, even if it would not be found by itself"),
                        arch("just emulators for this guest architecture"),
                        virtType("just this virt type"),
                        valued(
                                "names",
                                "WHAT",
                                ValueKind.NAMES,
                                "bare names, one a line: emulators, archs, virttypes or machines")),
                sources(),
                group(HOW, pageForm(), colour(), output(), helpOption()));
    }

    private static CommandSpec record() {
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
                helpOption());
    }

    private static CommandSpec conformance() {
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
                colour(),
                helpOption());
    }

    private static CommandSpec version() {
        return command(
                "version",
                "print the version of domcaps and of what it runs on",
                group(
                        OPTIONS,
                        flag("verbose", "also the emulators of this host with their versions"),
                        pageForm(),
                        helpOption()));
    }

    private static CommandSpec completion() {
        return command(
                "completion",
                "print a script that completes domcaps in a shell",
                required("SHELL", ValueKind.SHELL),
                helpOption());
    }

    private static CommandSpec help() {
        return command(
                "help",
                "explain domcaps or one of its commands",
                new OperandSpec("COMMAND", ValueKind.COMMAND, false),
                helpOption());
    }

    private static CommandSpec command(String name, String summary, OptionGroup... groups) {
        return new CommandSpec(name, summary, List.of(), List.of(groups));
    }

    private static CommandSpec command(
            String name, String summary, OperandSpec operand, OptionSpec... options) {
        return new CommandSpec(name, summary, List.of(operand), List.of(group(OPTIONS, options)));
    }

    private static OperandSpec required(String name, ValueKind kind) {
        return new OperandSpec(name, kind, true);
    }

    private static OptionGroup group(String title, OptionSpec... options) {
        return new OptionGroup(title, List.of(options));
    }

    private static OptionGroup sources(OptionSpec... more) {
        List<OptionSpec> options = new ArrayList<>();
        options.add(
                valued(
                        "replay",
                        "BUNDLE",
                        ValueKind.FILE,
                        "answer from a recorded facts bundle, or from one FILE.replies"));
        options.add(
                valued(
                        "host-facts",
                        "FILE",
                        ValueKind.FILE,
                        "take the facts of the host from this JSON file"));
        options.addAll(List.of(more));
        options.add(flag("no-cache", "ask the emulators anew, and keep nothing"));
        options.add(probeTimeout());
        return new OptionGroup("Where the facts come from", options);
    }

    private static OptionSpec emulator(String text) {
        return valued("emulatorbin", "PATH", ValueKind.EMULATOR, text);
    }

    private static OptionSpec arch(String text) {
        return valued("arch", "ARCH", ValueKind.ARCH, text);
    }

    private static OptionSpec virtType(String text) {
        return valued("virttype", "TYPE", ValueKind.VIRT_TYPE, text);
    }

    private static OptionSpec generation() {
        return valued(
                "generation",
                "RELEASE",
                ValueKind.RELEASE,
                "answer as this libvirt release, 10.7 to 12.8 (default: 12.8)");
    }

    private static OptionSpec probeTimeout() {
        return valued(
                "probe-timeout",
                "SECONDS",
                ValueKind.FREE,
                "give up on an emulator after this many seconds");
    }

    private static OptionSpec pageForm() {
        return valued("format", "FORM", ValueKind.PAGE_FORM, "text (default) or json");
    }

    private static OptionSpec colour() {
        return valued(
                "color",
                "WHEN",
                ValueKind.COLOUR,
                "auto (default: on a terminal), always or never");
    }

    private static OptionSpec output() {
        return valued(
                "output",
                "FILE",
                ValueKind.FILE,
                "write to FILE, whole or not at all; - is stdout");
    }

    private static OptionSpec helpOption() {
        return flag("help", "explain this command");
    }
}
