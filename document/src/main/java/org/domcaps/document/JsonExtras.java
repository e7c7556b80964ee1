package org.domcaps.document;

import org.domcaps.document.Extras.ExtraElement;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.ObjectBuilder;
import org.domcaps.xml.XmlAttribute;
import org.domcaps.xml.XmlElement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The JSON form of [Extras]: the member `extras` of whatever has some.
final class JsonExtras {

    private static final int MAX_DEPTH = 100;

    private JsonExtras() {}

    /// Adds `extras` if there are some.
    static void put(ObjectBuilder out, Extras extras) {
        if (extras.isEmpty()) {
            return;
        }
        ObjectBuilder object = JsonValue.object();
        if (!extras.attributes().isEmpty()) {
            object.put("attributes", attributes(extras.attributes()));
        }
        if (!extras.elements().isEmpty()) {
            List<JsonValue> items = new ArrayList<>();
            for (ExtraElement extra : extras.elements()) {
                items.add(
                        JsonValue.object()
                                .put("index", extra.index())
                                .put("element", element(extra.element()))
                                .build());
            }
            object.put("elements", new JsonArray(items));
        }
        out.put("extras", object.build());
    }

    private static JsonObject attributes(List<XmlAttribute> attributes) {
        ObjectBuilder object = JsonValue.object();
        for (XmlAttribute attribute : attributes) {
            object.put(attribute.name(), attribute.value());
        }
        return object.build();
    }

    private static JsonObject element(XmlElement element) {
        ObjectBuilder object = JsonValue.object().put("name", element.name());
        if (!element.attributes().isEmpty()) {
            object.put("attributes", attributes(element.attributes()));
        }
        if (!element.text().isEmpty()) {
            object.put("text", element.text());
        }
        if (!element.children().isEmpty()) {
            List<JsonValue> children = new ArrayList<>();
            for (XmlElement child : element.children()) {
                children.add(element(child));
            }
            object.put("children", new JsonArray(children));
        }
        return object.build();
    }

    /// Takes `extras`; [Extras#NONE] if there are none. Attributes that the format has a place for
    /// are refused.
    static Extras take(JsonMembers from, String... taken) {
        Optional<JsonMembers> found = from.object("extras");
        if (found.isEmpty()) {
            return Extras.NONE;
        }
        JsonMembers members = found.get();
        List<XmlAttribute> attributes = attributes(members);
        for (String name : taken) {
            if (attributes.stream().anyMatch(attribute -> attribute.name().equals(name))) {
                throw members.fault("attributes." + name, "has a place of its own");
            }
        }
        List<ExtraElement> elements = new ArrayList<>();
        for (JsonMembers item : members.objects("elements").orElse(List.of())) {
            int index = item.requireInt("index");
            elements.add(
                    new ExtraElement(
                            index,
                            element(
                                    item.object("element")
                                            .orElseThrow(() -> item.missing("element")),
                                    0)));
            item.done();
        }
        members.done();
        return attributes.isEmpty() && elements.isEmpty()
                ? Extras.NONE
                : new Extras(attributes, elements);
    }

    private static List<XmlAttribute> attributes(JsonMembers from) {
        Optional<JsonMembers> found = from.object("attributes");
        List<XmlAttribute> attributes = new ArrayList<>();
        if (found.isPresent()) {
            for (String name : found.get().names()) {
                requireName(found.get(), name, name);
                attributes.add(new XmlAttribute(name, found.get().requireString(name)));
            }
        }
        return attributes;
    }

    private static XmlElement element(JsonMembers from, int depth) {
        String name = from.requireString("name");
        requireName(from, "name", name);
        if (depth > MAX_DEPTH) {
            throw from.fault("name", "elements nest deeper than the limit of " + MAX_DEPTH);
        }
        List<XmlElement> children = new ArrayList<>();
        for (JsonMembers child : from.objects("children").orElse(List.of())) {
            children.add(element(child, depth + 1));
        }
        XmlElement element =
                new XmlElement(
                        name, attributes(from), children, from.string("text").orElse(""), 0, 0);
        from.done();
        return element;
    }

    private static void requireName(JsonMembers from, String member, String name) {
        boolean valid = !name.isEmpty();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean start = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':';
            boolean later = c >= '0' && c <= '9' || c == '-' || c == '.';
            // Above ASCII the letters are names in every edition of XML; other characters are not
            // worth the tables.
            valid &= start || later && i > 0 || c >= 0x80 && Character.isLetter(c);
        }
        if (!valid) {
            throw from.fault(Quote.of(member), "'" + Quote.of(name) + "' cannot be a name in XML");
        }
    }
}
