package org.domcaps.rule;

import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;

import java.util.Objects;

/// What a row decides.
public sealed interface Subject {

    /// The path from the root of the document in dotted form, such as `devices.tpm.model`.
    String path();

    /// What there is about it. A method and no switch, because documents are made on the way of a
    /// command that has milliseconds.
    <R> R in(Sections<R> sections);

    /// What there is about each part of the document, apart for each kind of subject.
    ///
    /// @param <R> what there is
    interface Sections<R> {
        /// About whether an element is in the document.
        R reported(Element element);

        /// About whether an element is supported.
        R supported(Element element);

        /// About whether an enum is in its element.
        R reported(EnumKey key);

        /// About whether an enum holds a value.
        R value(EnumKey key, String value);
    }

    /// Whether the element is in the document at all.
    record Reported(Element element) implements Subject {
        /// Checks.
        public Reported {
            Objects.requireNonNull(element, "element");
        }

        @Override
        public <R> R in(Sections<R> sections) {
            return sections.reported(element);
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
        public <R> R in(Sections<R> sections) {
            return sections.supported(element);
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
        public <R> R in(Sections<R> sections) {
            return sections.reported(key);
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
        public <R> R in(Sections<R> sections) {
            return sections.value(key, value);
        }

        @Override
        public String path() {
            return key.path();
        }
    }
}
