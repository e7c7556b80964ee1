package org.domcaps.daemon;

import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.HostCpu;
import org.domcaps.document.Release;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostPart;
import org.domcaps.host.HostProbe;
import org.domcaps.host.system.HostRoot;
import org.domcaps.hostcaps.DescriptionReader;
import org.domcaps.hostcaps.HostCapabilities;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The capabilities of this machine, looked at afresh each time.
final class LiveHostDocument implements HostDocument {

    private static final Set<HostPart> PARTS = EnumSet.of(HostPart.RAW_CPU);

    private final HostProbe probe;
    private final Release release;

    LiveHostDocument(HostProbe probe, Release release) {
        this.probe = probe;
        this.release = release;
    }

    @Override
    public String write(List<EmulatorOffer> offers) {
        HostFacts facts = probe.gather(PARTS);
        return new String(
                HostCapabilities.write(
                        DescriptionReader.read(HostRoot.THIS_MACHINE, facts.machine(), cpu(facts)),
                        offers),
                StandardCharsets.UTF_8);
    }

    /// The processor; empty where libvirt has no description for it.
    Optional<HostCpu> cpu() {
        return cpu(probe.gather(PARTS));
    }

    private Optional<HostCpu> cpu(HostFacts facts) {
        return facts.rawCpu()
                .processor()
                .flatMap(processor ->
                        CpuFamilies.of(facts.arch(), release)
                                .flatMap(family -> family.describeHost(processor)));
    }
}
