package org.domcaps.host;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The TPM emulator of the host: the programs `swtpm`, `swtpm_setup` and `swtpm_ioctl` in `PATH`,
/// and what `swtpm_setup` says it can do.
public sealed interface Swtpm {

    /// At least one of the programs is missing or not executable.
    ///
    /// @param programs the names of those that are
    record Absent(List<String> programs) implements Swtpm {
        /// Copies the names.
        public Absent {
            programs = List.copyOf(programs);
        }
    }

    /// All three are there, and the question was answered for good.
    ///
    /// @param features what is offered; empty if the program refused or gave no usable answer
    /// @param complaint why the answer holds less than it could
    record Present(Set<SwtpmFeature> features, Optional<String> complaint) implements Swtpm {
        /// Copies the features.
        public Present {
            Set<SwtpmFeature> copy = EnumSet.noneOf(SwtpmFeature.class);
            copy.addAll(features);
            features = Collections.unmodifiableSet(copy);
            Objects.requireNonNull(complaint, "complaint");
        }
    }

    /// All three are there, but the question could not be asked: it is worth asking again. The
    /// document shows the emulator, without versions.
    record Unclear(String cause) implements Swtpm {
        /// Checks that the cause is given.
        public Unclear {
            Objects.requireNonNull(cause, "cause");
        }
    }

    /// An emulator with these features.
    static Swtpm of(SwtpmFeature... features) {
        return new Present(Set.of(features), Optional.empty());
    }

    /// Whether the emulator is installed.
    default boolean isInstalled() {
        return !(this instanceof Absent);
    }

    /// Whether it is known to have a feature.
    default boolean has(SwtpmFeature feature) {
        return this instanceof Present present && present.features().contains(feature);
    }
}
