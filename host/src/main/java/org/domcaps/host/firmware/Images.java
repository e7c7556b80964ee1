package org.domcaps.host.firmware;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Which firmware images the loader list may name.
public sealed interface Images {

    /// The values that a document prints for these candidates, each path once, in order.
    List<String> printed(List<LoaderPair> candidates);

    /// Existence is not checked: every candidate is printed.
    record AllExist() implements Images {
        @Override
        public List<String> printed(List<LoaderPair> candidates) {
            return distinct(candidates, path -> true);
        }
    }

    /// Only these paths exist; other candidates are left out.
    record Existing(Set<String> paths) implements Images {
        /// Copies the paths, keeping their order.
        public Existing {
            paths = Collections.unmodifiableSet(new LinkedHashSet<>(paths));
        }

        @Override
        public List<String> printed(List<LoaderPair> candidates) {
            return distinct(candidates, paths::contains);
        }
    }

    /// The values are given; candidates do not count. libvirt's own tests work like this.
    record Given(List<String> values) implements Images {
        /// Copies the values.
        public Given {
            values = List.copyOf(values);
        }

        @Override
        public List<String> printed(List<LoaderPair> candidates) {
            return values;
        }
    }

    private static List<String> distinct(List<LoaderPair> candidates, Predicate<String> exists) {
        Set<String> paths = new LinkedHashSet<>();
        for (LoaderPair candidate : candidates) {
            if (exists.test(candidate.image())) {
                paths.add(candidate.image());
            }
        }
        return List.copyOf(paths);
    }
}
