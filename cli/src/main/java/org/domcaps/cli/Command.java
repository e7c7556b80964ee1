package org.domcaps.cli;

/// One command.
@FunctionalInterface
interface Command {

    /// Does what the words ask.
    ///
    /// @throws org.domcaps.error.DomcapsException if it cannot be done
    ExitCode run(Arguments arguments, Context context);
}
