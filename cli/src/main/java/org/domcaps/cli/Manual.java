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

    /// The meanings of the exit codes of a command that prints what it found out even if that is
    /// not all, and is never about yes or no.
    ///
    /// @param done when the command ends with [ExitCode#DONE]
    /// @param gaps when it ends with [ExitCode#UNKNOWN]
    static List<Exit> exitsWithGaps(String done, String gaps) {
        return List.of(
                new Exit(ExitCode.DONE, done),
                USAGE,
                new Exit(ExitCode.UNKNOWN, gaps + "; standard error says why in one line each"));
    }

    /// The meanings of the exit codes.
    ///
    /// @param done when the command ends with [ExitCode#DONE]
    /// @param no when it ends with [ExitCode#NO]; empty if it never does
    static List<Exit> exits(String done, String no) {
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
