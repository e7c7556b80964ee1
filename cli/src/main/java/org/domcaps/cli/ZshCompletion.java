package org.domcaps.cli;

/// The completion script for zsh, built on `_arguments`.
final class ZshCompletion {

    private static final String HEAD =
            """
            #compdef domcaps
            # zsh completion for domcaps, printed by 'domcaps completion zsh'

            # Completes from what this host has, asked with the emulator options typed so far.
            # Options for compadd come before the word that says what.
            _domcaps_listed() {
                local what=$argv[-1]
                local -a typed found
                local option
                for option in --emulatorbin --arch --virttype --replay --host-facts; do
                    [[ -n ${opt_args[$option]-} ]] && typed+=("$option" "${(Q)opt_args[$option]}")
                done
                found=("${(@f)$($service list --names $what "${typed[@]}" 2>/dev/null)}")
                compadd "${(@)argv[1,-2]}" -a found || { [[ $what == emulators ]] && _files }
            }

            """;

    private final StringBuilder out = new StringBuilder(HEAD);

    private ZshCompletion() {}

    static String script() {
        ZshCompletion script = new ZshCompletion();
        for (CommandSpec spec : CommandTable.specs()) {
            script.command(spec);
        }
        script.main();
        return script.out.toString();
    }

    private void command(CommandSpec spec) {
        line(0, "_domcaps_" + spec.name() + "() {");
        line(1, "_arguments \\");
        for (OptionSpec option : spec.options()) {
            // "*" lets an option come again; without it zsh offers each option once.
            StringBuilder word =
                    new StringBuilder(option.repeatable() ? "*--" : "--").append(option.name());
            word.append(option.argument().isPresent() ? "=[" : "[")
                    .append(plain(option.text()))
                    .append(']');
            if (option.argument().isPresent()) {
                word.append(':')
                        .append(option.argument().get())
                        .append(':')
                        .append(action(option.kind()));
            }
            line(2, quoted(word.toString()) + " \\");
        }
        int place = 1;
        for (OperandSpec operand : spec.operands()) {
            String at = operand.repeatable() ? "*" : Integer.toString(place++);
            line(2, quoted(at + ":" + operand.name() + ":" + action(operand.kind())) + " \\");
        }
        line(2, "&& return 0");
        line(0, "}");
        line(0, "");
    }

    private void main() {
        line(0, "_domcaps() {");
        line(1, "local curcontext=$curcontext state line");
        line(1, "typeset -A opt_args");
        line(1, "local -a commands=(");
        for (CommandSpec spec : CommandTable.specs()) {
            line(2, quoted(spec.name() + ":" + spec.summary()));
        }
        line(1, ")");
        line(1, "_arguments -C \\");
        line(2, "'(- *)--help[explain domcaps]' \\");
        line(2, "'(- *)--version[print the version]' \\");
        line(2, "'1: :->command' \\");
        line(2, "'*:: :->rest' && return 0");
        line(1, "case $state in");
        line(2, "command) _describe command commands ;;");
        line(2, "rest) (( $+functions[_domcaps_$line[1]] )) && _domcaps_$line[1] ;;");
        line(1, "esac");
        line(0, "}");
        line(0, "");
        line(0, "if [[ $funcstack[1] == _domcaps ]]; then");
        line(1, "_domcaps \"$@\"");
        line(0, "else");
        line(1, "compdef _domcaps domcaps");
        line(0, "fi");
    }

    private static String action(ValueKind kind) {
        return switch (kind) {
            case FREE -> " ";
            case FILE -> "_files";
            case FOLDER -> "_files -/";
            case EMULATOR -> "_domcaps_listed emulators";
            case MACHINE -> "_domcaps_listed machines";
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
                    "(" + String.join(" ", kind.words()) + ")";
        };
    }

    /// Text without what `_arguments` gives a meaning inside of brackets.
    private static String plain(String text) {
        return text.replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private void line(int depth, String text) {
        out.repeat("    ", depth).append(text).append('\n');
    }
}
