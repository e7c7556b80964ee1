package org.domcaps.testkit;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/// Walks the XML of a domain capabilities document, knowing nothing of Domcaps' tables: every
/// element that says whether it is supported, every enum and value, every text and every attribute,
/// each with the dotted path that people call it by.
public final class DocumentWalk {

    private final List<Part> parts = new ArrayList<>();

    private DocumentWalk() {}

    /// One thing that a document says.
    ///
    /// @param path how it is called: `devices.tpm.model.tpm-crb`, `cpu.custom.EPYC@vendor`
    /// @param supported what an element says of itself; absent for everything else
    /// @param value the text or the attribute's value; absent for elements, enums and for names,
    ///   which stand in the path
    public record Part(String path, Optional<Boolean> supported, Optional<String> value) {}

    /// Everything that a document says, in its order.
    public static List<Part> of(byte[] xml) {
        try {
            Element root =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(xml))
                            .getDocumentElement();
            DocumentWalk walk = new DocumentWalk();
            walk.children(root, "");
            return List.copyOf(walk.parts);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void children(Element parent, String path) {
        int place = 0;
        for (Element child : elements(parent)) {
            place++;
            String tag = child.getTagName();
            String below = path.isEmpty() ? tag : path + "." + tag;
            if (below.equals("cpu.custom.model")) {
                named(child, path + "." + child.getTextContent(), "");
                continue;
            }
            switch (tag) {
                case "mode" -> element(child, path + "." + child.getAttribute("name"), "name");
                case "enum" -> values(child, path + "." + child.getAttribute("name"));
                case "value" -> name(below + "." + child.getTextContent());
                case "blockers" ->
                        blockers(child, path + "." + child.getAttribute("model") + ".blockers");
                case "feature" -> named(child, path + "." + child.getAttribute("name"), "name");
                case "section" -> attributes(child, below + "[" + place + "]", "");
                default -> element(child, below, "");
            }
        }
    }

    private void named(Element element, String path, String called) {
        name(path);
        attributes(element, path, called);
    }

    private void blockers(Element element, String path) {
        attributes(element, path, "");
        for (Element feature : elements(element)) {
            name(path + "." + feature.getAttribute("name"));
        }
    }

    private void element(Element element, String path, String called) {
        if (element.hasAttribute("supported")) {
            Optional<Boolean> supported =
                    Optional.of(element.getAttribute("supported").equals("yes"));
            parts.add(new Part(path, supported, Optional.empty()));
        }
        boolean leaf = elements(element).isEmpty();
        if (leaf && !element.getTextContent().isBlank()) {
            parts.add(new Part(path, Optional.empty(), Optional.of(element.getTextContent())));
        }
        attributes(element, path, called);
        children(element, path);
    }

    private void values(Element element, String path) {
        name(path);
        for (Element value : elements(element)) {
            name(path + "." + value.getTextContent());
        }
    }

    private void name(String path) {
        parts.add(new Part(path, Optional.empty(), Optional.empty()));
    }

    private void attributes(Element element, String path, String called) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (!attribute.getName().equals("supported") && !attribute.getName().equals(called)) {
                parts.add(
                        new Part(
                                path + "@" + attribute.getName(),
                                Optional.empty(),
                                Optional.of(attribute.getValue())));
            }
        }
    }

    private static List<Element> elements(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
