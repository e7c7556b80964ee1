package org.domcaps.cpu.x86;

import java.util.Arrays;

/// A set of features of one [CpuMap], each by its place in the map's order.
///
/// Sets of different maps must not be mixed; nothing here can tell.
public final class FeatureSet {

    /// No feature.
    public static final FeatureSet EMPTY = new FeatureSet(new long[0]);

    /// 64 places a word; the last word is never 0, so that equal sets have equal words.
    private final long[] words;

    private FeatureSet(long[] words) {
        int length = words.length;
        while (length > 0 && words[length - 1] == 0) {
            length--;
        }
        this.words = length == words.length ? words : Arrays.copyOf(words, length);
    }

    /// The set of those places.
    public static FeatureSet of(int... places) {
        Builder builder = new Builder();
        for (int place : places) {
            builder.add(place);
        }
        return builder.build();
    }

    private long word(int index) {
        return index < words.length ? words[index] : 0;
    }

    /// Whether the feature at that place of the map is in the set.
    public boolean contains(int place) {
        return (word(place >>> 6) >>> place & 1) != 0;
    }

    /// Whether it holds a feature at that place or behind it; the place must be a multiple of 64.
    boolean reaches(int place) {
        return words.length > place >>> 6;
    }

    /// Whether there is no feature.
    public boolean isEmpty() {
        return words.length == 0;
    }

    /// How many features there are.
    public int size() {
        int size = 0;
        for (long word : words) {
            size += Long.bitCount(word);
        }
        return size;
    }

    /// Whether every feature of this set is in `other`.
    public boolean isSubsetOf(FeatureSet other) {
        for (int i = 0; i < words.length; i++) {
            if ((words[i] & ~other.word(i)) != 0) {
                return false;
            }
        }
        return true;
    }

    /// Whether a feature is in both.
    public boolean intersects(FeatureSet other) {
        for (int i = 0; i < words.length; i++) {
            if ((words[i] & other.word(i)) != 0) {
                return true;
            }
        }
        return false;
    }

    /// What is in either.
    public FeatureSet union(FeatureSet other) {
        long[] result = new long[Math.max(words.length, other.words.length)];
        for (int i = 0; i < result.length; i++) {
            result[i] = word(i) | other.word(i);
        }
        return new FeatureSet(result);
    }

    /// What is here and not in `other`.
    public FeatureSet minus(FeatureSet other) {
        long[] result = new long[words.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = words[i] & ~other.word(i);
        }
        return new FeatureSet(result);
    }

    /// What is in both.
    public FeatureSet intersect(FeatureSet other) {
        long[] result = new long[Math.min(words.length, other.words.length)];
        for (int i = 0; i < result.length; i++) {
            result[i] = words[i] & other.words[i];
        }
        return new FeatureSet(result);
    }

    /// The first place at or after `from` whose feature is in the set, -1 if there is none. Walks
    /// the set in map order: `for (int p = set.next(0); p >= 0; p = set.next(p + 1))`.
    public int next(int from) {
        int index = from >>> 6;
        if (index >= words.length) {
            return -1;
        }
        long rest = words[index] & -1L << from;
        while (rest == 0) {
            index++;
            if (index == words.length) {
                return -1;
            }
            rest = words[index];
        }
        return (index << 6) + Long.numberOfTrailingZeros(rest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureSet that && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    /// The places, for test failures.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int place = next(0); place >= 0; place = next(place + 1)) {
            text.append(text.length() == 1 ? "" : " ").append(place);
        }
        return text.append('}').toString();
    }

    /// Collects places.
    public static final class Builder {
        private long[] words = new long[8];

        /// Starts with no feature.
        public Builder() {}

        /// Adds every place of a set.
        public Builder addAll(FeatureSet set) {
            if (set.words.length > words.length) {
                words = Arrays.copyOf(words, set.words.length);
            }
            for (int i = 0; i < set.words.length; i++) {
                words[i] |= set.words[i];
            }
            return this;
        }

        /// Whether a place has been added.
        public boolean contains(int place) {
            int index = place >>> 6;
            return index < words.length && (words[index] >>> place & 1) != 0;
        }

        /// Adds a place.
        public Builder add(int place) {
            int index = place >>> 6;
            if (index >= words.length) {
                words = Arrays.copyOf(words, index + 1);
            }
            words[index] |= 1L << place;
            return this;
        }

        /// Takes a place out.
        public Builder remove(int place) {
            int index = place >>> 6;
            if (index < words.length) {
                words[index] &= ~(1L << place);
            }
            return this;
        }

        /// The set so far; the builder can go on being used.
        public FeatureSet build() {
            return new FeatureSet(words.clone());
        }
    }
}
