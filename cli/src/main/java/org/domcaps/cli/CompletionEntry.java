package org.domcaps.cli;

import static org.domcaps.cli.CommonOptions.command;
import static org.domcaps.cli.CommonOptions.helpOption;
import static org.domcaps.cli.CommonOptions.required;

import java.util.List;

/// `domcaps completion` in the table of commands.
final class CompletionEntry implements CommandEntry {

    @Override
    public CommandSpec spec() {
        return command(
                "completion",
                "print a script that completes domcaps in a shell",
                required("SHELL", ValueKind.SHELL),
                helpOption());
    }

    @Override
    public Manual manual() {
        return new Manual(
                List.of(
                        "SHELL is bash, zsh or fish. The script completes commands, options and"
                            + " their values; machine types and emulators are those that 'domcaps"
                            + " list' tells."),
                List.of(
                        new Manual.Example(
                                "bash, for this session", "source <(domcaps completion bash)"),
                        new Manual.Example(
                                "bash, for every session",
                                "domcaps completion bash >"
                                        + " ~/.local/share/bash-completion/completions/domcaps"),
                        new Manual.Example(
                                "zsh, into a folder of $fpath",
                                "domcaps completion zsh > ~/.zsh/completions/_domcaps"),
                        new Manual.Example(
                                "fish",
                                "domcaps completion fish >"
                                        + " ~/.config/fish/completions/domcaps.fish")),
                Manual.exits("the script was printed", ""));
    }

    @Override
    public Command newCommand() {
        return new CompletionCommand();
    }
}
