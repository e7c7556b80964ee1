package org.domcaps.document;

import java.util.List;
import java.util.Objects;
import org.domcaps.xml.XmlAttribute;
import org.domcaps.xml.XmlElement;

/// What an element holds beyond the format that Domcaps knows: attributes and children of newer releases or of other
/// vendors, kept so that they can be written back.
///
/// @param attributes in document order; they are written after the known ones
/// @param elements in document order
public record Extras(List<XmlAttribute> attributes, List<ExtraElement> elements) {

    /// Nothing beyond the known format; by far the most common case.
    public static final Extras NONE = new Extras(List.of(), List.of());

    /// Copies.
    public Extras {
        attributes = List.copyOf(attributes);
        elements = List.copyOf(elements);
    }

    /// Whether there is nothing.
    public boolean isEmpty() {
        return attributes.isEmpty() && elements.isEmpty();
    }

    /// One unknown child.
    ///
    /// @param index how many known children stand before it
    /// @param element the child as it was read, without places
    public record ExtraElement(int index, XmlElement element) {
        /// Checks.
        public ExtraElement {
            if (index < 0) {
                throw new IllegalArgumentException("negative index " + index);
            }
            Objects.requireNonNull(element, "element");
        }
    }
}
