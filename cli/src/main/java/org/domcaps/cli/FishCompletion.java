package org.domcaps.cli;

/// The completion script for fish.
final class FishCompletion {

    private static final String HEAD =
            """
            # fish completion for domcaps, printed by 'domcaps completion fish'

            # Tells what this host has, asked with the emulator options typed so far.
            function __domcaps_listed
                set -l words (commandline -opc)
                set -l typed
                for option in --emulatorbin --arch --virttype --replay --host-facts
                    for at in (seq 2 (count $words))
                        if test $words[$at] = $option; and test $at -lt (count $words)
                            set -a typed $option $words[(math $at + 1)]
                        else if string match -q -- "$option=*" $words[$at]
                            set -a typed $words[$at]
                        end
                    end
                end
                $words[1] list --names $argv[1] $typed 2>/dev/null
            end

            complete -c domcaps -f
            complete -c domcaps -n __fish_use_subcommand -l help -d 'explain domcaps'
            complete -c domcaps -n __fish_use_subcommand -l version -d 'print the version'
            """;

    private final StringBuilder out = new StringBuilder(HEAD);

    private FishCompletion() {}

    static String script() {
        FishCompletion script = new FishCompletion();
        for (CommandSpec spec : CommandTable.specs()) {
            script.complete("__fish_use_subcommand", "-a " + spec.name(), spec.summary());
        }
        for (CommandSpec spec : CommandTable.specs()) {
            script.command(spec);
        }
        return script.out.toString();
    }

    private void command(CommandSpec spec) {
        String here = quoted("__fish_seen_subcommand_from " + spec.name());
        out.append('\n');
        for (OptionSpec option : spec.options()) {
            String value = option.argument().isPresent() ? " -r" + values(option.kind()) : "";
            complete(here, "-l " + option.name() + value, option.text());
        }
        for (OperandSpec operand : spec.operands()) {
            complete(here, values(operand.kind()).strip(), operand.name());
        }
    }

    private static String values(ValueKind kind) {
        return switch (kind) {
            case FREE -> "";
            case FILE -> " -F";
            case FOLDER -> " -a '(__fish_complete_directories)'";
            case EMULATOR -> " -F -a '(__domcaps_listed emulators)'";
            case MACHINE -> " -a '(__domcaps_listed machines)'";
            case ARCH,
                    VIRT_TYPE,
                    RELEASE,
                    DOCUMENT_FORM,
                    PAGE_FORM,
                    LOG_LEVEL,
                    COLOUR,
                    NAMES,
                    SHELL,
                    COMMAND ->
                    " -a " + quoted(String.join(" ", kind.words()));
        };
    }

    private void complete(String condition, String what, String text) {
        out.append("complete -c domcaps -n ").append(condition);
        out.append(' ').append(what).append(" -d ").append(quoted(text)).append('\n');
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
