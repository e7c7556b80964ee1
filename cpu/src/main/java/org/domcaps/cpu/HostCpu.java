package org.domcaps.cpu;

import org.domcaps.document.Arch;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The `<cpu>` of the host capabilities: a real processor, named by the largest model that is part
/// of it.
///
/// @param arch the architecture of the host
/// @param modelName absent if no model fits
/// @param vendor absent if not known
/// @param signature family, model and stepping, if the processor tells them
/// @param topology how processors are arranged, if told
/// @param features what the processor has beyond the model; none has a policy
public record HostCpu(
        Arch arch,
        Optional<String> modelName,
        Optional<String> vendor,
        Optional<CpuSignature> signature,
        Optional<Topology> topology,
        List<CpuFeature> features)
        implements CpuDefinition {

    /// Checks and copies.
    public HostCpu {
        Objects.requireNonNull(arch, "arch");
        Objects.requireNonNull(modelName, "modelName");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(topology, "topology");
        features = List.copyOf(features);
    }

    /// A processor that is known by its model only.
    public static HostCpu ofModel(Arch arch, String model) {
        return new HostCpu(
                arch,
                Optional.of(model),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @Override
    public HostCpu withFeatures(List<CpuFeature> others) {
        return new HostCpu(arch, modelName, vendor, signature, topology, others);
    }
}
