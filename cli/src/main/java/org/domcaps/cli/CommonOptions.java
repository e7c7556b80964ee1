package org.domcaps.cli;

import static org.domcaps.cli.OptionSpec.flag;
import static org.domcaps.cli.OptionSpec.valued;

import java.util.ArrayList;
import java.util.List;

/// Options and words that several commands share.
final class CommonOptions {

    /// The heading of options that say how to print.
    static final String HOW = "How to print it";

    private static final String SOURCES = "Where the facts come from";

    /// The heading of options that need none of their own.
    static final String OPTIONS = "Options";

    /// What a command that asks emulators says about the cache.
    static final String CACHE_NOTE =
            "What an emulator answered is kept in the user's cache folder until the emulator, the"
                    + " kernel or anything else that it depends on changes.";

    private CommonOptions() {}

    static CommandSpec command(String name, String summary, OptionGroup... groups) {
        return new CommandSpec(name, summary, List.of(), List.of(groups));
    }

    static CommandSpec command(
            String name, String summary, OperandSpec operand, OptionSpec... options) {
        return new CommandSpec(name, summary, List.of(operand), List.of(group(OPTIONS, options)));
    }

    static OperandSpec required(String name, ValueKind kind) {
        return new OperandSpec(name, kind, true, false);
    }

    static OptionGroup group(String title, OptionSpec... options) {
        return new OptionGroup(title, List.of(options));
    }

    static OptionGroup sources(OptionSpec... more) {
        List<OptionSpec> options = new ArrayList<>();
        options.add(
                valued(
                        "connect",
                        "URI",
                        ValueKind.FREE,
                        "ask the daemon of this URI, or libvirt's default one"));
        options.addAll(facts(more));
        return new OptionGroup(SOURCES, options);
    }

    /// Sources without any daemon.
    static OptionGroup factsSources() {
        return new OptionGroup(SOURCES, facts());
    }

    private static List<OptionSpec> facts(OptionSpec... more) {
        List<OptionSpec> options = new ArrayList<>();
        options.add(
                valued(
                        "replay",
                        "BUNDLE",
                        ValueKind.FILE,
                        "answer from a recorded facts bundle, or from one FILE.replies[.gz]"));
        options.add(
                valued(
                        "host-facts",
                        "FILE",
                        ValueKind.FILE,
                        "take the facts of the host from this JSON file"));
        options.addAll(List.of(more));
        options.add(flag("no-cache", "ask the emulators anew, and keep nothing"));
        options.add(probeTimeout());
        return options;
    }

    static OptionSpec emulator(String text) {
        return valued("emulatorbin", "PATH", ValueKind.EMULATOR, text);
    }

    static OptionSpec arch(String text) {
        return valued("arch", "ARCH", ValueKind.ARCH, text);
    }

    static OptionSpec virtType(String text) {
        return valued("virttype", "TYPE", ValueKind.VIRT_TYPE, text);
    }

    static OptionSpec generation() {
        return valued(
                "generation",
                "RELEASE",
                ValueKind.RELEASE,
                "answer as this libvirt release, 10.7 to 12.8 (default: 12.8)");
    }

    static OptionSpec probeTimeout() {
        return valued(
                "probe-timeout",
                "SECONDS",
                ValueKind.FREE,
                "give up on an emulator or daemon after this many seconds");
    }

    static OptionSpec pageForm() {
        return valued("format", "FORM", ValueKind.PAGE_FORM, "text (default) or json");
    }

    static OptionSpec colour() {
        return valued(
                "color",
                "WHEN",
                ValueKind.COLOUR,
                "auto (default: on a terminal), always or never");
    }

    static OptionSpec output() {
        return valued(
                "output",
                "FILE",
                ValueKind.FILE,
                "write to FILE, whole or not at all; - is stdout");
    }

    static OptionSpec helpOption() {
        return flag("help", "explain this command");
    }
}
