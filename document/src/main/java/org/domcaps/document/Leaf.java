package org.domcaps.document;

import org.domcaps.xml.XmlAttribute;
import org.domcaps.xml.XmlElement;

/// Reads elements that have no room for anything unknown.
///
/// An element of another shape than expected is not an error but something unknown, so the `is…`
/// methods come first; an element of the right shape with a value that the format does not have is
/// an error.
final class Leaf {

    private Leaf() {}

    /// Whether an element holds just text and has no attribute.
    static boolean isText(XmlElement element) {
        return element.attributes().isEmpty() && element.children().isEmpty();
    }

    /// Whether an element has exactly these attributes, in any order, and no children.
    static boolean hasJust(XmlElement element, String... names) {
        if (!element.children().isEmpty() || element.attributes().size() != names.length) {
            return false;
        }
        for (String name : names) {
            if (element.attribute(name).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /// Whether an element has exactly these attributes, in any order, and is empty.
    static boolean isEmptyWith(XmlElement element, String... names) {
        return hasJust(element, names) && element.text().isBlank();
    }

    /// Refuses text beside child elements.
    static void requireNoText(XmlElement element) {
        if (!element.text().isBlank()) {
            throw element.fault(
                    "element <" + element.name() + "> holds text, which has no place there");
        }
    }

    /// The text as a number without sign.
    static long number(XmlElement element) {
        return number(element, "element <" + element.name() + ">", element.text().strip());
    }

    /// An attribute as a number without sign; the attribute must be there.
    static long number(XmlElement element, String attribute) {
        return number(
                element,
                "attribute '" + attribute + "' of <" + element.name() + ">",
                element.requireAttribute(attribute));
    }

    private static long number(XmlElement element, String what, String text) {
        boolean digits = !text.isEmpty();
        for (int i = 0; i < text.length(); i++) {
            digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        if (!digits) {
            throw element.fault(what + " is not a number: '" + Quote.of(text) + "'");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw element.fault(what + " is too large: '" + Quote.of(text) + "'");
        }
    }

    /// Text that must be one of two words.
    static boolean choice(XmlElement element, String yes, String no) {
        String text = element.text().strip();
        if (text.equals(yes) || text.equals(no)) {
            return text.equals(yes);
        }
        throw element.fault(
                "element <"
                        + element.name()
                        + "> must hold '"
                        + yes
                        + "' or '"
                        + no
                        + "', not '"
                        + Quote.of(text)
                        + "'");
    }

    /// The state that `supported` gives.
    static Support supported(XmlElement element) {
        return yesNo(element, "supported", element.requireAttribute("supported"));
    }

    /// The state that an attribute with `yes` or `no` gives.
    static Support yesNo(XmlElement element, String attribute, String value) {
        return switch (value) {
            case "yes" -> Support.YES;
            case "no" -> Support.NO;
            default ->
                    throw element.fault(
                            "attribute '"
                                    + attribute
                                    + "' of <"
                                    + element.name()
                                    + "> must be 'yes' or 'no', not '"
                                    + Quote.of(value)
                                    + "'");
        };
    }

    /// Whether an attribute is none of the named ones.
    static boolean isOther(XmlAttribute attribute, String... names) {
        for (String name : names) {
            if (attribute.name().equals(name)) {
                return false;
            }
        }
        return true;
    }
}
