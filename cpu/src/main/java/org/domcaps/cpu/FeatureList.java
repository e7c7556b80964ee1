package org.domcaps.cpu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// A list of features under construction: each name once, in the order of first mention.
public final class FeatureList {

    private final SequencedMap<String, CpuFeature> features = new LinkedHashMap<>();

    /// An empty list.
    public FeatureList() {}

    /// Starts with the features of a definition; of a name that is there twice the last policy
    /// holds.
    public FeatureList(List<CpuFeature> start) {
        overlay(start);
    }

    /// Sets the policy of a feature, in its place if it is in the list, at the end if not.
    public void set(CpuFeature feature) {
        features.put(feature.name(), feature);
    }

    /// Sets every feature of `others`.
    public void overlay(List<CpuFeature> others) {
        others.forEach(this::set);
    }

    /// Appends a feature unless its name is in the list.
    public void addIfMissing(CpuFeature feature) {
        features.putIfAbsent(feature.name(), feature);
    }

    /// The features so far.
    public List<CpuFeature> toList() {
        return new ArrayList<>(features.values());
    }

    /// The same features ordered by the bytes of their names; of a name that is there twice the
    /// last counts.
    public static List<CpuFeature> sorted(List<CpuFeature> features) {
        // By way of a map, because a comparator written as a lambda costs milliseconds at its first
        // use.
        TreeMap<String, CpuFeature> sorted = new TreeMap<>();
        for (CpuFeature feature : features) {
            sorted.put(feature.name(), feature);
        }
        return new ArrayList<>(sorted.values());
    }
}
