package org.domcaps.cli;

/// Everything behind the command that touches a host. Each part is made when it is first asked for.
public interface Backend {

    /// Who opens drivers for `get`, `list` and `version --verbose`.
    Sources sources();

    /// Who writes facts bundles for `record`.
    Recorder recorder();

    /// Who replays recorded cases for `conformance`.
    ConformanceRun conformance();

    /// Who runs the daemon for `serve`.
    Serving serving();
}
