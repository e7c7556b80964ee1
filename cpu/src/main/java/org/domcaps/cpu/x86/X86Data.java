package org.domcaps.cpu.x86;

import org.domcaps.cpu.CpuSignature;
import org.domcaps.cpu.CpuidDump;
import org.domcaps.cpu.CpuidKey;
import org.domcaps.cpu.Expansion;
import org.domcaps.cpu.ExpansionProperty;
import org.domcaps.cpu.PropertyValue;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/// What is known of an x86 processor, real or virtual: the features of the CPU map that it has, its
/// vendor and its signature. Nothing else has a say in any result.
///
/// @param features by their places in the map
/// @param vendor absent if none of the map's vendors fits
/// @param signature [CpuSignature#NONE] if not known
public record X86Data(FeatureSet features, Optional<MapVendor> vendor, CpuSignature signature) {

    /// Checks that all are there.
    public X86Data {
        Objects.requireNonNull(features, "features");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(signature, "signature");
    }

    /// What was read from a real processor.
    public static X86Data of(CpuMap map, CpuidDump dump) {
        FeatureSet.Builder features = new FeatureSet.Builder();
        for (MapFeature feature : map.features()) {
            if (feature.bit().isSetIn(dump)) {
                features.add(feature.place());
            }
        }
        return new X86Data(
                features.build(),
                map.vendorIn(dump.read(CpuidKey.of(0))),
                CpuSignature.ofWord(dump.read(CpuidKey.of(1)).eax()));
    }

    /// What QEMU reports of its `host` or `max` model; properties that the map does not know are
    /// passed over. Empty if the vendor string has not 12 bytes, in which case nothing can be
    /// concluded.
    public static Optional<X86Data> of(CpuMap map, Expansion expansion) {
        FeatureSet.Builder features = new FeatureSet.Builder();
        Optional<MapVendor> vendor = Optional.empty();
        int family = 0;
        int model = 0;
        int stepping = 0;
        for (ExpansionProperty property : expansion.properties()) {
            // Not a switch over the kinds, whose first use costs milliseconds on the way of every
            // start.
            if (property.value() instanceof PropertyValue.Flag(boolean on)) {
                Optional<MapFeature> feature = map.findFeature(map.libvirtName(property.name()));
                if (on && feature.isPresent()) {
                    features.add(feature.get().place());
                }
            } else if (property.value() instanceof PropertyValue.Text(String text)) {
                if (property.name().equals("vendor")) {
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    if (bytes.length != MapVendor.TEXT_LENGTH) {
                        return Optional.empty();
                    }
                    vendor = map.vendorIn(MapVendor.registers(bytes));
                }
            } else if (property.value() instanceof PropertyValue.Number(long number)) {
                switch (property.name()) {
                    case "family" -> family = (int) number;
                    case "model" -> model = (int) number;
                    case "stepping" -> stepping = (int) number;
                    default -> {
                        // Other numbers say nothing about what the processor can do.
                    }
                }
            }
        }
        // Through the word and back, so that numbers which no processor has are cut off as in a
        // register.
        CpuSignature signature =
                CpuSignature.ofWord(new CpuSignature(family, model, stepping).word());
        return Optional.of(new X86Data(features.build(), vendor, signature));
    }

    /// The same with other features.
    public X86Data withFeatures(FeatureSet others) {
        return new X86Data(others, vendor, signature);
    }
}
