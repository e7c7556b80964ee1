package org.domcaps.cpu;

import java.util.List;
import java.util.Optional;

/// A `<cpu>` element: what a host has ([HostCpu]) or what a guest shall get ([GuestCpu]).
public sealed interface CpuDefinition permits HostCpu, GuestCpu {

    /// The name of the model; absent where the definition leaves it open.
    Optional<String> modelName();

    /// The vendor under libvirt's name (`Intel`, `AMD`); absent means any or not known.
    Optional<String> vendor();

    /// Features beside those of the model, in order.
    List<CpuFeature> features();

    /// The same with other features.
    CpuDefinition withFeatures(List<CpuFeature> others);
}
