package org.domcaps.library;

import org.domcaps.bhyve.BhyveDriver;
import org.domcaps.bhyve.BhyveFacts;
import org.domcaps.bhyve.BhyveProbe;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostPart;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.qemu.driver.Bundle;
import org.domcaps.qemu.driver.BundleException;
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

    List<RecordedFile> write(Path folder) {
        List<String> paths = qemuPaths();
        SequencedMap<String, JsonObject> hypervisors = hypervisors();
        if (paths.isEmpty() && hypervisors.isEmpty()) {
            throw new BundleException(
                    "no QEMU found in PATH; install one, or name one with --emulatorbin");
        }
        List<RecordedEmulator> recorded = new ArrayList<>();
        for (String path : paths) {
            recorded.add(emulators.record(path));
        }
        HostFacts host =
                source.hostFacts()
                        .map(Bundle::readHostFacts)
                        .orElseGet(() -> live.probe().gather(EnumSet.allOf(HostPart.class)));
        Bundle.remove(folder);
        List<String> names = new Bundle(recorded, host, hypervisors).write(folder);
        List<String> contents = new ArrayList<>(paths);
        hypervisors.keySet().forEach(name -> contents.add("facts of " + name));
        contents.add("facts of the host");
        contents.add("the list of emulators");
        List<RecordedFile> written = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            written.add(new RecordedFile(folder.resolve(names.get(i)), contents.get(i)));
        }
        return written;
    }

    private List<String> qemuPaths() {
        if (source.emulators().isEmpty()) {
            return emulators.emulators();
        }
        List<String> paths = new ArrayList<>();
        for (String path : source.emulators()) {
            if (!XenDriver.isOwnEmulator(path) && !BhyveDriver.isOwnEmulator(path)) {
                paths.add(path);
            }
        }
        return paths;
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
