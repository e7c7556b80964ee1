package org.domcaps.xml;

import com.fasterxml.aalto.stax.InputFactoryImpl;

import org.codehaus.stax2.XMLInputFactory2;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads XML texts into [XmlElement]s.
///
/// Limits: [#MAX_BYTES] of text, [#MAX_DEPTH] levels, [#MAX_ATTRIBUTES] attributes an element. A
/// document type or an entity reference is refused.
public final class XmlReader {

    /// Largest text that is read.
    public static final int MAX_BYTES = 64 << 20;

    /// Deepest nesting that is read.
    public static final int MAX_DEPTH = 100;

    /// Most attributes that one element may have.
    public static final int MAX_ATTRIBUTES = 256;

    private final XMLStreamReader parser;

    private XmlReader(XMLStreamReader parser) {
        this.parser = parser;
    }

    /// Reads one document and gives its root element.
    ///
    /// @throws XmlException if the text is not well-formed, has a document type or an entity, or
    ///   goes over a limit
    public static XmlElement read(byte[] text) {
        if (text.length > MAX_BYTES) {
            throw new XmlException(
                    "the text has " + text.length + " bytes, more than the limit of " + MAX_BYTES,
                    1,
                    1);
        }
        if (isBlank(text)) {
            throw new XmlException("the text is empty", 1, 1);
        }
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        // Otherwise text is checked when it is fetched, and its faults come as another, unchecked
        // exception.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        try {
            XMLStreamReader parser = factory.createXMLStreamReader(new ByteArrayInputStream(text));
            return new XmlReader(parser).document();
        } catch (XMLStreamException e) {
            Location place = e.getLocation();
            throw new XmlException(
                    oneLine(e),
                    place == null ? 1 : place.getLineNumber(),
                    place == null ? 1 : place.getColumnNumber());
        }
    }

    private static boolean isBlank(byte[] text) {
        for (byte b : text) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    /// The parser's own words without the place that it appends on a second line.
    private static String oneLine(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        String first = end < 0 ? message : message.substring(0, end);
        int place = first.indexOf(" at [row");
        return place < 0 ? first.strip() : first.substring(0, place).strip();
    }

    private XmlElement document() throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        XmlElement root = null;
        while (parser.hasNext()) {
            switch (parser.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() >= MAX_DEPTH) {
                        throw fault("elements nest deeper than the limit of " + MAX_DEPTH);
                    }
                    open.push(start());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlElement done = open.pop().close();
                    if (open.isEmpty()) {
                        root = done;
                    } else {
                        open.element().children.add(done);
                    }
                }
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.element().append(parser.getText());
                    }
                }
                case XMLStreamConstants.DTD ->
                        throw fault("a document type declaration is not allowed");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw fault("an entity reference is not allowed");
                default -> {
                    // Comments and processing instructions carry nothing.
                }
            }
        }
        if (root == null) {
            throw fault("no element");
        }
        return root;
    }

    private Open start() {
        int count = parser.getAttributeCount();
        if (count > MAX_ATTRIBUTES) {
            throw fault(
                    "an element has "
                            + count
                            + " attributes, more than the limit of "
                            + MAX_ATTRIBUTES);
        }
        List<XmlAttribute> attributes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            attributes.add(
                    new XmlAttribute(parser.getAttributeLocalName(i), parser.getAttributeValue(i)));
        }
        Location place = parser.getLocation();
        return new Open(
                parser.getLocalName(), attributes, place.getLineNumber(), place.getColumnNumber());
    }

    private XmlException fault(String detail) {
        Location place = parser.getLocation();
        return new XmlException(detail, place.getLineNumber(), place.getColumnNumber());
    }

    /// An element whose end tag has not come yet.
    private static final class Open {
        private final String name;
        private final List<XmlAttribute> attributes;
        private final int line;
        private final int column;
        private final List<XmlElement> children = new ArrayList<>();
        // Most elements have one piece of text; only a second one needs a builder.
        private String firstText = "";
        private StringBuilder moreText;

        private Open(String name, List<XmlAttribute> attributes, int line, int column) {
            this.name = name;
            this.attributes = attributes;
            this.line = line;
            this.column = column;
        }

        private void append(String text) {
            if (moreText != null) {
                moreText.append(text);
            } else if (firstText.isEmpty()) {
                firstText = text;
            } else if (!text.isEmpty()) {
                moreText = new StringBuilder(firstText).append(text);
            }
        }

        private XmlElement close() {
            String text = moreText == null ? firstText : moreText.toString();
            // White space between elements carries nothing, and keeping it would double the memory
            // of a document.
            return new XmlElement(
                    name,
                    attributes,
                    children,
                    children.isEmpty() ? text : text.strip(),
                    line,
                    column);
        }
    }
}
