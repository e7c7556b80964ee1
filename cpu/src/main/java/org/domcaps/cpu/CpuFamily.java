package org.domcaps.cpu;

import java.util.List;
import java.util.Optional;

/// What the CPU section of a document needs to know about one family of architectures at one
/// release of libvirt.
///
/// Every architecture has rules of its own for the same few questions; whoever fills the document
/// asks them here and knows no architecture by name. Implementations are pure and safe for use by
/// many threads. Found by [CpuFamilies#of].
public interface CpuFamily {

    /// How the emulator is asked for its host model; does not depend on the release.
    ExpansionPlan expansionPlan();

    /// Libvirt's name of a model that QEMU lists; most families leave it as it is.
    String modelName(String qemuName);

    /// Libvirt's name of a feature that QEMU reports; most families, and unknown features, leave it
    /// as it is.
    String featureName(String qemuName);

    /// Whether the custom mode lists a model of the emulator. `host` is never listed.
    boolean lists(String model);

    /// The names of all models that libvirt knows, in the order of its CPU map. Empty for families
    /// for which libvirt takes any name: those without a map, and ARM, whose map describes hosts
    /// only (seen with 12.8: `virsh cpu-models aarch64` prints none).
    default List<String> modelNames() {
        return List.of();
    }

    /// The vendor of a model; empty if the model has none or is not known.
    Optional<String> vendorOf(String model);

    /// The name of the versioned model that is the same as this one; empty if there is none.
    Optional<String> canonicalOf(String model);

    /// Whether [#hostModel] looks at the host's own processor.
    ///
    /// @param expanded whether the emulator answered the request for its host model
    boolean needsProcessor(boolean expanded);

    /// The host-model definition for one accelerator; empty if the mode is not supported.
    Optional<HostModel> hostModel(HostModelInput input);

    /// The same definition with every feature of its model listed, ordered by name.
    HostModel expand(HostModel model);

    /// The features that a value of a model specific register tells, in the order of the CPU map;
    /// empty for families without such registers.
    ///
    /// @param value the 64 bits of the register
    List<String> featuresOfMsr(int index, long value);

    /// Whether the features of every model are known, so that a definition is a set of features.
    /// Where they are not, only the emulator can tell what a model has.
    default boolean knowsModels() {
        return false;
    }

    /// The definition under which a newer processor behaves like one of that model; empty if the
    /// family has no such modes, or none for the model.
    default Optional<GuestCpu> compatibilityMode(String model) {
        return Optional.empty();
    }

    /// The host's processor as libvirt's host capabilities describe it; empty if libvirt cannot
    /// describe it either: no model fits, or the family's processors cannot be asked.
    Optional<HostCpu> describeHost(HostProcessor processor);

    /// What keeps a named model from running on a host, as far as the CPU map tells, in byte order:
    /// the features that the model has and the host does not give to guests.
    ///
    /// @param host what the host gives to guests: its mode host-model
    /// @param accelerated whether the virt type is one with hardware support, that is: not `qemu`
    /// @throws UnknownCpuNameException if the CPU map lacks one of the names
    default List<String> blockers(GuestCpu host, String model, boolean accelerated) {
        return ModelBlockers.of(operations(), host, model);
    }

    /// Whether a processor has a feature, in libvirt's name; empty if what was read of the
    /// processor does not tell. Families that cannot read features out of a processor never tell.
    default Optional<Boolean> has(HostProcessor processor, String feature) {
        return Optional.empty();
    }

    /// Comparing and changing definitions.
    CpuOperations operations();
}
