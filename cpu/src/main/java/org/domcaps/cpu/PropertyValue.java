package org.domcaps.cpu;

import java.util.Objects;

/// The value of one property of an expanded CPU model; other kinds of values are not kept.
public sealed interface PropertyValue {

    /// Whether the value says that a feature is there: a flag that is on, a number above 0, any
    /// text.
    boolean isOn();

    /// A feature that is on or off.
    record Flag(boolean on) implements PropertyValue {
        @Override
        public boolean isOn() {
            return on;
        }
    }

    /// A text, such as the vendor string.
    record Text(String text) implements PropertyValue {
        /// Checks that the text is there.
        public Text {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public boolean isOn() {
            return true;
        }
    }

    /// A number, such as the family of the signature.
    record Number(long number) implements PropertyValue {
        @Override
        public boolean isOn() {
            return number > 0;
        }
    }
}
