package org.domcaps.cpu;

import java.util.List;
import java.util.Optional;

/// Judging and changing CPU definitions of one family of architectures, as libvirt does it.
///
/// Not every operation exists for every family: where libvirt refuses one, so does this, with a
/// [CpuOperationException].
public interface CpuOperations {

    /// Compares what `cpu` needs with what `host` has.
    ///
    /// @throws UnknownCpuNameException if a definition names a model or feature that the CPU map
    ///   does not have
    /// @throws CpuOperationException if libvirt cannot compare such definitions
    Comparison compare(CpuDefinition host, CpuDefinition cpu);

    /// The largest CPU that runs on every one of several hosts.
    ///
    /// @throws IncompatibleCpuException if there is none
    /// @throws UnknownCpuNameException as [#compare]
    /// @throws CpuOperationException if libvirt computes no baselines for the architecture
    /// @throws IllegalArgumentException if the list is empty
    GuestCpu baseline(List<? extends CpuDefinition> cpus, BaselineOptions options);

    /// The same definition with every feature of its model listed, ordered by name.
    ///
    /// @throws UnknownCpuNameException as [#compare]
    GuestCpu expand(GuestCpu cpu);

    /// The same definition without the features that keep a guest from being migrated; what
    /// [#update] is given as the host for a guest that shall stay migratable.
    ///
    /// @throws UnknownCpuNameException as [#compare]
    CpuDefinition migratable(CpuDefinition cpu);

    /// Settles what a definition leaves to the host: optional features, host-model, match minimum.
    ///
    /// @throws UnknownCpuNameException as [#compare]
    /// @throws CpuOperationException if the definition leaves something open that cannot be settled
    ///   for the architecture
    GuestCpu update(GuestCpu guest, CpuDefinition host);

    /// Expresses a definition by a model that the emulator knows; one that it knows already stays
    /// as it is.
    ///
    /// @param models the models that the emulator knows; absent means all
    /// @throws IncompatibleCpuException if the definition forbids it, or no model fits
    /// @throws UnknownCpuNameException as [#compare]
    /// @throws CpuOperationException if no model can stand in for another on the architecture
    GuestCpu translate(GuestCpu guest, Optional<List<String>> models);

    /// The definition that a guest is started with: compared with the host, settled, and expressed
    /// by a model that the emulator knows.
    ///
    /// @param models the models that the emulator knows; absent means all
    /// @throws IncompatibleCpuException if the host cannot run it, or [#translate] cannot express
    ///   it
    /// @throws UnknownCpuNameException as [#compare]
    GuestCpu forGuest(CpuDefinition host, GuestCpu guest, Optional<List<String>> models);

    /// Whether a definition has a feature.
    ///
    /// @throws UnknownCpuNameException if the CPU map has no such feature, or as [#compare]
    /// @throws CpuOperationException if libvirt does not know what models of the architecture have
    boolean hasFeature(CpuDefinition cpu, String feature);

    /// Checks that a guest may have the features of a definition: that their names are known, where
    /// the architecture has a list of them, and that their policies can be followed.
    ///
    /// @throws UnknownCpuNameException if a name is not known
    /// @throws CpuOperationException if a policy cannot be followed
    void checkFeatures(CpuDefinition cpu);
}
