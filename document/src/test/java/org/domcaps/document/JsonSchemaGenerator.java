package org.domcaps.document;

import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.ObjectBuilder;

import java.util.Arrays;
import java.util.List;

/// Makes the JSON Schema of [DocumentJson]'s form from the rows of [Element] and [EnumKey].
final class JsonSchemaGenerator {

    private JsonSchemaGenerator() {}

    static JsonObject schema() {
        ObjectBuilder root = properties();
        root.put("path", text("The emulator binary; absent for hypervisors without one."));
        root.put("domain", text("The virt type."));
        root.put(
                "machine",
                text("The canonical machine name; absent where the hypervisor has none."));
        root.put("arch", text("The guest architecture."));
        root.put("vcpu", closed(properties().put("max", count("Most virtual CPUs.")), "max"));
        for (Element element : Element.values()) {
            if (element.place() == Place.ROOT) {
                root.put(element.xmlName(), element(element));
            }
            if (element == Element.OS) {
                root.put("cpu", container(Place.CPU));
            }
        }
        root.put("devices", container(Place.DEVICES));
        root.put("features", container(Place.FEATURES));
        root.put("extras", ref("extras"));
        JsonObject body = closed(root);
        return JsonValue.object()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:domcaps:schema:domain-capabilities")
                .put("title", "Domain capabilities of libvirt as JSON")
                .put(
                        "description",
                        "An element that is not reported has no member; one that is reported says"
                                + " whether it is supported. Enums can hold values that this schema"
                                + " does not know.")
                .putAll(body.members())
                .put("$defs", definitions())
                .build();
    }

    private static JsonObject container(Place place) {
        ObjectBuilder properties = properties();
        for (Element element : Element.values()) {
            if (element.place() == place) {
                properties.put(element.xmlName(), element(element));
            }
        }
        return closed(properties.put("extras", ref("extras")));
    }

    private static JsonObject element(Element element) {
        ObjectBuilder properties = properties().put("supported", type("boolean"));
        properties.put("enums", enums(element));
        detail(properties, element);
        if (element == Element.OS) {
            for (Element inner : Element.values()) {
                if (inner.place() == Place.OS) {
                    properties.put(inner.xmlName(), element(inner));
                }
            }
        }
        properties.put("extras", ref("extras"));
        ObjectBuilder schema = JsonValue.object();
        if (!element.since().equals(Release.OLDEST)) {
            schema.put("description", "Since libvirt " + element.since() + ".");
        }
        schema.putAll(closed(properties, "supported").members());
        together(schema, element);
        return schema.build();
    }

    /// Members that make sense only together.
    private static void together(ObjectBuilder schema, Element element) {
        switch (element) {
            case HOST_MODEL -> together(schema, "model", "fallback", "features");
            case SEV -> together(schema, "cbitpos", "reducedPhysBits");
            case SGX -> together(schema, "flc", "sgx1", "sgx2", "sectionSizeKiB");
            default -> {}
        }
    }

    private static void together(ObjectBuilder schema, String first, String... others) {
        schema.put(
                "dependentRequired",
                JsonValue.object().put(first, JsonValue.ofStrings(List.of(others))).build());
    }

    private static JsonObject enums(Element element) {
        ObjectBuilder properties = properties();
        for (EnumKey key : EnumKey.of(element)) {
            List<String> names = key.possibleValues().stream().map(EnumValue::name).toList();
            JsonObject known = JsonValue.object().put("enum", JsonValue.ofStrings(names)).build();
            ObjectBuilder schema = JsonValue.object();
            if (!key.since().equals(element.since())) {
                schema.put("description", "Since libvirt " + key.since() + ".");
            }
            properties.put(
                    key.xmlName(),
                    schema.put("type", "array")
                            .put(
                                    "items",
                                    JsonValue.object()
                                            .put(
                                                    "anyOf",
                                                    new JsonArray(List.of(known, type("string"))))
                                            .build())
                            .build());
        }
        return JsonValue.object()
                .put("type", "object")
                .put("properties", properties.build())
                .put("additionalProperties", strings())
                .build();
    }

