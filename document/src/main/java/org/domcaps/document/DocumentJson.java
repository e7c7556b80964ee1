package org.domcaps.document;

import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.ObjectBuilder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Optional;
import java.util.OptionalLong;

/// The JSON form of a document, for programs. [#schema] describes it.
///
/// It has the shape of the XML: containers are objects, each [Element] in them is an object with
/// `supported` (`true` or `false`), `enums` (name to values) and the members of its [Detail]. What
/// is not reported has no member, so the three states stay three. What goes beyond the format is in
/// `extras`. Nothing is lost in either direction.
public final class DocumentJson {

    private static final String SCHEMA = "domain-capabilities.schema.json";

    private DocumentJson() {}

    /// The JSON form.
    public static JsonObject toJson(DomainCapabilities document) {
        ObjectBuilder out = JsonValue.object();
        document.path().ifPresent(text -> out.put("path", text));
        document.domain().ifPresent(text -> out.put("domain", text));
        document.machine().ifPresent(text -> out.put("machine", text));
        document.arch().ifPresent(text -> out.put("arch", text));
        if (document.vcpuMax().isPresent()) {
            out.put("vcpu", JsonValue.object().put("max", document.vcpuMax().getAsLong()).build());
        }
        putElement(out, document, Element.IOTHREADS);
        putElement(out, document, Element.OS);
        putContainer(out, document, Place.CPU);
        putElement(out, document, Element.MEMORY_BACKING);
        putContainer(out, document, Place.DEVICES);
        putContainer(out, document, Place.FEATURES);
        JsonExtras.put(out, document.extras().getOrDefault(Place.ROOT, Extras.NONE));
        return out.build();
    }

    private static void putContainer(ObjectBuilder out, DomainCapabilities document, Place place) {
        ObjectBuilder container = JsonValue.object();
        boolean any = place == Place.DEVICES || document.extras().containsKey(place);
        for (Element element : document.blocks().keySet()) {
            if (element.place() == place) {
                putElement(container, document, element);
                any = true;
            }
        }
        JsonExtras.put(container, document.extras().getOrDefault(place, Extras.NONE));
        if (any) {
            out.put(place.xmlName(), container.build());
        }
    }

    private static void putElement(
            ObjectBuilder out, DomainCapabilities document, Element element) {
        Optional<Block> block = document.block(element);
        if (block.isEmpty()) {
            return;
        }
        ObjectBuilder object = JsonValue.object();
        JsonBlocks.put(object, block.get());
        if (element == Element.OS) {
            putElement(object, document, Element.FIRMWARE_FEATURES);
            putElement(object, document, Element.LOADER);
            putElement(object, document, Element.VARSTORE);
        }
        JsonExtras.put(object, block.get().extras());
        out.put(element.xmlName(), object.build());
    }

    /// The document that a JSON form describes.
    ///
    /// @throws DocumentException if it does not have the form; the message names the member
    public static DomainCapabilities fromJson(JsonValue json) {
        JsonMembers root = JsonMembers.of("", json);
        EnumMap<Element, Block> blocks = new EnumMap<>(Element.class);
        EnumMap<Place, Extras> extras = new EnumMap<>(Place.class);
        OptionalLong vcpuMax = OptionalLong.empty();
        Optional<JsonMembers> vcpu = root.object("vcpu");
        if (vcpu.isPresent()) {
            vcpuMax = OptionalLong.of(vcpu.get().requireNumber("max"));
            vcpu.get().done();
        }
        takeElement(root, Element.IOTHREADS, blocks);
        takeElement(root, Element.OS, blocks);
        takeElement(root, Element.MEMORY_BACKING, blocks);
        takeContainer(root, Place.CPU, blocks, extras);
        takeContainer(root, Place.DEVICES, blocks, extras);
        takeContainer(root, Place.FEATURES, blocks, extras);
        Extras more = JsonExtras.take(root);
        if (!more.isEmpty()) {
            extras.put(Place.ROOT, more);
        }
        DomainCapabilities document =
                new DomainCapabilities(
                        root.string("path"),
                        root.string("domain"),
                        root.string("machine"),
                        root.string("arch"),
                        vcpuMax,
                        blocks,
                        extras);
        root.done();
        return document;
    }

    private static void takeContainer(
            JsonMembers root,
            Place place,
            EnumMap<Element, Block> blocks,
            EnumMap<Place, Extras> extras) {
        Optional<JsonMembers> found = root.object(place.xmlName());
        if (found.isEmpty()) {
            return;
        }
        boolean empty = true;
        for (Element element : Element.values()) {
            if (element.place() == place) {
                empty &= !takeElement(found.get(), element, blocks);
            }
        }
        Extras more = JsonExtras.take(found.get());
        found.get().done();
        if (!more.isEmpty() || empty && place != Place.DEVICES) {
            extras.put(place, more);
        }
    }

    private static boolean takeElement(
            JsonMembers from, Element element, EnumMap<Element, Block> blocks) {
        Optional<JsonMembers> found = from.object(element.xmlName());
        if (found.isEmpty()) {
            return false;
        }
        blocks.put(element, JsonBlocks.take(element, found.get()));
        if (element == Element.OS) {
            takeElement(found.get(), Element.FIRMWARE_FEATURES, blocks);
            takeElement(found.get(), Element.LOADER, blocks);
            takeElement(found.get(), Element.VARSTORE, blocks);
        }
        found.get().done();
        return true;
    }

    /// The JSON Schema (draft 2020-12) of the form, as text.
    public static String schema() {
        try (InputStream in = DocumentJson.class.getResourceAsStream(SCHEMA)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + SCHEMA, e);
        }
    }
}
