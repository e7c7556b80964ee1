package org.domcaps.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One element with everything in it.
///
/// @param name the name as written, with a prefix if it has one
/// @param attributes in the order of the text
/// @param children the element children in order
/// @param text the character data directly inside, stuck together; with child elements present it
///   is normally just the white space between them
/// @param line the 1-based line of the start tag, 0 for an element that was made and not read
/// @param column the 1-based column of the start tag, 0 likewise
public record XmlElement(
        String name,
        List<XmlAttribute> attributes,
        List<XmlElement> children,
        String text,
        int line,
        int column) {

    /// Checks and copies.
    public XmlElement {
        Objects.requireNonNull(name, "name");
        attributes = List.copyOf(attributes);
        children = List.copyOf(children);
        Objects.requireNonNull(text, "text");
    }

    /// The value of an attribute.
    public Optional<String> attribute(String attributeName) {
        for (XmlAttribute attribute : attributes) {
            if (attribute.name().equals(attributeName)) {
                return Optional.of(attribute.value());
            }
        }
        return Optional.empty();
    }

    /// The value of an attribute that must be there.
    ///
    /// @throws XmlException if it is missing
    public String requireAttribute(String attributeName) {
        return attribute(attributeName)
                .orElseThrow(() ->
                        fault(
                                "element <"
                                        + name
                                        + "> lacks the attribute '"
                                        + attributeName
                                        + "'"));
    }

    /// The first child of that name.
    public Optional<XmlElement> child(String childName) {
        for (XmlElement child : children) {
            if (child.name.equals(childName)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /// All children of that name, in order.
    public List<XmlElement> children(String childName) {
        List<XmlElement> found = new ArrayList<>();
        for (XmlElement child : children) {
            if (child.name.equals(childName)) {
                found.add(child);
            }
        }
        return found;
    }

    /// A fault located at this element's start tag.
    public XmlException fault(String detail) {
        return new XmlException(detail, line, column);
    }

    /// The same element without places, so that two texts can be compared by meaning.
    public XmlElement withoutPlaces() {
        List<XmlElement> bare = new ArrayList<>(children.size());
        for (XmlElement child : children) {
            bare.add(child.withoutPlaces());
        }
        return new XmlElement(name, attributes, bare, text, 0, 0);
    }
}
