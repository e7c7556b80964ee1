package org.domcaps.cpu;

/// How virtual processors are told to be arranged. Dies and clusters default to 1.
public record Topology(int sockets, int dies, int clusters, int cores, int threads) {

    /// Checks that all are positive.
    public Topology {
        if (sockets < 1 || dies < 1 || clusters < 1 || cores < 1 || threads < 1) {
            throw new IllegalArgumentException("topology with a number below 1");
        }
    }
}
