package org.domcaps.decide.suggest;

import org.domcaps.decide.check.DriverHost;
import org.domcaps.decide.check.HostCapabilities;
import org.domcaps.document.Arch;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.driver.Driver;
import org.domcaps.driver.DriverException;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.driver.Request;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A host that a driver answers for: it offers the machine types that virtual machines are made of,
/// under every virt type of the emulator that it takes by itself.
///
/// @param name what the host is called
/// @param driver who answers
/// @param release the release of libvirt that shall run the guest
public record DriverOffers(String name, Driver driver, Release release) implements OfferedHost {

    /// Checks.
    public DriverOffers {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(driver, "driver");
        Objects.requireNonNull(release, "release");
    }

    @Override
    public HostCapabilities capabilities() {
        return new DriverHost(name, driver, release);
    }

    @Override
    public List<Offer> offers(Optional<String> arch) {
        Request request = Request.defaults().withRelease(release);
        if (arch.isPresent()) {
            request = request.withArch(arch.get());
        }
        DomainCapabilities usual;
        try {
            usual = driver.domainCapabilities(request);
        } catch (DriverException _) {
            return List.of();
        }
        Request settled = request.withArch(usual.arch().orElseThrow());
        List<Offer> offers = new ArrayList<>();
        for (EmulatorOffer emulator : driver.emulators().offers()) {
            if (usual.path().equals(Optional.of(emulator.path()))) {
                for (EmulatorOffer.Slot slot : emulator.slots()) {
                    add(settled, usual, slot, offers);
                }
            }
        }
        if (offers.isEmpty()) {
            offers.add(new Offer(usual.machine().map(List::of).orElse(List.of()), usual));
        }
        return offers;
    }

    /// Adds the useful machine types of a slot; those that cannot be documented are left out.
    private void add(
            Request settled,
            DomainCapabilities usual,
            EmulatorOffer.Slot slot,
            List<Offer> offers) {
        Optional<Arch> arch = usual.arch().flatMap(Arch::find);
        for (EmulatorOffer.Machine machine : slot.machines()) {
            List<String> names = new ArrayList<>();
            machine.alias().ifPresent(names::add);
            names.add(machine.name());
            boolean useful =
                    !machine.deprecated()
                            && (machine.isDefault() || MachineOrder.isUseful(arch, machine.name()));
            if (!useful) {
                continue;
            }
            try {
                Request request =
                        settled.withMachine(machine.name()).withVirtType(slot.virtType().xmlName());
                offers.add(new Offer(names, driver.domainCapabilities(request)));
            } catch (DriverException _) {
                // What the host refuses it does not offer.
            }
        }
    }
}
