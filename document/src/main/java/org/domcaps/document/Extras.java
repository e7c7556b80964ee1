package org.domcaps.document;

import org.domcaps.xml.XmlAttribute;
import org.domcaps.xml.XmlElement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What an element holds beyond the format that Domcaps knows: attributes and children of newer
/// releases or of other vendors, kept so that they can be written back.
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

    /// The same extras after known children were taken away: `kept` says for each known child, in
    /// order, whether it is still there.
    Extras moved(List<Boolean> kept) {
        List<ExtraElement> moved = new ArrayList<>(elements.size());
        for (ExtraElement extra : elements) {
            int gone = 0;
            for (int i = 0; i < Math.min(extra.index, kept.size()); i++) {
                gone += kept.get(i) ? 0 : 1;
            }
            moved.add(new ExtraElement(extra.index - gone, extra.element));
        }
        return new Extras(attributes, moved);
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
