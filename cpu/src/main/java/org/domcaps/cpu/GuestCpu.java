package org.domcaps.cpu;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The `<cpu>` of a domain.
///
/// @param mode how the CPU is chosen
/// @param match how exactly, in mode custom; absent counts as [CpuMatch#MINIMUM]
/// @param check how the result is checked, if the definition says it
/// @param model the model and whether it may be replaced
/// @param vendor the vendor that the host must have; absent means any
/// @param topology how virtual processors are arranged, if told
/// @param maxPhysAddr how many bits physical addresses have, if told
/// @param features features with their policies, in order, each name once
public record GuestCpu(
        CpuMode mode,
        Optional<CpuMatch> match,
        Optional<CpuCheck> check,
        ModelChoice model,
        Optional<String> vendor,
        Optional<Topology> topology,
        Optional<MaxPhysAddr> maxPhysAddr,
        List<CpuFeature> features)
        implements CpuDefinition {

    /// Checks and copies.
    public GuestCpu {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(match, "match");
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(topology, "topology");
        Objects.requireNonNull(maxPhysAddr, "maxPhysAddr");
        features = List.copyOf(features);
    }

    /// A definition in mode custom with match exact.
    public static GuestCpu exact(
            ModelChoice model, Optional<String> vendor, List<CpuFeature> features) {
        return new GuestCpu(
                CpuMode.CUSTOM,
                Optional.of(CpuMatch.EXACT),
                Optional.empty(),
                model,
                vendor,
                Optional.empty(),
                Optional.empty(),
                features);
    }

    @Override
    public Optional<String> modelName() {
        return model.name();
    }

    /// How exactly the definition must be met.
    public CpuMatch effectiveMatch() {
        return match.orElse(CpuMatch.MINIMUM);
    }

    @Override
    public GuestCpu withFeatures(List<CpuFeature> others) {
        return new GuestCpu(mode, match, check, model, vendor, topology, maxPhysAddr, others);
    }

    /// The same in mode custom with match exact.
    public GuestCpu asExact() {
        return new GuestCpu(
                CpuMode.CUSTOM,
                Optional.of(CpuMatch.EXACT),
                check,
                model,
                vendor,
                topology,
                maxPhysAddr,
                features);
    }

    /// The same with another model name.
    public GuestCpu withModelName(Optional<String> name) {
        return new GuestCpu(
                mode, match, check, model.withName(name), vendor, topology, maxPhysAddr, features);
    }

    /// The same with another vendor.
    public GuestCpu withVendor(Optional<String> other) {
        return new GuestCpu(mode, match, check, model, other, topology, maxPhysAddr, features);
    }

    /// The same with another physical address size.
    public GuestCpu withMaxPhysAddr(Optional<MaxPhysAddr> size) {
        return new GuestCpu(mode, match, check, model, vendor, topology, size, features);
    }

    /// The same with another word on whether a model may stand in for its own.
    public GuestCpu withFallback(Fallback other) {
        return new GuestCpu(
                mode,
                match,
                check,
                new ModelChoice(model.name(), other, model.vendorId()),
                vendor,
                topology,
                maxPhysAddr,
                features);
    }
}
