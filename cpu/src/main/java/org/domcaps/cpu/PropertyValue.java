package org.domcaps.cpu;

import java.util.Objects;

/// The value of one property of an expanded CPU model; other kinds of values are not kept.
public sealed interface PropertyValue {

    /// A feature that is on or off.
    record Flag(boolean on) implements PropertyValue {}

    /// A text, such as the vendor string.
    record Text(String text) implements PropertyValue {
        /// Checks that the text is there.
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /// A number, such as the family of the signature.
    record Number(long number) implements PropertyValue {}
}
