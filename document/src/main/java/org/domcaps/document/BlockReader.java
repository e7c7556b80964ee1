package org.domcaps.document;

import org.domcaps.xml.XmlAttribute;
import org.domcaps.xml.XmlElement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads one [Block] with its enums, its detail and, for `<os>`, the elements inside.
final class BlockReader {

    private final Map<Element, Block> blocks;
    private boolean folded;

    /// Every block that is read goes to `blocks`.
    BlockReader(Map<Element, Block> blocks) {
        this.blocks = blocks;
    }

    /// Whether a supported element that can hold something was one empty tag, as releases since
    /// 12.1 write it.
    boolean sawFolded() {
        return folded;
    }

    /// Reads the block of an element and of the elements inside.
    void read(Element element, XmlElement xml) {
        Support support = Leaf.supported(xml);
        Leaf.requireNoText(xml);
        if (element.isGroup()
                && support == Support.YES
                && xml.children().isEmpty()
                && xml.text().isEmpty()) {
            folded = true;
        }
        DetailReader reader = DetailReader.of(element);
        Content content = content(element, xml, reader);
        if (!reader.isComplete()) {
            // Something that the detail cannot do without is missing: nothing of it can be
            // understood.
            reader = new DetailReader.Nothing();
            content = content(element, xml, reader);
        }
        Detail detail =
                support == Support.YES || content.detailChildren > 0
                        ? reader.detail()
                        : new Detail.None();
        blocks.put(
                element,
                block(
                        support,
                        content.enums,
                        detail,
                        content.children.toExtras(attributes(element, xml))));
    }

    private static Block block(
            Support support, List<ValueEnum> enums, Detail detail, Extras extras) {
        if (enums.isEmpty() && detail instanceof Detail.None && extras.isEmpty()) {
            return Block.of(support == Support.YES);
        }
        return new Block(support, enums, detail, extras);
    }

    /// The attributes beyond the known ones.
    private static List<XmlAttribute> attributes(Element element, XmlElement xml) {
        int knownOnes = element.place() == Place.CPU ? 2 : 1;
        if (xml.attributes().size() == knownOnes) {
            return List.of();
        }
        List<XmlAttribute> others = new ArrayList<>();
        for (XmlAttribute attribute : xml.attributes()) {
            boolean isName = element.place() == Place.CPU && attribute.name().equals("name");
            if (!isName && !attribute.name().equals("supported")) {
                others.add(attribute);
            }
        }
        return others;
    }

    /// What was found inside an element.
    private static final class Content {
        private final ChildReader children = new ChildReader();
        private final List<ValueEnum> enums = new ArrayList<>();
        private int detailChildren;
    }

    private Content content(Element element, XmlElement xml, DetailReader detail) {
        Content content = new Content();
        for (XmlElement child : xml.children()) {
            if (valueEnum(content, child) || element == Element.OS && inside(content, child)) {
                content.children.known();
            } else if (detail.take(content.children, child)) {
                content.children.known();
                content.detailChildren++;
            } else {
                content.children.extra(child);
            }
        }
        return content;
    }

    /// Takes an element inside `<os>`.
    private boolean inside(Content content, XmlElement child) {
        Element element = Element.find(Place.OS, child.name()).orElse(null);
        if (element == null) {
            return false;
        }
        content.children.once("<" + child.name() + ">", child);
        read(element, child);
        return true;
    }

    private static boolean valueEnum(Content content, XmlElement child) {
        if (!child.name().equals("enum")
                || child.attributes().size() != 1
                || child.attribute("name").isEmpty()
                || !child.text().isBlank()) {
            return false;
        }
        List<String> values = new ArrayList<>(child.children().size());
        for (XmlElement value : child.children()) {
            if (!value.name().equals("value") || !Leaf.isText(value)) {
                return false;
            }
            values.add(value.text().strip());
        }
        String name = child.requireAttribute("name");
        content.children.once("enum '" + Quote.of(name) + "'", child);
        content.enums.add(new ValueEnum(name, values));
        return true;
    }
}