    private static void detail(ObjectBuilder properties, Element element) {
        switch (element) {
            case LOADER -> properties.put("paths", strings());
            case HOST_MODEL -> {
                properties.put("model", type("string")).put("fallback", type("string"));
                properties.put("vendor", type("string"));
                properties.put(
                        "maxphysaddr",
                        closed(
                                properties()
                                        .put("mode", type("string"))
                                        .put("limit", count("Bits.")),
                                "mode",
                                "limit"));
                properties.put("features", array(ref("cpuFeature")));
            }
            case CUSTOM -> properties.put("models", array(ref("cpuModel")));
            case SEV ->
                    properties
                            .put("cbitpos", count("Position of the C-bit in a page table entry."))
                            .put("reducedPhysBits", count("Physical address bits that SEV costs."))
                            .put("maxGuests", count("Most plain SEV guests at once."))
                            .put("maxESGuests", count("Most SEV-ES guests at once."))
                            .put("cpu0Id", text("Id of the first processor."));
            case SGX ->
                    properties
                            .put("flc", type("boolean"))
                            .put("sgx1", type("boolean"))
                            .put("sgx2", type("boolean"))
                            .put("sectionSizeKiB", count("Sum of all enclave page cache sections."))
                            .put(
                                    "sections",
                                    array(
                                            closed(
                                                    properties()
                                                            .put("node", count("NUMA node."))
                                                            .put(
                                                                    "sizeKiB",
                                                                    count("Size of the section.")),
                                                    "node",
                                                    "sizeKiB")));
            case HYPERV ->
                    properties.put(
                            "defaults",
                            closed(
                                    properties()
                                            .put(
                                                    "spinlocks",
                                                    count("Retries before the guest yields."))
                                            .put("stimer_direct", type("boolean"))
                                            .put("tlbflush_direct", type("boolean"))
                                            .put("tlbflush_extended", type("boolean"))
                                            .put("vendor_id", type("string"))));
            default -> {}
        }
    }

    private static JsonObject definitions() {
        List<String> policies =
                Arrays.stream(FeaturePolicy.values()).map(FeaturePolicy::xmlName).toList();
        List<String> usable =
                Arrays.stream(CpuModel.Usable.values()).map(CpuModel.Usable::xmlName).toList();
        return JsonValue.object()
                .put(
                        "cpuFeature",
                        closed(
                                properties()
                                        .put("policy", oneOf(policies))
                                        .put("name", type("string")),
                                "policy",
                                "name"))
                .put(
                        "cpuModel",
                        closed(
                                properties()
                                        .put("name", type("string"))
                                        .put("usable", oneOf(usable))
                                        .put("deprecated", type("boolean"))
                                        .put("vendor", type("string"))
                                        .put(
                                                "canonical",
                                                text("The versioned name this one stands for."))
                                        .put("blockers", strings())
                                        .put("extras", ref("extras")),
                                "name",
                                "usable"))
                .put(
                        "extras",
                        JsonValue.object()
                                .put("description", "What goes beyond the known format.")
                                .putAll(
                                        closed(
                                                        properties()
                                                                .put("attributes", attributes())
                                                                .put(
                                                                        "elements",
                                                                        array(
                                                                                closed(
                                                                                        properties()
                                                                                                .put(
                                                                                                        "index",
                                                                                                        count(
                                                                                                                "How many"
                                                                                                                    + " known"
                                                                                                                    + " children"
                                                                                                                    + " stand"
                                                                                                                    + " before"
                                                                                                                    + " it."))
                                                                                                .put(
                                                                                                        "element",
                                                                                                        ref(
                                                                                                                "element")),
                                                                                        "index",
                                                                                        "element"))))
                                                .members())
                                .build())
                .put(
                        "element",
                        closed(
                                properties()
                                        .put("name", type("string"))
                                        .put("attributes", attributes())
                                        .put("text", type("string"))
                                        .put("children", array(ref("element"))),
                                "name"))
                .build();
    }

    private static JsonObject attributes() {
        return JsonValue.object()
                .put("type", "object")
                .put("additionalProperties", type("string"))
                .build();
    }

    private static ObjectBuilder properties() {
        return JsonValue.object();
    }

    private static JsonObject closed(ObjectBuilder properties, String... required) {
        ObjectBuilder schema =
                JsonValue.object().put("type", "object").put("properties", properties.build());
        if (required.length > 0) {
            schema.put("required", JsonValue.ofStrings(List.of(required)));
        }
        return schema.put("additionalProperties", false).build();
    }

    private static JsonObject type(String name) {
        return JsonValue.object().put("type", name).build();
    }

    private static JsonObject text(String description) {
        return JsonValue.object().put("description", description).put("type", "string").build();
    }

    private static JsonObject count(String description) {
        return JsonValue.object()
                .put("description", description)
                .put("type", "integer")
                .put("minimum", 0)
                .build();
    }

    private static JsonObject oneOf(List<String> names) {
        return JsonValue.object().put("enum", JsonValue.ofStrings(names)).build();
    }

    private static JsonObject strings() {
        return array(type("string"));
    }

    private static JsonObject array(JsonValue items) {
        return JsonValue.object().put("type", "array").put("items", items).build();
    }

    private static JsonObject ref(String definition) {
        return JsonValue.object().put("$ref", "#/$defs/" + definition).build();
    }
}
