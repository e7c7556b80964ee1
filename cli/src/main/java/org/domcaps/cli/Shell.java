package org.domcaps.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// The process around a command: its streams and its environment. Tests have their own.
public interface Shell {

    /// Standard input.
    InputStream in();

    /// Standard output, unbuffered: one `write` of a whole page is one call of the system.
    OutputStream out();

    /// Standard error, unbuffered.
    OutputStream err();

    /// A variable of the environment; empty if it is not set.
    Optional<String> variable(String name);

    /// Whether standard output is a terminal.
    boolean outIsTerminal();

    /// Whether standard error is a terminal, so that a person can watch progress.
    boolean errIsTerminal();

    /// Whether standard output goes to another process, so that a failed write means that it
    /// stopped reading.
    boolean outIsPipe();
}
