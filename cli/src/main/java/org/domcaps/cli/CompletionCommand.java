package org.domcaps.cli;

/// `domcaps completion`: prints the script that makes a shell complete this command.
final class CompletionCommand implements Command {

    @Override
    public ExitCode run(Arguments arguments, Context context) {
        String shell = arguments.operands().get(0);
        OptionValues.requireOneOf("SHELL", ValueKind.SHELL.words(), shell);
        context.print(
                switch (shell) {
                    case "bash" -> BashCompletion.script();
                    case "zsh" -> ZshCompletion.script();
                    default -> FishCompletion.script();
                });
        return ExitCode.DONE;
    }
}
