package org.domcaps.cli;

import org.domcaps.daemon.DaemonCheck;
import org.domcaps.daemon.DaemonOptions;
import org.domcaps.library.Source;

import java.io.OutputStream;
import java.util.List;

/// Runs the daemon for `serve`, and tests one that runs.
public interface Serving {

    /// Serves until a signal ends it.
    ///
    /// @param log where the log goes
    /// @throws org.domcaps.error.DomcapsException if it cannot begin
    void serve(DaemonOptions options, Source source, OutputStream log);

    /// Asks a daemon what management programs ask.
    ///
    /// @param uri which one
    /// @throws org.domcaps.error.DomcapsException if the URI is none
    List<DaemonCheck.Step> check(String uri);

    /// Whether the process may do what only the system's daemon does.
    boolean privileged();
}
