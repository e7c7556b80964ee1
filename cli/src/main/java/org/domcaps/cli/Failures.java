package org.domcaps.cli;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/// Turns what went wrong into one line on standard error and an exit code.
final class Failures {

    /// Set to `1`, this variable adds stack traces.
    static final String DEBUG = "DOMCAPS_DEBUG";

    private Failures() {}

    /// Tells a failure.
    static ExitCode tell(Throwable failure, String command, Shell shell) {
        if (failure instanceof BrokenPipeException) {
            return ExitCode.BROKEN_PIPE;
        }
        say(shell, command, line(failure, command));
        if (shell.variable(DEBUG).orElse("").equals("1")) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            write(shell, trace.toString());
        }
        return failure instanceof DomcapsException known
                        && known.code() == ErrorCode.INVALID_ARGUMENT
                ? ExitCode.USAGE
                : ExitCode.UNKNOWN;
    }

    private static String line(Throwable failure, String command) {
        return switch (failure) {
            case UsageException usage -> usage.getMessage() + hint(usage.getMessage(), command);
            case DomcapsException known -> known.libvirtMessage();
            case OutOfMemoryError _ -> "not enough memory for an input of that size";
            default ->
                    "this should not have happened, please report it with the output of "
                            + DEBUG
                            + "=1: "
                            + failure;
        };
    }

    private static String hint(String message, String command) {
        return (message.endsWith("?") ? " " : "; ") + "see '" + command + " --help'";
    }

    /// Writes one line that begins with the command, whatever line ends the text has.
    static void say(Shell shell, String command, String text) {
        StringBuilder line = new StringBuilder(command).append(": ");
        boolean blank = false;
        for (char c : text.strip().toCharArray()) {
            boolean isBreak = c == '\n' || c == '\r';
            if (!(isBreak && blank)) {
                line.append(isBreak ? ' ' : Character.isISOControl(c) && c != '\t' ? '?' : c);
            }
            blank = isBreak;
        }
        write(shell, line.append('\n').toString());
    }

    private static void write(Shell shell, String text) {
        try {
            shell.err().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // There is no place left to tell it; the exit code still does.
        }
    }
}
