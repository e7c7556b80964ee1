package org.domcaps.cpu.x86;

import org.domcaps.cpu.CpuidKey;
import org.domcaps.cpu.GuestCpu;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What keeps a named model from running on a host, computed as QEMU would name it.
///
/// Two things are known of how QEMU arrives at its list. Each accelerator switches some features
/// off in every named model, so nobody misses them. And a register that exists only with some
/// feature says nothing where that feature is not in the model or not on the host: then the feature
/// is named, if the model has it, and nothing that hangs on it.
final class X86Blockers {

    /// What KVM and the other hardware accelerators leave out of named models.
    private static final Set<String> NOT_ACCELERATED = Set.of("acpi", "monitor", "svm");

    /// What QEMU's translator leaves out of named models.
    private static final Set<String> NOT_TRANSLATED = Set.of("vme");

    private static final String ARCH_CAPABILITIES = "arch-capabilities";
    private static final int MSR_ARCH_CAPABILITIES = 0x10a;
    private static final int FIRST_VMX_MSR = 0x480;
    private static final int LAST_VMX_MSR = 0x491;
    private static final CpuidKey SVM_LEAF = CpuidKey.of(0x8000000a);

    private final CpuMap map;
    private final FeatureSet host;
    private final Set<String> off;

    /// @param host what the host gives guests of mode host-model
    /// @param accelerated whether the virt type is one with hardware support
    /// @throws org.domcaps.cpu.UnknownCpuNameException if the map lacks a name
    X86Blockers(CpuMap map, GuestCpu host, boolean accelerated) {
        this.map = map;
        this.host = new DefinedFeatures(map).all(host);
        this.off = new HashSet<>(accelerated ? NOT_ACCELERATED : NOT_TRANSLATED);
        boolean told =
                map.findFeature(ARCH_CAPABILITIES)
                        .filter(feature -> this.host.contains(feature.place()))
                        .isPresent();
        if (accelerated && !told && host.vendor().filter("AMD"::equals).isPresent()) {
            // KVM gives it to guests of AMD hosts, although newer QEMU leaves it out of "host".
            off.add(ARCH_CAPABILITIES);
        }
    }

    /// The features that a model has and the host does not, in byte order.
    ///
    /// @throws org.domcaps.cpu.UnknownCpuNameException if the map lacks the model
    List<String> of(String name) {
        MapModel model = map.requireModel(name);
        Set<String> missing = new TreeSet<>();
        for (MapFeature feature : map.features()) {
            if (isWanted(model, feature)
                    && !host.contains(feature.place())
                    && isTold(model, feature)) {
                missing.add(feature.name());
            }
        }
        return List.copyOf(missing);
    }

    private boolean isWanted(MapModel model, MapFeature feature) {
        return model.features().contains(feature.place()) && !off.contains(feature.name());
    }

    /// Whether the register that tells a feature exists for the model on the host.
    private boolean isTold(MapModel model, MapFeature feature) {
        Optional<MapFeature> parent = parent(feature).flatMap(map::findFeature);
        return parent.isEmpty()
                || isWanted(model, parent.get()) && host.contains(parent.get().place());
    }

    private static Optional<String> parent(MapFeature feature) {
        return switch (feature.bit()) {
            case FeaturePlace.CpuidBit(CpuidKey key, _, _) ->
                    key.equals(SVM_LEAF) ? Optional.of("svm") : Optional.empty();
            case FeaturePlace.MsrBit(int index, _) when index == MSR_ARCH_CAPABILITIES ->
                    Optional.of(ARCH_CAPABILITIES);
            case FeaturePlace.MsrBit(int index, _)
                    when index >= FIRST_VMX_MSR && index <= LAST_VMX_MSR ->
                    Optional.of("vmx");
            case FeaturePlace.MsrBit _ -> Optional.empty();
        };
    }
}
