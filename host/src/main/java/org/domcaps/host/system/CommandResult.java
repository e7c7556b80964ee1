package org.domcaps.host.system;

import java.time.Duration;

/// How a program ended.
public sealed interface CommandResult {

    /// It ended by itself. The output is capped at [Command#OUTPUT_LIMIT] bytes.
    record Exited(int status, byte[] output, String errors) implements CommandResult {}

    /// A signal ended it.
    record Killed(int signal, String errors) implements CommandResult {}

    /// It did not end in time and was killed.
    record TimedOut(Duration deadline, String errors) implements CommandResult {}

    /// It could not be started.
    record NotStarted(String reason) implements CommandResult {}
}
