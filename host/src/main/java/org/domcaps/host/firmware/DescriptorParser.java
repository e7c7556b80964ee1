package org.domcaps.host.firmware;

import org.domcaps.document.Arch;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.JsonString;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Reads the JSON of a descriptor as one release does.
///
/// Checks run in the order `interface-types`, `mapping`, `targets`, `features`; the first one that
/// fails decides. Keys not named here are ignored, `description` and `tags` among them.
public final class DescriptorParser {

    private final DescriptorRules rules;

    /// A parser with the rules of a release.
    public DescriptorParser(DescriptorRules rules) {
        this.rules = Objects.requireNonNull(rules, "rules");
    }

    /// The outcome of parsing.
    public sealed interface Parsed {

        /// A descriptor that the release accepts.
        record Valid(Descriptor descriptor) implements Parsed {}

        /// A file that the release passes over, and why.
        record Invalid(String reason) implements Parsed {}
    }

    /// Reads a file's content.
    public Parsed parse(DescriptorFile.Content content) {
        if (content instanceof DescriptorFile.Content.Unusable(String reason)) {
            return new Parsed.Invalid(reason);
        }
        DescriptorFile.Content.Json file = (DescriptorFile.Content.Json) content;
        return file.repeatedKeys() && !rules.acceptsRepeatedKeys()
                ? new Parsed.Invalid("an object has a key twice")
                : parse(file.json());
    }

    private Parsed parse(JsonValue json) {
        if (!(json instanceof JsonObject root)) {
            return new Parsed.Invalid("not a JSON object");
        }
        try {
            return new Parsed.Valid(
                    new Descriptor(interfaces(root), mapping(root), targets(root), features(root)));
        } catch (Refusal refusal) {
            return new Parsed.Invalid(refusal.getMessage());
        }
    }

    private static Set<InterfaceType> interfaces(JsonObject root) {
        Set<InterfaceType> interfaces = EnumSet.noneOf(InterfaceType.class);
        for (JsonValue item : array(root, "interface-types")) {
            if (!(item instanceof JsonString(String name))) {
                throw new Refusal("interface-types holds something other than a string");
            }
            interfaces.add(
                    InterfaceType.find(name)
                            .orElseThrow(
                                    () -> new Refusal("unknown interface type '" + name + "'")));
        }
        return interfaces;
    }

    private Mapping mapping(JsonObject root) {
        JsonObject mapping = object(root, "mapping");
        String device = string(mapping, "mapping", "device");
        return switch (device) {
            case "flash" -> flash(mapping);
            case "memory" ->
                    new Mapping.Memory(
                            string(mapping, "mapping", "filename"), variableStore(mapping));
            case "kernel" -> {
                if (!rules.acceptsKernelMapping()) {
                    throw new Refusal("mapping device 'kernel' is no longer accepted");
                }
                yield new Mapping.Kernel(string(mapping, "mapping", "filename"));
            }
            default -> throw new Refusal("unknown mapping device '" + device + "'");
        };
    }

    private static Mapping flash(JsonObject mapping) {
        FlashMode mode = FlashMode.SPLIT;
        if (mapping.find("mode").isPresent()) {
            String name = string(mapping, "mapping", "mode");
            mode =
                    FlashMode.find(name)
                            .orElseThrow(() -> new Refusal("unknown flash mode '" + name + "'"));
        }
        Mapping.Image executable = image(mapping, "executable");
        Optional<Mapping.Image> template =
                mode == FlashMode.SPLIT
                        ? Optional.of(image(mapping, "nvram-template"))
                        : Optional.empty();
        return new Mapping.Flash(mode, executable, template);
    }

    private static Mapping.Image image(JsonObject mapping, String name) {
        JsonObject image =
                mapping.findObject(name)
                        .orElseThrow(() -> new Refusal("no object mapping." + name));
        String path = "mapping." + name;
        return new Mapping.Image(string(image, path, "filename"), string(image, path, "format"));
    }

    private Optional<String> variableStore(JsonObject mapping) {
        if (!rules.readsVariableStores()) {
            return Optional.empty();
        }
        Optional<JsonValue> store = mapping.find("uefi-vars");
        if (store.isEmpty()) {
            return Optional.empty();
        }
        if (!(store.get() instanceof JsonObject object)) {
            throw new Refusal("mapping.uefi-vars is no object");
        }
        return Optional.of(string(object, "mapping.uefi-vars", "template"));
    }

    private static List<Target> targets(JsonObject root) {
        List<Target> targets = new ArrayList<>();
        for (JsonValue item : array(root, "targets")) {
            if (!(item instanceof JsonObject target)) {
                throw new Refusal("targets holds something other than an object");
            }
            String architecture = string(target, "targets", "architecture");
            Arch arch =
                    Arch.fromQemu(architecture)
                            .orElseThrow(() ->
                                    new Refusal("unknown architecture '" + architecture + "'"));
            targets.add(new Target(arch, machines(target)));
        }
        return targets;
    }

    /// The patterns; what is not a string is a pattern that never matches, so it can go.
    private static List<String> machines(JsonObject target) {
        List<String> patterns = new ArrayList<>();
        for (JsonValue item :
                target.findArray("machines")
                        .orElseThrow(() -> new Refusal("a target has no array machines"))) {
            if (item instanceof JsonString(String pattern)) {
                patterns.add(pattern);
            }
        }
        return patterns;
    }

    private Set<FirmwareFeature> features(JsonObject root) {
        Set<FirmwareFeature> features = EnumSet.noneOf(FirmwareFeature.class);
        for (JsonValue item : array(root, "features")) {
            if (item instanceof JsonString(String name)) {
                FirmwareFeature.find(name, rules.release()).ifPresent(features::add);
            }
        }
        return features;
    }

    private static List<JsonValue> array(JsonObject root, String name) {
        if (root.find(name).orElse(null) instanceof JsonArray(List<JsonValue> items)) {
            return items;
        }
        throw new Refusal("no array " + name);
    }

    private static JsonObject object(JsonObject root, String name) {
        return root.findObject(name).orElseThrow(() -> new Refusal("no object " + name));
    }

    private static String string(JsonObject object, String path, String name) {
        return object.findString(name)
                .orElseThrow(() -> new Refusal("no string " + path + "." + name));
    }

    /// Leaves the middle of a descriptor; never leaves this class.
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal(String reason) {
            super(reason, null, false, false);
        }
    }
}
