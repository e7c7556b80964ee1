package org.domcaps.library;

import org.domcaps.bhyve.BhyveDriver;
import org.domcaps.bhyve.BhyveFacts;
import org.domcaps.bhyve.BhyveProbe;
import org.domcaps.driver.EmulatorFault;
import org.domcaps.error.DomcapsException;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostPart;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.library.RecordedFile.Kind;
import org.domcaps.qemu.driver.Bundle;
import org.domcaps.qemu.driver.BundleException;
import org.domcaps.qemu.driver.BundleReplacement;
import org.domcaps.qemu.driver.HostSource;
import org.domcaps.qemu.driver.LiveEmulators;
import org.domcaps.qemu.driver.RecordedEmulator;
import org.domcaps.xen.ControlDomain;
import org.domcaps.xen.XenDriver;
import org.domcaps.xen.XenFacts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;

/// Records this machine into a bundle.
final class BundleWriter {

    private final LiveMachine live;
    private final LiveEmulators emulators;
    private final LiveHypervisors others;
    private final Source source;

    BundleWriter(LiveMachine live, Source source) {
        this.live = live;
        this.source = source;
        this.emulators = live.emulators();
        HostSource host =
                source.hostFacts()
                        .map(file -> HostSource.given(Bundle.readHostFacts(file)))
                        .orElseGet(live::host);
        this.others = live.hypervisors(emulators, host);
    }

    /// Nothing is written before everything has been asked.
    RecordedBundle write(Path folder) {
        SequencedMap<String, JsonObject> hypervisors = hypervisors();
        List<EmulatorFault> faults = new ArrayList<>();
        List<RecordedEmulator> recorded = recorded(faults);
        if (recorded.isEmpty() && hypervisors.isEmpty()) {
            throw new BundleException(
                    faults.isEmpty()
                            ? "no QEMU found in PATH; install one, or name one with --emulatorbin"
                            : "no emulator can be recorded; of "
                                    + faults.getFirst().subject()
                                    + ": "
                                    + faults.getFirst().reason());
        }
        HostFacts host =
                source.hostFacts()
                        .map(Bundle::readHostFacts)
                        .orElseGet(() -> live.probe().gather(EnumSet.allOf(HostPart.class)));
        List<String> names =
                BundleReplacement.write(new Bundle(recorded, host, hypervisors), folder);
        List<RecordedFile> files = new ArrayList<>();
        for (RecordedEmulator emulator : recorded) {
            add(files, folder, names, Kind.EMULATOR, emulator.path());
        }
        for (String name : hypervisors.keySet()) {
            add(files, folder, names, Kind.HYPERVISOR, name);
        }
        add(files, folder, names, Kind.HOST, "");
        add(files, folder, names, Kind.INDEX, "");
        return new RecordedBundle(files, faults);
    }

    private static void add(
            List<RecordedFile> files, Path folder, List<String> names, Kind kind, String subject) {
        files.add(new RecordedFile(folder.resolve(names.get(files.size())), kind, subject));
    }

    /// Those that are named all have to answer; of those that are found by themselves one may be
    /// broken.
    private List<RecordedEmulator> recorded(List<EmulatorFault> faults) {
        List<RecordedEmulator> recorded = new ArrayList<>();
        if (!source.emulators().isEmpty()) {
            for (String path : LiveMachine.qemus(source)) {
                recorded.add(emulators.record(path));
            }
            return recorded;
        }
        for (String path : emulators.emulators()) {
            try {
                recorded.add(emulators.record(path));
            } catch (DomcapsException e) {
                faults.add(emulators.fault(path, e));
            }
        }
        return recorded;
    }

    /// What is there of other hypervisors, or could not be found out; those that are named are
    /// recorded even if they are not there.
    private SequencedMap<String, JsonObject> hypervisors() {
        SequencedMap<String, JsonObject> facts = new LinkedHashMap<>();
        boolean all = source.emulators().isEmpty();
        if (all || isNamed(XenDriver::isOwnEmulator)) {
            XenFacts xen = others.xenProbe().read();
            if (!all || !(xen.controlDomain() instanceof ControlDomain.NotHere)) {
                facts.put(XenFacts.NAME, xen.toJson());
            }
        }
        if (all || isNamed(BhyveDriver::isOwnEmulator)) {
            BhyveProbe bhyve = others.bhyveProbe();
            if (!all || bhyve.isActive()) {
                facts.put(BhyveFacts.NAME, bhyve.read().toJson());
            }
        }
        return facts;
    }

    private boolean isNamed(Predicate<String> own) {
        return source.emulators().stream().anyMatch(own);
    }
}
