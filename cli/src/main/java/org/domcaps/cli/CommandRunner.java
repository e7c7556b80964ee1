package org.domcaps.cli;

import java.util.Arrays;

/// Runs one command line.
public final class CommandRunner {

    private static final String NAME = "domcaps";

    private CommandRunner() {}

    /// Runs the command that the words name, and gives the status for the process. Never throws.
    public static int run(String[] words, Shell shell, Backend backend) {
        String command = NAME;
        try {
            String first = words.length == 0 ? "" : words[0];
            CommandEntry entry = CommandTable.find(first).orElse(null);
            if (entry == null) {
                return withoutCommand(first, words, new Context(NAME, shell, backend)).number();
            }
            command = NAME + " " + first;
            return run(
                            entry,
                            Arrays.copyOfRange(words, 1, words.length),
                            new Context(command, shell, backend))
                    .number();
        } catch (Throwable failure) {
            return Failures.tell(failure, command, shell).number();
        }
    }

    private static ExitCode run(CommandEntry entry, String[] words, Context context) {
        if (asksForHelp(words)) {
            context.print(HelpPage.of(entry, Terminal.width(context.shell())));
            return ExitCode.DONE;
        }
        return entry.newCommand().run(ArgumentParser.parse(entry.spec(), words), context);
    }

    /// A question for help goes before every fault of the other words.
    private static boolean asksForHelp(String[] words) {
        for (String word : words) {
            if (word.equals("--")) {
                return false;
            }
            if (word.equals("--help") || word.equals("-h")) {
                return true;
            }
        }
        return false;
    }

    private static ExitCode withoutCommand(String first, String[] words, Context context) {
        switch (first) {
            case "" ->
                    throw new UsageException(
                            words.length == 0 ? "no command" : "the command is empty");
            case "--help", "-h" ->
                    context.print(HelpPage.overview(Terminal.width(context.shell())));
            case "--version" -> {
                if (words.length > 1) {
                    throw new UsageException("there is one word too many, '" + words[1] + "'");
                }
                context.print(VersionCommand.line());
            }
            default -> throw unknown(first);
        }
        return ExitCode.DONE;
    }

    private static UsageException unknown(String word) {
        return word.startsWith("-")
                ? new UsageException("unknown option '" + word + "' before a command")
                : new UsageException(
                        "unknown command '"
                                + word
                                + "'"
                                + Suggestion.of(word, CommandTable.names()));
    }
}
