package org.domcaps.library;

import org.domcaps.document.DomainCapabilities;
import org.domcaps.driver.Answer;
import org.domcaps.driver.Driver;
import org.domcaps.driver.EmulatorList;
import org.domcaps.driver.Request;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// A driver for programs that run for long: it notices when what it answers from changes, and tells
/// so.
public final class WatchedDriver implements Driver {

    private final Driver driver;
    private final Supplier<Object> stamp;
    private final Supplier<String> version;
    private final Switches switches;

    /// Knows the switches of emulators for CPU features.
    @FunctionalInterface
    interface Switches {

        /// As [WatchedDriver#cpuSwitches].
        Optional<List<String>> of(Request request, boolean migratable);
    }

    WatchedDriver(
            Driver driver, Supplier<Object> stamp, Supplier<String> version, Switches switches) {
        this.driver = Objects.requireNonNull(driver, "driver");
        this.stamp = Objects.requireNonNull(stamp, "stamp");
        this.version = Objects.requireNonNull(version, "version");
        this.switches = Objects.requireNonNull(switches, "switches");
    }

    /// Stands for everything that answers depend on, as it is now or was some hundredths of a
    /// second ago. While it equals an earlier one, answers from then still hold. Cheap.
    public Object stamp() {
        return stamp.get();
    }

    /// The version of the emulator that serves guests of the host's own kind, `7.2.22`.
    ///
    /// @throws org.domcaps.error.DomcapsException if there is none, or it cannot be found out
    public String defaultVersion() {
        return version.get();
    }

    /// The CPU features that the emulator of a request has a switch for, in libvirt's names,
    /// whether or not they can be had on this host: what libvirt limits baselines to. Empty, which
    /// limits nothing, if the emulator did not describe the host's CPU, and for recorded emulators.
    ///
    /// @param migratable whether those are left out that keep a guest from being migrated
    /// @throws org.domcaps.error.DomcapsException as [#domainCapabilities]
    public Optional<List<String>> cpuSwitches(Request request, boolean migratable) {
        return switches.of(request, migratable);
    }

    @Override
    public DomainCapabilities domainCapabilities(Request request) {
        return driver.domainCapabilities(request);
    }

    @Override
    public Answer answer(Request request) {
        return driver.answer(request);
    }

    @Override
    public EmulatorList emulators() {
        return driver.emulators();
    }

    @Override
    public void close() {
        driver.close();
    }
}
