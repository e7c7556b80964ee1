package org.domcaps.document;

import org.domcaps.xml.XmlAttribute;
import org.domcaps.xml.XmlElement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Prints nodes in the way of libxml2, which is how virsh shows what an XPath expression selects.
///
/// Two blanks a level, double quotes. An element with text inside is printed without line ends, and
/// so is everything below it. Characters beyond ASCII in attributes are character references,
/// except when the whole document is printed. Observed with virsh 9.0.
final class XmlPrinter {

    private final StringBuilder out;
    private final boolean asciiAttributes;

    private XmlPrinter(StringBuilder out, boolean asciiAttributes) {
        this.out = out;
        this.asciiAttributes = asciiAttributes;
    }

    /// Something that an expression can select.
    sealed interface Part {

        /// An element.
        record OfElement(XmlElement element) implements Part {}

        /// An attribute; printed with a blank before it.
        record OfAttribute(XmlAttribute attribute) implements Part {}

        /// Text.
        record OfText(String text) implements Part {}

        /// The whole document; printed with an XML declaration and a line end.
        record Whole(XmlElement root) implements Part {}
    }

    /// Prints one part by itself.
    static void print(StringBuilder out, Part part) {
        new XmlPrinter(out, !(part instanceof Part.Whole)).part(part, 0, true);
    }

    /// Prints parts as the content of `<nodes>`.
    static void wrap(StringBuilder out, List<Part> parts) {
        XmlPrinter printer = new XmlPrinter(out, true);
        Map<String, String> attributes = new LinkedHashMap<>();
        boolean empty = true;
        boolean laidOut = true;
        for (Part part : parts) {
            if (part instanceof Part.OfAttribute(XmlAttribute(String name, String value))) {
                attributes.remove(name);
                attributes.put(name, value);
            } else {
                empty = false;
                laidOut &= !(part instanceof Part.OfText);
            }
        }
        out.append("<nodes");
        attributes.forEach(printer::attribute);
        if (empty) {
            out.append("/>");
            return;
        }
        out.append(laidOut ? ">\n" : ">");
        for (Part part : parts) {
            if (!(part instanceof Part.OfAttribute)) {
                boolean indented = laidOut && !(part instanceof Part.Whole);
                out.repeat(' ', indented ? 2 : 0);
                printer.part(part, 1, laidOut);
                out.append(laidOut ? "\n" : "");
            }
        }
        out.append("</nodes>");
    }

    private void part(Part part, int depth, boolean laidOut) {
        switch (part) {
            case Part.OfElement(XmlElement element) -> element(element, depth, laidOut);
            case Part.OfAttribute(XmlAttribute(String name, String value)) ->
                    attribute(name, value);
            case Part.OfText(String text) -> escaped(text, false);
            case Part.Whole(XmlElement root) -> {
                out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
                element(root, 0, laidOut);
                out.append('\n');
            }
        }
    }

    private void element(XmlElement element, int depth, boolean laidOut) {
        out.append('<').append(element.name());
        for (XmlAttribute attribute : element.attributes()) {
            attribute(attribute.name(), attribute.value());
        }
        if (element.text().isEmpty() && element.children().isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        boolean lines = laidOut && element.text().isEmpty();
        escaped(element.text(), false);
        for (XmlElement child : element.children()) {
            if (lines) {
                out.append('\n').repeat(' ', 2 * (depth + 1));
            }
            element(child, depth + 1, lines);
        }
        if (lines) {
            out.append('\n').repeat(' ', 2 * depth);
        }
        out.append("</").append(element.name()).append('>');
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escaped(value, true);
        out.append('"');
    }

    private void escaped(String text, boolean inAttribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\r' -> out.append("&#13;");
                case '"' -> out.append(inAttribute ? "&quot;" : "\"");
                case '\n' -> out.append(inAttribute ? "&#10;" : "\n");
                case '\t' -> out.append(inAttribute ? "&#9;" : "\t");
                default -> {
                    if (c >= 0x80 && inAttribute && asciiAttributes) {
                        int point = text.codePointAt(i);
                        out.append("&#x")
                                .append(Integer.toHexString(point).toUpperCase(Locale.ROOT))
                                .append(';');
                        i += Character.charCount(point) - 1;
                    } else {
                        out.append(c);
                    }
                }
            }
        }
    }
}
