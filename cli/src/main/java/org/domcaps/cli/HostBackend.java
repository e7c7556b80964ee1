package org.domcaps.cli;

import org.domcaps.conformance.Conformance;
import org.domcaps.library.DriverFactory;

/// Answers from this machine, or from recordings.
final class HostBackend implements Backend {

    private final DriverFactory drivers;

    private HostBackend(DriverFactory drivers) {
        this.drivers = drivers;
    }

    /// A backend for this process.
    static HostBackend ofThisProcess() {
        return new HostBackend(DriverFactory.ofThisProcess());
    }

    @Override
    public Sources sources() {
        return drivers::open;
    }

    @Override
    public Recorder recorder() {
        return drivers::record;
    }

    @Override
    public ConformanceRun conformance() {
        return (order, results) ->
                new Conformance(order.folder(), order.generation(), order.only()).run(results);
    }

    @Override
    public Serving serving() {
        return new HostServing(drivers);
    }
}
