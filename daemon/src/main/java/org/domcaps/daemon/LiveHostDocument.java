package org.domcaps.daemon;

import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuidDump;
import org.domcaps.cpu.HostCpu;
import org.domcaps.cpu.x86.X86Family;
import org.domcaps.document.Release;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostPart;
import org.domcaps.host.HostProbe;
import org.domcaps.host.Kvm;
import org.domcaps.host.RawCpu;
import org.domcaps.host.system.HostRoot;
import org.domcaps.hostcaps.HostCapabilities;
import org.domcaps.hostcaps.HostReader;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

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
                        HostReader.read(HostRoot.THIS_MACHINE, facts.machine(), cpu(facts)),
                        offers),
                StandardCharsets.UTF_8);
    }

    private Optional<HostCpu> cpu(HostFacts facts) {
        return CpuFamilies.of(facts.arch(), release)
                .filter(X86Family.class::isInstance)
                .map(X86Family.class::cast)
                .flatMap(family -> family.describeHost(dump(facts.rawCpu())));
    }

    private static CpuidDump dump(RawCpu cpu) {
        CpuidDump dump = new CpuidDump(cpu.leaves(), new TreeMap<>());
        OptionalLong capabilities = cpu.archCapabilities();
        return capabilities.isPresent()
                ? dump.withMsr(Kvm.ARCH_CAPABILITIES_MSR, capabilities.getAsLong())
                : dump;
    }
}
