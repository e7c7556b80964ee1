package org.domcaps.library;

import org.domcaps.bhyve.BhyveDriver;
import org.domcaps.bhyve.BhyveProbe;
import org.domcaps.document.Arch;
import org.domcaps.host.system.HostEnvironment;
import org.domcaps.host.system.HostRoot;
import org.domcaps.host.system.Programs;
import org.domcaps.xen.XenDriver;
import org.domcaps.xen.XenProbe;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The hypervisors of this machine that are not QEMU.
///
/// [#home] lies on the way to every cached answer, so it begins with what costs next to nothing.
final class LiveHypervisors implements Hypervisors {

    private static final String XEN_TRACE = "/proc/xen";
    private static final String XEN_SOCKETS = "/dev/xen";
    private static final String FREEBSD = "FreeBSD";

    private final HostRoot root;
    private final HostEnvironment environment;
    private final Supplier<Arch> arch;
    private final BooleanSupplier hasQemu;
    private final Optional<Duration> probeTimeout;
    private final Consumer<String> notices;
    private final String system;

    /// Looks at nothing yet.
    ///
    /// @param system name and release of the operating system
    /// @param hasQemu whether QEMU is found here
    LiveHypervisors(
            HostRoot root,
            HostEnvironment environment,
            String system,
            Supplier<Arch> arch,
            BooleanSupplier hasQemu,
            Optional<Duration> probeTimeout,
            Consumer<String> notices) {
        this.root = root;
        this.environment = environment;
        this.system = system;
        this.arch = arch;
        this.hasQemu = hasQemu;
        this.probeTimeout = probeTimeout;
        this.notices = notices;
    }

    @Override
    public Home home() {
        if ((root.exists(XEN_TRACE) || root.exists(XEN_SOCKETS)) && xen().isActive()) {
            return Home.XEN;
        }
        return system.startsWith(FREEBSD) && !hasQemu.getAsBoolean() ? Home.BHYVE : Home.QEMU;
    }

    @Override
    public XenDriver xen() {
        return new XenDriver(xenProbe()::read);
    }

    @Override
    public BhyveDriver bhyve() {
        return new BhyveDriver(bhyveProbe());
    }

    XenProbe xenProbe() {
        return new XenProbe(root, arch.get());
    }

    BhyveProbe bhyveProbe() {
        return new BhyveProbe(
                new Programs(root, environment),
                arch.get(),
                system,
                probeTimeout.orElse(BhyveProbe.DEFAULT_DEADLINE),
                notices);
    }
}
