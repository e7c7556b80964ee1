package org.domcaps.xml;

import java.util.Objects;

/// One attribute: its name as written (with a prefix, if it has one) and its value with entities
/// resolved.
public record XmlAttribute(String name, String value) {
    /// Checks that both are there.
    public XmlAttribute {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
