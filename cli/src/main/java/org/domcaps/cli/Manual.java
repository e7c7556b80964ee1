package org.domcaps.cli;

import java.util.ArrayList;
import java.util.List;

/// What help pages say beyond the tables. Apart from [CommandTable], so that running a command does
/// not load it.
///
/// @param paragraphs text below the synopsis
/// @param examples command lines that work as they stand
/// @param exits what the exit codes mean here
record Manual(List<String> paragraphs, List<Example> examples, List<Exit> exits) {

    /// One example.
    ///
    /// @param what what it does
    /// @param line the command line
    record Example(String what, String line) {}

    /// The meaning of one exit code.
    ///
    /// @param code the code
    /// @param meaning when it comes
    record Exit(ExitCode code, String meaning) {}

    private static final Exit USAGE =
            new Exit(
                    ExitCode.USAGE,
                    "the command line is wrong, or an argument does not fit the emulator");
    private static final Exit UNKNOWN =
            new Exit(
                    ExitCode.UNKNOWN,
                    "the answer could not be found out; standard error says why in one line");
    private static final String CACHE_NOTE =
            "What an emulator answered is kept in the user's cache folder until the emulator, the"
                    + " kernel or anything else that it depends on changes.";

    /// The page of the whole command.
    static final Manual OVERVIEW =
            new Manual(
                    List.of(),
                    List.of(
                            new Example("what this host can run", "domcaps get"),
                            new Example("the same as a page to read", "domcaps get --format text"),
                            new Example("which machine types there are", "domcaps list"),
                            new Example(
                                    "take the facts of this host along", "domcaps record facts"),
                            new Example(
                                    "and answer from them on any machine",
                                    "domcaps get --replay facts")),
                    exits("the answer was printed", "the answer was printed, and it is no"));

    Manual {
        paragraphs = List.copyOf(paragraphs);
        examples = List.copyOf(examples);
        exits = List.copyOf(exits);
    }

    /// The texts of a command.
    static Manual of(String command) {
        return switch (command) {
            case "get" -> get();
            case "list" -> list();
            case "record" -> record();
            case "conformance" -> conformance();
            case "version" -> version();
            case "completion" -> completion();
            case "help" -> help();
            default -> throw new IllegalArgumentException("no such command: " + command);
        };
    }

    private static Manual get() {
        return new Manual(
                List.of(
                        "Prints what libvirt prints for 'virsh domcapabilities', byte for byte,"
                            + " without libvirt: which machine, CPU modes and models, devices and"
                            + " features the emulator can give a guest on this host.",
                        CACHE_NOTE),
                List.of(
                        new Example("this host's default emulator and machine", "domcaps get"),
                        new Example(
                                "another machine type, without KVM",
                                "domcaps get --machine q35 --virttype qemu"),
                        new Example(
                                "another architecture", "domcaps get --arch aarch64 --format text"),
                        new Example("as libvirt 11.3 prints it", "domcaps get --generation 11.3"),
                        new Example(
                                "the usable CPU models",
                                "domcaps get --xpath"
                                    + " \"//mode[@name='custom']/model[@usable='yes']/text()\""),
                        new Example(
                                "what a host of the rack can do, from its facts bundle",
                                "domcaps get --replay rack12 --machine q35"),
                        new Example(
                                "read libvirt's own document as a page",
                                "virsh domcapabilities | domcaps get --document - --format text")),
                exits("the document was printed", ""));
    }

    private static Manual list() {
        return new Manual(
                List.of(
                        "Lists what 'domcaps get' can be asked for. Defaults are marked.",
                        CACHE_NOTE),
                List.of(
                        new Example("everything", "domcaps list"),
                        new Example(
                                "just what runs 64-bit ARM guests", "domcaps list --arch aarch64"),
                        new Example("for a program", "domcaps list --format json"),
                        new Example("machine types, one a line", "domcaps list --names machines")),
                exits("the list was printed", ""));
    }

    private static Manual record() {
        return new Manual(
                List.of(
                        "Writes the conversation with each emulator, laid out as libvirt's .replies"
                            + " files, and the facts of this host as JSON. 'domcaps get --replay"
                            + " DIR' gives the same documents from them on any machine; a bundle is"
                            + " also all that a bug report needs.",
                        "A bundle names the host's CPU, firmware files and devices, and nothing"
                                + " about its users, guests or network."),
                List.of(
                        new Example("record every emulator", "domcaps record facts"),
                        new Example(
                                "record one that is not on the path",
                                "domcaps record facts --emulatorbin"
                                        + " /opt/qemu/bin/qemu-system-x86_64"),
                        new Example("print the document from it", "domcaps get --replay facts")),
                exits("the bundle was written", ""));
    }

    private static Manual conformance() {
        return new Manual(
                List.of(
                        "DIR is laid out like the folder tests/ of libvirt's sources:"
                            + " qemucapabilitiesdata/, domaincapsdata/, qemufirmwaredata/ and"
                            + " cputestdata/, each of which may be missing. Every case that can be"
                            + " derived from what lies there is computed and compared.",
                        "Each case gives a line as soon as it is done: 'ok NAME', 'FAIL NAME' with"
                                + " a unified diff of what is expected and what came out, or 'skip"
                                + " NAME: why'. The last line counts them. The names of CPU cases"
                                + " contain 'cpuid'."),
                List.of(
                        new Example("a checkout of libvirt", "domcaps conformance libvirt/tests"),
                        new Example(
                                "as libvirt 10.7",
                                "domcaps conformance libvirt/tests --generation 10.7"),
                        new Example(
                                "a few cases, keeping what was computed",
                                "domcaps conformance libvirt/tests --only '*q35*' --out computed")),
                exits("every case that was tried passed", "at least one case failed"));
    }

    private static Manual version() {
        return new Manual(
                List.of("Bug reports need the output of 'domcaps version --verbose'."),
                List.of(
                        new Example("in short", "domcaps version"),
                        new Example(
                                "with this host's emulators, for a program",
                                "domcaps version --verbose --format json")),
                exits("the versions were printed", ""));
    }

    private static Manual completion() {
        return new Manual(
                List.of(
                        "SHELL is bash, zsh or fish. The script completes commands, options and"
                            + " their values; machine types and emulators are those that 'domcaps"
                            + " list' tells."),
                List.of(
                        new Example("bash, for this session", "source <(domcaps completion bash)"),
                        new Example(
                                "bash, for every session",
                                "domcaps completion bash >"
                                        + " ~/.local/share/bash-completion/completions/domcaps"),
                        new Example(
                                "zsh, into a folder of $fpath",
                                "domcaps completion zsh > ~/.zsh/completions/_domcaps"),
                        new Example(
                                "fish",
                                "domcaps completion fish >"
                                        + " ~/.config/fish/completions/domcaps.fish")),
                exits("the script was printed", ""));
    }

    private static Manual help() {
        return new Manual(
                List.of("Without COMMAND, gives the overview."),
                List.of(
                        new Example("the commands", "domcaps help"),
                        new Example("all about one of them", "domcaps help get")),
                exits("the page was printed", ""));
    }

    private static List<Exit> exits(String done, String no) {
        List<Exit> exits = new ArrayList<>();
        exits.add(new Exit(ExitCode.DONE, done));
        if (!no.isEmpty()) {
            exits.add(new Exit(ExitCode.NO, no));
        }
        exits.add(USAGE);
        exits.add(UNKNOWN);
        return exits;
    }
}
