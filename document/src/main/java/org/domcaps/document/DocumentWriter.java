package org.domcaps.document;

import org.domcaps.xml.XmlAttribute;
import org.domcaps.xml.XmlOutput;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Writes a document as the bytes that a release of libvirt prints.
///
/// What the release decides: whether a supported element without content is one tag or two (`<x
/// supported='yes'/>` since 12.1), and whether CPU models have `blockers` (10.9) and `canonical`
/// (10.10) and Hyper-V has `defaults` (11.9). Everything else that the document holds is written;
/// [Generations#strip] is what leaves out elements, enums and values that a release does not know.
///
/// `<devices>` is always written, `<cpu>` and `<features>` if they hold something or were read.
///
/// Unknown children stand where [Extras.ExtraElement#index] says. One known child is:
/// - in the root: each of `path`, `domain`, `machine`, `arch`, `vcpu`, each [Element] there, and
///   each of `cpu`, `devices`, `features`;
/// - in `cpu`, `devices` and `features`: each [Element] there;
/// - in `os`: each enum and each [Element] there;
/// - in every other block: each enum and each child of its [Detail]; a `<model>` and its
///   `<blockers>` count as two, `<sections>` and `<defaults>` count as one whatever they hold.
public final class DocumentWriter {

    private static final int USUAL_SIZE = 128 * 1024;

    private final DomainCapabilities document;
    private final XmlOutput out = new XmlOutput(USUAL_SIZE);
    private final BlockWriter blocks;

    private DocumentWriter(DomainCapabilities document, Release release) {
        this.document = document;
        this.blocks = new BlockWriter(document, out, release);
    }

    /// The document in the form of `release`: UTF-8 without a declaration, with a line end after
    /// the last tag.
    public static byte[] write(DomainCapabilities document, Release release) {
        Objects.requireNonNull(release, "release");
        DocumentWriter writer = new DocumentWriter(document, release);
        writer.root();
        return writer.out.toBytes();
    }

    private void root() {
        Extras extras = extrasOf(Place.ROOT);
        begin(0, Place.ROOT, extras);
        ChildWriter children = new ChildWriter(out, 1, extras);
        leaf(children, "path", document.path());
        leaf(children, "domain", document.domain());
        leaf(children, "machine", document.machine());
        leaf(children, "arch", document.arch());
        if (document.vcpuMax().isPresent()) {
            children.next();
            out.begin(1, "vcpu");
            out.attribute("max", Long.toString(document.vcpuMax().getAsLong()));
            out.endEmpty();
        }
        blocks.block(children, 1, Element.IOTHREADS);
        blocks.block(children, 1, Element.OS);
        container(children, Place.CPU);
        blocks.block(children, 1, Element.MEMORY_BACKING);
        container(children, Place.DEVICES);
        container(children, Place.FEATURES);
        children.rest();
        out.close(0, Place.ROOT.xmlName(), false);
    }

    private void leaf(ChildWriter children, String name, Optional<String> text) {
        if (text.isPresent()) {
            children.next();
            out.leaf(1, name, text.get());
        }
    }

    private void container(ChildWriter rootChildren, Place place) {
        if (place != Place.DEVICES && !document.extras().containsKey(place) && !holdsBlock(place)) {
            return;
        }
        rootChildren.next();
        Extras extras = extrasOf(place);
        begin(1, place, extras);
        ChildWriter children = new ChildWriter(out, 2, extras);
        for (Map.Entry<Element, Block> entry : document.blocks().entrySet()) {
            if (entry.getKey().place() == place) {
                blocks.block(children, 2, entry.getKey());
            }
        }
        children.rest();
        out.close(1, place.xmlName(), false);
    }

    private boolean holdsBlock(Place place) {
        for (Element element : document.blocks().keySet()) {
            if (element.place() == place) {
                return true;
            }
        }
        return false;
    }

    private void begin(int depth, Place place, Extras extras) {
        out.begin(depth, place.xmlName());
        for (XmlAttribute attribute : extras.attributes()) {
            out.attribute(attribute.name(), attribute.value());
        }
        out.endOpen();
    }

    private Extras extrasOf(Place place) {
        return document.extras().getOrDefault(place, Extras.NONE);
    }
}
