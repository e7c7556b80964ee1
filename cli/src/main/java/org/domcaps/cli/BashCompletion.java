package org.domcaps.cli;

/// The completion script for bash, which needs no other package.
///
/// bash splits `--format=xml` at the equals sign, so a value is looked for behind `--format` and
/// behind `--format =`.
final class BashCompletion {

    private static final String HEAD =
            """
            # bash completion for domcaps, printed by 'domcaps completion bash'

            # Completes from words, one a line.
            _domcaps_words() {
                mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur")
            }

            # Completes from what this host has, asked with the emulator options typed so far.
            _domcaps_listed() {
                local -a typed=()
                local i
                for ((i = 2; i < COMP_CWORD - 1; i++)); do
                    case ${COMP_WORDS[i]} in
                        --emulatorbin | --arch | --virttype | --replay | --host-facts)
                            if [[ ${COMP_WORDS[i + 1]} == = ]]; then
                                typed+=("${COMP_WORDS[i]}" "${COMP_WORDS[i + 2]}")
                            else
                                typed+=("${COMP_WORDS[i]}" "${COMP_WORDS[i + 1]}")
                            fi
                            ;;
                    esac
                done
                _domcaps_words "$("${COMP_WORDS[0]}" list --names "$1" "${typed[@]}" 2>/dev/null)"
            }

            _domcaps_files() {
                compopt -o filenames 2>/dev/null
                mapfile -t COMPREPLY < <(compgen "$1" -- "$cur")
            }

            _domcaps() {
                local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
                COMPREPLY=()
                if [[ $cur == = ]]; then
                    cur=
                elif [[ $prev == = ]]; then
                    prev=${COMP_WORDS[COMP_CWORD - 2]}
                fi
                if ((COMP_CWORD == 1)); then
                    _domcaps_words "@COMMANDS@ --help --version"
                    return
                fi
                case $command in
            """;

    private static final String TAIL =
            """
                esac
            }

            complete -F _domcaps domcaps
            """;

    private final StringBuilder out = new StringBuilder();

    private BashCompletion() {}

    static String script() {
        BashCompletion script = new BashCompletion();
        script.out.append(HEAD.replace("@COMMANDS@", String.join(" ", CommandTable.names())));
        for (CommandSpec spec : CommandTable.specs()) {
            script.command(spec);
        }
        return script.out.append(TAIL).toString();
    }

    private void command(CommandSpec spec) {
        line(2, spec.name() + ")");
        line(3, "case $prev in");
        for (OptionSpec option : spec.options()) {
            if (option.argument().isPresent()) {
                line(4, "--" + option.name() + ")");
                value(5, option.kind());
                line(5, "return");
                line(5, ";;");
            }
        }
        line(3, "esac");
        line(3, "if [[ $cur == -* ]]; then");
        StringBuilder options = new StringBuilder();
        for (OptionSpec option : spec.options()) {
            options.append(options.isEmpty() ? "" : " ").append("--").append(option.name());
        }
        line(4, "_domcaps_words \"" + options + "\"");
        line(4, "return");
        line(3, "fi");
        for (OperandSpec operand : spec.operands()) {
            value(3, operand.kind());
        }
        line(3, ";;");
    }

    private void value(int depth, ValueKind kind) {
        switch (kind) {
            case FREE -> line(depth, ":");
            case FILE -> line(depth, "_domcaps_files -f");
            case FOLDER -> line(depth, "_domcaps_files -d");
            case EMULATOR -> {
                line(depth, "_domcaps_listed emulators");
                line(depth, "((${#COMPREPLY[@]})) || _domcaps_files -f");
            }
            case MACHINE -> line(depth, "_domcaps_listed machines");
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
                    line(depth, "_domcaps_words \"" + String.join(" ", kind.words()) + "\"");
        }
    }

    private void line(int depth, String text) {
        out.repeat("    ", depth).append(text).append('\n');
    }
}
