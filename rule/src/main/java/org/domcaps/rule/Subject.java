package org.domcaps.rule;

import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;

import java.util.Objects;

/// What a row decides.
public sealed interface Subject {

    /// The path from the root of the document in dotted form, such as `devices.tpm.model`.
    String path();

    /// Whether the element is in the document at all.
    record Reported(Element element) implements Subject {
        /// Checks.
        public Reported {
            Objects.requireNonNull(element, "element");
        }

        @Override
        public String path() {
            return element.path();
        }
    }

    /// Whether the element says `supported='yes'`; it is in the document either way.
    record Supported(Element element) implements Subject {
        /// Checks.
        public Supported {
            Objects.requireNonNull(element, "element");
        }

        @Override
        public String path() {
            return element.path();
        }
    }

    /// Whether the enum is in its element at all.
    record EnumReported(EnumKey key) implements Subject {
        /// Checks.
        public EnumReported {
            Objects.requireNonNull(key, "key");
        }

        @Override
        public String path() {
            return key.path();
        }
    }

    /// Whether the enum holds the value; the enum is in its element either way.
    record Value(EnumKey key, String value) implements Subject {
        /// Checks that the enum can hold the value.
        public Value {
            if (key.value(value).isEmpty()) {
                throw new IllegalArgumentException(key.path() + " has no value " + value);
            }
        }

        @Override
        public String path() {
            return key.path();
        }
    }
}
