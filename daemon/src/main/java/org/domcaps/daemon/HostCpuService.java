package org.domcaps.daemon;

import org.domcaps.cpu.BaselineOptions;
import org.domcaps.cpu.Comparison;
import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuDefinitionWriter;
import org.domcaps.cpu.CpuOperations;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.HostCpu;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The older CPU questions of the wire protocol, which know no hypervisor: comparing with this
/// host's own processor, and the baseline of processors of whatever architecture.
final class HostCpuService {

    private final Release release;
    private final Arch arch;
    private final Supplier<Optional<HostCpu>> host;

    /// @param arch the architecture of this host
    /// @param host looks at its processor; empty where libvirt has no description for it
    HostCpuService(Release release, Arch arch, Supplier<Optional<HostCpu>> host) {
        this.release = release;
        this.arch = arch;
        this.host = host;
    }

    /// Compares a CPU with this host's.
    ///
    /// @param failIncompatible whether an incompatible CPU is an error that says why
    Comparison.Verdict compare(String cpu, boolean failIncompatible) {
        CpuOperations operations = CpuTexts.family(arch, release).operations();
        CpuDefinition wanted = CpuTexts.read(cpu);
        Optional<HostCpu> own = host.get();
        Comparison comparison =
                own.isPresent()
                        ? operations.compare(own.get(), wanted)
                        : Comparison.incompatible("unknown host CPU");
        return CpuTexts.verdict(comparison, arch, own, wanted, failIncompatible);
    }

    /// The largest CPU that several hosts have, by the rules of the first one's architecture.
    ///
    /// @param expand whether every feature is spelled out
    /// @param migratable whether features are left out that keep a guest from being migrated
    String baseline(List<String> cpus, boolean expand, boolean migratable) {
        CpuTexts.requireSome(cpus);
        List<HostCpu> hosts = new ArrayList<>();
        for (String cpu : cpus) {
            hosts.add(CpuTexts.readHost(cpu));
        }
        CpuOperations operations = CpuTexts.family(hosts.getFirst().arch(), release).operations();
        GuestCpu baseline =
                operations.baseline(hosts, new BaselineOptions(migratable, Optional.empty()));
        return CpuDefinitionWriter.write(expand ? operations.expand(baseline) : baseline);
    }
}
