package org.domcaps.cpu.x86;

import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.CpuidRegs;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.document.FeaturePolicy;
import org.domcaps.document.Release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The x86 CPU map of one release of libvirt: features, models, vendors and QEMU's names for
/// features.
///
/// Order is part of the map: features are reported, and models tried, in it.
public final class CpuMap {

    private static final Release VERSIONED_MODELS = new Release(10, 10);

    /// By major number times 1000 plus minor number.
    private static final Map<Integer, CpuMap> LOADED = new ConcurrentHashMap<>();

    private final List<MapVendor> vendors;
    private final List<MapFeature> features;
    private final List<MapModel> models;
    private final Map<String, MapFeature> featuresByName;
    private final Map<String, MapModel> modelsByName;
    private final Map<String, String> canonical;
    private final Map<String, String> libvirtNames;

    /// A map of checked parts, as [CpuMapReader] makes it.
    CpuMap(
            List<MapVendor> vendors,
            List<MapFeature> features,
            List<MapModel> models,
            Map<String, String> libvirtNames) {
        this.vendors = List.copyOf(vendors);
        this.features = List.copyOf(features);
        this.models = List.copyOf(models);
        this.libvirtNames = libvirtNames;
        featuresByName = HashMap.newHashMap(features.size());
        for (MapFeature feature : features) {
            featuresByName.put(feature.name(), feature);
        }
        modelsByName = HashMap.newHashMap(models.size());
        canonical = new HashMap<>();
        for (MapModel model : models) {
            modelsByName.put(model.name(), model);
            if (model.aliasOf().isPresent()) {
                canonical.put(model.aliasOf().get(), model.name());
            }
        }
    }

    /// The map that a release has. Read at first use and kept; who asks while another thread reads
    /// it waits for that.
    public static CpuMap forRelease(Release release) {
        return LOADED.computeIfAbsent(release.major() * 1000 + release.minor(), _ -> read(release));
    }

    private static CpuMap read(Release release) {
        String table = release.isAtLeast(VERSIONED_MODELS) ? "map-12.8.txt" : "map-10.7.txt";
        return CpuMapReader.read(table, TableTexts.of(table), release);
    }

    /// All vendors, in order.
    public List<MapVendor> vendors() {
        return vendors;
    }

    /// All features, in order; the index is [MapFeature#place].
    public List<MapFeature> features() {
        return features;
    }

    /// All models, in order.
    public List<MapModel> models() {
        return models;
    }

    /// The vendor that a processor's CPUID leaf 0 spells; empty if the map has none that fits.
    public Optional<MapVendor> vendorIn(CpuidRegs leaf0) {
        for (MapVendor vendor : vendors) {
            if (vendor.isSetIn(leaf0)) {
                return Optional.of(vendor);
            }
        }
        return Optional.empty();
    }

    /// The vendor of a name.
    ///
    /// @throws UnknownCpuNameException if there is none
    public MapVendor requireVendor(String name) {
        for (MapVendor vendor : vendors) {
            if (vendor.name().equals(name)) {
                return vendor;
            }
        }
        throw new UnknownCpuNameException(UnknownCpuNameException.Kind.VENDOR, name);
    }

    /// The feature of libvirt's name.
    public Optional<MapFeature> findFeature(String name) {
        return Optional.ofNullable(featuresByName.get(name));
    }

    /// The feature of libvirt's name.
    ///
    /// @throws UnknownCpuNameException if there is none
    public MapFeature requireFeature(String name) {
        return findFeature(name)
                .orElseThrow(() ->
                        new UnknownCpuNameException(UnknownCpuNameException.Kind.FEATURE, name));
    }

    /// The model of a name.
    public Optional<MapModel> findModel(String name) {
        return Optional.ofNullable(modelsByName.get(name));
    }

    /// The model of a name.
    ///
    /// @throws UnknownCpuNameException if there is none
    public MapModel requireModel(String name) {
        return findModel(name)
                .orElseThrow(() ->
                        new UnknownCpuNameException(UnknownCpuNameException.Kind.MODEL, name));
    }

    /// The name of the versioned model that is only another name of this one; empty if there is
    /// none.
    public Optional<String> canonicalOf(String model) {
        return Optional.ofNullable(canonical.get(model));
    }

    /// Libvirt's name of a feature that QEMU reports; a name without translation is returned as it
    /// is.
    public String libvirtName(String qemuName) {
        return libvirtNames.getOrDefault(qemuName, qemuName);
    }

    /// The features that a value of a model specific register tells.
    public FeatureSet featuresOfMsr(int index, long value) {
        FeatureSet.Builder set = new FeatureSet.Builder();
        for (MapFeature feature : features) {
            if (feature.bit() instanceof FeaturePlace.MsrBit bit
                    && bit.index() == index
                    && bit.isSetIn(value)) {
                set.add(feature.place());
            }
        }
        return set.build();
    }

    /// The indexes of all model specific registers that the map names, in order of first mention.
    public List<Integer> msrIndexes() {
        List<Integer> indexes = new ArrayList<>();
        for (MapFeature feature : features) {
            if (feature.bit() instanceof FeaturePlace.MsrBit bit
                    && !indexes.contains(bit.index())) {
                indexes.add(bit.index());
            }
        }
        return indexes;
    }

    /// The names of a set, in order.
    public List<String> names(FeatureSet set) {
        List<String> names = new ArrayList<>(set.size());
        for (int place = set.next(0); place >= 0; place = set.next(place + 1)) {
            names.add(features.get(place).name());
        }
        return names;
    }

    /// The features of a set with a policy, in order.
    public List<CpuFeature> withPolicy(FeatureSet set, FeaturePolicy policy) {
        List<CpuFeature> list = new ArrayList<>(set.size());
        for (int place = set.next(0); place >= 0; place = set.next(place + 1)) {
            list.add(CpuFeature.of(features.get(place).name(), policy));
        }
        return list;
    }
}
