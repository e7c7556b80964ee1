package org.domcaps.rpc.server;

import org.domcaps.driver.DriverException;
import org.domcaps.rpc.message.EmulatorChoice;
import org.domcaps.rpc.message.Result;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Who knows what the server is asked. Used by many threads at once. Every method may throw a
/// [org.domcaps.error.DomcapsException], which becomes the reply; a [DriverException] says also
/// which part of libvirt it comes from.
///
/// `flags` are the bits of the call as they came; whoever answers refuses those he does not know.
public interface HostAnswers {

    /// What the answers depend on, as it is now. While it equals an earlier one, answers from then
    /// still hold. Asked before each answer, so it has to be cheap.
    Object stamp();

    /// The URI that stands for "whatever there is": `qemu:///system`.
    String defaultUri();

    /// Whether the answers are those of a daemon of the whole system, not of one user.
    boolean privileged();

    /// The name of the hypervisor, `QEMU`.
    String type();

    /// The version of the hypervisor.
    Result.Version hypervisorVersion();

    /// The version of libvirt whose answers these are.
    Result.Version libraryVersion();

    /// The name of the host.
    String hostname();

    /// Processors and memory of the host.
    Result.NodeInfo nodeInfo();

    /// Who knows how the host is doing.
    NodeAnswers node();

    /// The storage pools of a connection that has just been opened; closed when it ends.
    StorageAnswers newStorage();

    /// The document `<capabilities>` of the host.
    Told capabilities();

    /// A text, and whether it says all.
    ///
    /// @param complete whether everybody answered who had to be asked; if not, the next one who
    ///   wants to know makes them asked again
    record Told(String text, boolean complete) {
        /// Checks.
        public Told {
            Objects.requireNonNull(text, "text");
        }
    }

    /// What the firmware tells of the machine, the document `<sysinfo>`.
    String sysinfo(int flags);

    /// Most virtual CPUs of a guest.
    ///
    /// @param virtType absent: of the emulator without acceleration
    int maxVcpus(Optional<String> virtType);

    /// Names of CPU models.
    List<String> cpuModels(String arch, int flags);

    /// The document `<domainCapabilities>`.
    String domainCapabilities(EmulatorChoice choice, int flags);

    /// Compares a CPU with the host's; gives 0 for incompatible, 1 for identical, 2 for superset.
    int compareCpu(String cpu, int flags);

    /// Compares a CPU with what a hypervisor can offer; results as [#compareCpu].
    int compareHypervisorCpu(EmulatorChoice choice, String cpu, int flags);

    /// The largest CPU that is part of each of several, as `<cpu>`.
    String baselineCpu(List<String> cpus, int flags);

    /// The largest CPU that a hypervisor can offer on each of several hosts, as `<cpu>`.
    String baselineHypervisorCpu(EmulatorChoice choice, List<String> cpus, int flags);
}
