package org.domcaps.cpu.x86;

import org.domcaps.cpu.CpuSignature;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One model of the CPU map.
///
/// @param name libvirt's name, which is also QEMU's
/// @param aliasOf the model that this one is another name of; absent for a model of its own
/// @param vendor absent for models that any vendor's processor may have
/// @param decodesHost whether a real processor may be described by this model
/// @param decodesGuest whether the CPU of a guest may be described by this model
/// @param signatures the processors that the model was made for; none for generic models
/// @param features what the model consists of
/// @param added features that the emulator gave to the model after it was released; not among
///   `features`
/// @param removed features that the emulator took from the model after it was released, in the
///   map's order for this model; not among `features`
public record MapModel(
        String name,
        Optional<String> aliasOf,
        Optional<MapVendor> vendor,
        boolean decodesHost,
        boolean decodesGuest,
        List<SignaturePattern> signatures,
        FeatureSet features,
        FeatureSet added,
        List<MapFeature> removed) {

    /// Checks and copies.
    public MapModel {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(aliasOf, "aliasOf");
        Objects.requireNonNull(vendor, "vendor");
        signatures = List.copyOf(signatures);
        Objects.requireNonNull(features, "features");
        Objects.requireNonNull(added, "added");
        removed = List.copyOf(removed);
    }

    /// Whether the model was made for processors of that signature.
    public boolean matches(CpuSignature signature) {
        for (SignaturePattern pattern : signatures) {
            if (pattern.matches(signature)) {
                return true;
            }
        }
        return false;
    }

    /// The same under another name, as a model that describes real processors but never the CPU of
    /// a guest.
    public MapModel alias(String alias) {
        return new MapModel(
                alias,
                Optional.of(name),
                vendor,
                true,
                false,
                signatures,
                features,
                FeatureSet.EMPTY,
                removed);
    }
}
