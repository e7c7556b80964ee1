package org.domcaps.document;

import org.domcaps.xml.XmlElement;
import org.domcaps.xml.XmlException;
import org.domcaps.xml.XmlReader;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads a domain capabilities document of any release or of any other writer of the format.
///
/// What the format does not know is kept in [Extras]: unknown elements and attributes, and known
/// elements without room for something unknown (say a `<vcpu>` with a third attribute) as they are.
/// Enums and values need not be known. What contradicts the format is an error with line and
/// column: another root element, `supported` that is neither `yes` nor `no`, a number that is none,
/// a known element that is there twice, text between elements.
///
/// White space around text is dropped except in paths and in Hyper-V's vendor id. Known elements
/// that are out of order are read all the same and lose their order.
public final class DocumentReader {

    private final EnumMap<Element, Block> blocks = new EnumMap<>(Element.class);
    private final EnumMap<Place, Extras> extras = new EnumMap<>(Place.class);
    private final BlockReader blockReader = new BlockReader(blocks);
    private Optional<String> path = Optional.empty();
    private Optional<String> domain = Optional.empty();
    private Optional<String> machine = Optional.empty();
    private Optional<String> arch = Optional.empty();
    private OptionalLong vcpuMax = OptionalLong.empty();

    private DocumentReader() {}

    /// Reads one document.
    ///
    /// @throws org.domcaps.xml.XmlException if the text is not well-formed XML or not domain
    ///   capabilities
    public static DomainCapabilities read(byte[] xml) {
        return ofText(xml).document();
    }

    /// Reads the document that an element is.
    ///
    /// @throws org.domcaps.xml.XmlException if the element is not domain capabilities
    public static DomainCapabilities read(XmlElement root) {
        DocumentReader reader = new DocumentReader();
        reader.root(root);
        return reader.document();
    }

    /// Reads one document and finds out which release's form it has, so that [DocumentWriter] can
    /// give the same bytes.
    ///
    /// @throws org.domcaps.xml.XmlException if the text is not well-formed XML or not domain
    ///   capabilities
    public static ReadDocument readWithForm(byte[] xml) {
        DocumentReader reader = ofText(xml);
        DomainCapabilities document = reader.document();
        Release form = Generations.detect(document);
        if (reader.blockReader.sawFolded() && !form.isAtLeast(Generations.FOLDED)) {
            form = Generations.FOLDED;
        }
        return new ReadDocument(document, form);
    }

    private static DocumentReader ofText(byte[] xml) {
        Optional<ModelLines.Cut> cut =
                xml.length <= XmlReader.MAX_BYTES ? ModelLines.cut(xml) : Optional.empty();
        if (cut.isPresent()) {
            try {
                DocumentReader reader = new DocumentReader();
                reader.root(XmlReader.read(cut.get().rest()));
                if (reader.append(cut.get().models())) {
                    return reader;
                }
            } catch (XmlException _) {
                // The whole text has a fault as well, and tells its place.
            }
        }
        DocumentReader reader = new DocumentReader();
        reader.root(XmlReader.read(xml));
        return reader;
    }

    /// Adds models behind the one that mode `custom` has; `false` if there is something else there.
    private boolean append(List<CpuModel> more) {
        Block custom = blocks.get(Element.CUSTOM);
        if (custom == null
                || !custom.extras().isEmpty()
                || !(custom.detail() instanceof Detail.CustomModels(List<CpuModel> first))
                || first.size() != 1) {
            return false;
        }
        List<CpuModel> all = new ArrayList<>(1 + more.size());
        all.addAll(first);
        all.addAll(more);
        blocks.put(
                Element.CUSTOM,
                new Block(
                        custom.support(),
                        custom.enums(),
                        new Detail.CustomModels(all),
                        custom.extras()));
        return true;
    }

    private DomainCapabilities document() {
        return new DomainCapabilities(path, domain, machine, arch, vcpuMax, blocks, extras);
    }

    private void root(XmlElement root) {
        requireDomainCapabilities(root);
        Leaf.requireNoText(root);
        ChildReader children = new ChildReader();
        for (XmlElement child : root.children()) {
            if (rootChild(children, child)) {
                children.known();
            } else {
                children.extra(child);
            }
        }
        keep(Place.ROOT, children.toExtras(root.attributes()));
    }

    private static void requireDomainCapabilities(XmlElement root) {
        switch (root.name()) {
            case "domainCapabilities" -> {}
            case "domain" ->
                    throw root.fault(
                            "this is a domain definition (<domain>), not <domainCapabilities>");
            case "capabilities" ->
                    throw root.fault(
                            "these are host capabilities (<capabilities>), not"
                                    + " <domainCapabilities>");
            default ->
                    throw root.fault(
                            "the root element is <"
                                    + Quote.of(root.name())
                                    + ">, not <domainCapabilities>");
        }
    }

    /// Takes a child of the root; `false` if it is not known.
    private boolean rootChild(ChildReader children, XmlElement child) {
        switch (child.name()) {
            case "path", "domain", "machine", "arch" -> {
                return headText(children, child);
            }
            case "vcpu" -> {
                if (!Leaf.isEmptyWith(child, "max") && !child.attributes().isEmpty()) {
                    return false;
                }
                children.once("<vcpu>", child);
                vcpuMax = OptionalLong.of(Leaf.number(child, "max"));
            }
            case "cpu" -> container(children, child, Place.CPU);
            case "devices" -> container(children, child, Place.DEVICES);
            case "features" -> container(children, child, Place.FEATURES);
            default -> {
                return element(children, child, Place.ROOT, child.name());
            }
        }
        return true;
    }

    private boolean headText(ChildReader children, XmlElement child) {
        if (!Leaf.isText(child)) {
            return false;
        }
        children.once("<" + child.name() + ">", child);
        switch (child.name()) {
            case "path" -> path = Optional.of(child.text());
            case "domain" -> domain = Optional.of(child.text().strip());
            case "machine" -> machine = Optional.of(child.text().strip());
            default -> arch = Optional.of(child.text().strip());
        }
        return true;
    }

    private void container(ChildReader rootChildren, XmlElement xml, Place place) {
        rootChildren.once("<" + xml.name() + ">", xml);
        Leaf.requireNoText(xml);
        ChildReader children = new ChildReader();
        boolean empty = true;
        for (XmlElement child : xml.children()) {
            if (containerChild(children, child, place)) {
                children.known();
                empty = false;
            } else {
                children.extra(child);
            }
        }
        Extras more = children.toExtras(xml.attributes());
        if (empty && place != Place.DEVICES) {
            extras.put(place, more);
        } else {
            keep(place, more);
        }
    }

    private boolean containerChild(ChildReader children, XmlElement child, Place place) {
        if (place != Place.CPU) {
            return element(children, child, place, child.name());
        }
        return child.name().equals("mode")
                && element(children, child, place, child.requireAttribute("name"));
    }

    private boolean element(ChildReader children, XmlElement child, Place place, String name) {
        Element element = Element.find(place, name).orElse(null);
        if (element == null) {
            return false;
        }
        children.once(
                element.place() == Place.CPU ? "mode '" + name + "'" : "<" + name + ">", child);
        blockReader.read(element, child);
        return true;
    }

    private void keep(Place place, Extras more) {
        if (!more.isEmpty()) {
            extras.put(place, more);
        }
    }
}
