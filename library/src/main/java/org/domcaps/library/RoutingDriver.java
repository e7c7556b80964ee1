package org.domcaps.library;

import org.domcaps.bhyve.BhyveDriver;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Driver;
import org.domcaps.driver.EmulatorFault;
import org.domcaps.driver.EmulatorList;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.driver.Request;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.error.DomcapsException;
import org.domcaps.testdriver.TestDriver;
import org.domcaps.xen.XenDriver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// Hands each request to the hypervisor that it is about.
///
/// The virt type decides: `xen`, `bhyve` and `test` have a driver each, all others are QEMU's, and
/// so is a name that nobody knows. Without a virt type the emulator decides, if it is one that
/// comes with Xen or with bhyve. A request that names neither gets the host's own hypervisor.
final class RoutingDriver implements Driver {

    private final Driver qemu;
    private final Hypervisors others;

    /// A driver over QEMU and others; closing it closes `qemu`.
    RoutingDriver(Driver qemu, Hypervisors others) {
        this.qemu = Objects.requireNonNull(qemu, "qemu");
        this.others = Objects.requireNonNull(others, "others");
    }

    @Override
    public DomainCapabilities domainCapabilities(Request request) {
        return driver(request).domainCapabilities(request);
    }

    @Override
    public Explanation explain(Request request) {
        return driver(request).explain(request);
    }

    private Driver driver(Request request) {
        Optional<VirtType> type =
                request.virtType().flatMap(VirtType::find).filter(name -> name != VirtType.NONE);
        if (type.isPresent() && type.get() == VirtType.TEST) {
            return new TestDriver();
        }
        Optional<Driver> named = type.flatMap(known -> byVirtType(known, request));
        return named.orElseGet(() -> byEmulator(request));
    }

    /// The driver that serves a virt type. A QEMU that is named keeps a request that its host has
    /// no other driver for, and refuses it.
    private Optional<Driver> byVirtType(VirtType type, Request request) {
        Optional<String> emulator = request.emulator();
        if (type == VirtType.XEN) {
            XenDriver xen = others.xen();
            boolean own = emulator.map(XenDriver::isOwnEmulator).orElse(true);
            return own || xen.isActive() ? Optional.of(xen) : Optional.of(qemu);
        }
        if (type == VirtType.BHYVE) {
            BhyveDriver bhyve = others.bhyve();
            boolean own = emulator.map(BhyveDriver::isOwnEmulator).orElse(true);
            return own || bhyve.isActive() ? Optional.of(bhyve) : Optional.of(qemu);
        }
        return Optional.empty();
    }

    private Driver byEmulator(Request request) {
        if (request.emulator().isPresent()) {
            String emulator = request.emulator().get();
            return XenDriver.isOwnEmulator(emulator)
                    ? others.xen()
                    : BhyveDriver.isOwnEmulator(emulator) ? others.bhyve() : qemu;
        }
        boolean open = request.virtType().map(VirtType.NONE.xmlName()::equals).orElse(true);
        if (!open) {
            return qemu;
        }
        return switch (others.home()) {
            case QEMU -> qemu;
            case XEN -> others.xen();
            case BHYVE -> others.bhyve();
        };
    }

    /// Every emulator of every hypervisor. One that cannot be looked at does not hide the rest.
    @Override
    public EmulatorList emulators() {
        List<EmulatorOffer> offers = new ArrayList<>();
        boolean qemuFirst = others.home() != Hypervisors.Home.XEN;
        EmulatorList ofQemu = qemu.emulators();
        for (EmulatorOffer offer : ofQemu.offers()) {
            offers.add(qemuFirst ? offer : notDefault(offer));
        }
        List<EmulatorFault> faults = new ArrayList<>(ofQemu.faults());
        offers.addAll(offers("Xen", () -> others.xen().emulators(), faults));
        boolean bhyveFirst = others.home() == Hypervisors.Home.BHYVE;
        for (EmulatorOffer offer : offers("bhyve", () -> others.bhyve().emulators(), faults)) {
            offers.add(bhyveFirst ? offer : notDefault(offer));
        }
        offers.sort(Comparator.comparing(EmulatorOffer::path));
        return new EmulatorList(offers, faults);
    }

    /// What a hypervisor offers; if it cannot be looked at that is a fault under its name.
    private static List<EmulatorOffer> offers(
            String name, Supplier<EmulatorList> list, List<EmulatorFault> faults) {
        try {
            return list.get().offers();
        } catch (DomcapsException e) {
            faults.add(new EmulatorFault(name, List.of(), e.libvirtMessage()));
            return List.of();
        }
    }

    private static EmulatorOffer notDefault(EmulatorOffer offer) {
        return new EmulatorOffer(
                offer.path(),
                offer.version(),
                offer.archs(),
                offer.defaultVirtType(),
                false,
                offer.slots());
    }

    @Override
    public void close() {
        qemu.close();
    }
}
