package org.domcaps.qemu.explain;

import org.domcaps.document.Release;
import org.domcaps.driver.Driver;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.driver.Request;
import org.domcaps.error.DomcapsException;
import org.domcaps.host.HostFacts;
import org.domcaps.qemu.Fixtures;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.driver.Bundle;
import org.domcaps.qemu.driver.HostSource;
import org.domcaps.qemu.driver.QemuDriver;
import org.domcaps.qemu.driver.ReplayedEmulators;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Every recording there is, with a host to go with it, and what can be asked of it.
final class Recordings {

    /// A host with most things, of which libvirt's own comparison documents are true.
    private static final Path USUAL_HOST =
            Path.of("..", "docs", "host-facts", "libvirt-12.8-host-facts.json");

    private Recordings() {}

    /// One recording on its host.
    record Subject(String name, Driver driver, List<Request> requests) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// The project's own recordings, and those of the corpus where it is here; without those that
    /// nothing can be asked of.
    static List<Subject> all() {
        List<Subject> subjects = new ArrayList<>();
        for (Fixtures.Recorded recorded : Fixtures.all()) {
            QemuFacts facts = recorded.facts();
            Driver driver =
                    new QemuDriver(
                            ReplayedEmulators.single(recorded.recording()),
                            HostSource.given(host(recorded, facts)));
            List<Request> requests = requests(driver);
            if (!requests.isEmpty()) {
                subjects.add(new Subject(recorded.toString(), driver, requests));
            }
        }
        return subjects;
    }

    private static HostFacts host(Fixtures.Recorded recorded, QemuFacts facts) {
        Path beside = recorded.file().resolveSibling("host-facts.json");
        return Bundle.readHostFacts(Files.exists(beside) ? beside : USUAL_HOST)
                .withArch(facts.arch());
    }

    /// Every virt type, with the default machine and some others, as some releases; without what is
    /// refused.
    private static List<Request> requests(Driver driver) {
        List<Request> requests = new ArrayList<>();
        for (EmulatorOffer offer : driver.emulators().offers()) {
            for (EmulatorOffer.Slot slot : offer.slots()) {
                List<String> machines = new ArrayList<>();
                for (EmulatorOffer.Machine machine : slot.machines()) {
                    if (machine.isDefault() || machine.alias().isPresent()) {
                        machines.add(machine.name());
                    }
                }
                for (String machine : machines.subList(0, Math.min(3, machines.size()))) {
                    for (Release release :
                            List.of(Release.OLDEST, new Release(11, 3), Release.NEWEST)) {
                        Request request =
                                Request.defaults()
                                        .withVirtType(slot.virtType().xmlName())
                                        .withArch(offer.archs().getFirst().xmlName())
                                        .withMachine(machine)
                                        .withRelease(release);
                        if (isAnswered(driver, request)) {
                            requests.add(request);
                        }
                    }
                }
            }
        }
        return requests;
    }

    private static boolean isAnswered(Driver driver, Request request) {
        try {
            driver.domainCapabilities(request);
            return true;
        } catch (DomcapsException _) {
            return false;
        }
    }
}
