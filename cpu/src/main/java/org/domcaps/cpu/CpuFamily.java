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

    /// How the emulator is asked for its host model.
    ///
    /// @param canonicalNames whether a static expansion answers with every feature under its one
    ///   proper name; the same fact as [HostModelInput#tellsUnavailable]
    ExpansionPlan expansionPlan(boolean canonicalNames);

    /// Libvirt's name of a model that QEMU lists; most families leave it as it is.
    String modelName(String qemuName);

    /// Libvirt's name of a feature that QEMU reports; most families, and unknown features, leave it
    /// as it is.
    String featureName(String qemuName);

    /// Whether the custom mode lists a model of the emulator. `host` is never listed.
    boolean lists(String model);

    /// The names of all models that libvirt knows, in the order of its CPU map; empty for families
    /// that have no map.
    default List<String> modelNames() {
        return List.of();
    }

    /// The vendor of a model; empty if the model has none or is not known.
    Optional<String> vendorOf(String model);

    /// The name of the versioned model that is the same as this one; empty if there is none.
    Optional<String> canonicalOf(String model);

    /// The host-model definition for one accelerator; empty if the mode is not supported.
    Optional<HostModel> hostModel(HostModelInput input);

    /// The same definition with every feature of its model listed, ordered by name.
    HostModel expand(HostModel model);

    /// The features that a value of a model specific register tells, in the order of the CPU map;
    /// empty for families without such registers.
    ///
    /// @param value the 64 bits of the register
    List<String> featuresOfMsr(int index, long value);

    /// Comparing and changing definitions.
    CpuOperations operations();
}
