package org.domcaps.decide.cpu;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers for names, so that sets of names are bit sets. One index is for one question; sets of
/// different indexes must not be mixed. Not for use by several threads at once.
public final class FeatureIndex {

    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /// Starts without names.
    public FeatureIndex() {}

    /// The place of a name; a new name gets the next one.
    public int place(String name) {
        Integer known = places.get(name);
        if (known != null) {
            return known;
        }
        places.put(name, names.size());
        names.add(name);
        return names.size() - 1;
    }

    /// The name at a place.
    public String name(int place) {
        return names.get(place);
    }

    /// How many names there are.
    public int size() {
        return names.size();
    }

    /// The set of some names.
    public BitSet setOf(Iterable<String> some) {
        BitSet set = new BitSet(names.size());
        for (String name : some) {
            set.set(place(name));
        }
        return set;
    }

    /// The names of a set, sorted.
    public List<String> names(BitSet set) {
        List<String> some = new ArrayList<>(set.cardinality());
        for (int place = set.nextSetBit(0); place >= 0; place = set.nextSetBit(place + 1)) {
            some.add(names.get(place));
        }
        Collections.sort(some);
        return some;
    }

    /// What is in one set and not in the other.
    public static BitSet minus(BitSet one, BitSet other) {
        BitSet rest = (BitSet) one.clone();
        rest.andNot(other);
        return rest;
    }

    /// What is in both sets.
    public static BitSet and(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    /// Whether every member of one set is in the other.
    public static boolean isSubset(BitSet one, BitSet other) {
        for (int place = one.nextSetBit(0); place >= 0; place = one.nextSetBit(place + 1)) {
            if (!other.get(place)) {
                return false;
            }
        }
        return true;
    }
}
