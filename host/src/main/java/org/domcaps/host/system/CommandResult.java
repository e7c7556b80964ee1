package org.domcaps.host.system;

import java.time.Duration;

/// How a program ended.
public sealed interface CommandResult {

    /// It ended by itself.
    ///
    /// @param status its exit status
    /// @param output the first [Command#OUTPUT_LIMIT] bytes of its standard output
    /// @param errors the first [Command#ERROR_LIMIT] bytes of its standard error, as text without
    ///   blanks at its ends
    /// @param cut whether it said more than that on either
    record Exited(int status, byte[] output, String errors, boolean cut) implements CommandResult {}

    /// A signal ended it.
    record Killed(int signal, String errors) implements CommandResult {}

    /// It did not end in time and was killed.
    record TimedOut(Duration deadline, String errors) implements CommandResult {}

    /// It could not be started.
    record NotStarted(String reason) implements CommandResult {}
}
