package org.domcaps.qemu;

import java.util.Objects;

/// One property of an expanded CPU model (`query-cpu-model-expansion`), under QEMU's own name.
public record CpuProperty(String name, Value value, Migratable migratable) {

    /// Checks.
    public CpuProperty {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(migratable, "migratable");
    }

    /// A property's value; values of other JSON types are not kept.
    public sealed interface Value {
        /// A flag.
        record Flag(boolean on) implements Value {}

        /// A number that fits a signed 64-bit integer.
        record Number(long number) implements Value {}

        /// A text.
        record Text(String text) implements Value {
            /// Checks.
            public Text {
                Objects.requireNonNull(text, "text");
            }
        }
    }

    /// Whether a guest with the property can be migrated.
    public enum Migratable {
        /// On in the migratable expansion too.
        YES,
        /// On only where migration is given up.
        NO,
        /// Not told, or not on at all.
        UNMARKED
    }

    /// The same property with other marks.
    public CpuProperty with(Value newValue, Migratable mark) {
        return new CpuProperty(name, newValue, mark);
    }
}
