package org.domcaps.cli;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;

/// What a command works with.
///
/// @param command the words that name it, at the start of every line on standard error: `domcaps
///   get`
/// @param shell the process around it
/// @param backend what answers
record Context(String command, Shell shell, Backend backend) {
    Context {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(shell, "shell");
        Objects.requireNonNull(backend, "backend");
    }

    /// Takes lines for standard error.
    Consumer<String> notices() {
        return new Notices(this);
    }

    /// Prints text on standard output.
    void print(String text) {
        Output.standard(shell).write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A class of its own instead of a lambda, because making one of those costs time at start.
    private record Notices(Context context) implements Consumer<String> {
        @Override
        public void accept(String line) {
            Failures.say(context.shell, context.command, line);
        }
    }
}
