package org.domcaps.qemu.probe;

import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.JsonString;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The reply to `query-qmp-schema`, searchable by paths such as
/// `query-display-options/ret-type/+sdl`.
///
/// The first component is a command, event or type; the others walk from type to type. A leading
/// character says what kind of thing is meant: `*` an optional member, `+` a variant, `^` an enum
/// value, `$` a feature, `!` a JSON type.
final class SchemaIndex {

    // The schema has loops; no sensible path takes more steps.
    private static final int MAX_STEPS = 1000;

    private final Map<String, JsonObject> entries = new HashMap<>(2048);

    SchemaIndex(List<JsonValue> reply) {
        for (JsonValue item : reply) {
            if (item instanceof JsonObject entry) {
                entry.findString("name").ifPresent(name -> entries.put(name, entry));
            }
        }
    }

    /// Whether the path leads somewhere.
    boolean has(String path) {
        List<String> parts = split(path);
        JsonObject entry = entries.get(parts.getFirst());
        return entry != null && new Walk().walk(entry, parts, 1);
    }

    private static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            parts.add(path.substring(start, slash));
            start = slash + 1;
        }
        parts.add(path.substring(start));
        return parts;
    }

    /// Where one component leads.
    private sealed interface Step {
        /// Nowhere further; the path ends here, well or badly.
        record End(boolean found) implements Step {}

        /// To another entry, with the component of that number as the next.
        record To(JsonObject entry, int next) implements Step {}
    }

    private static final Step NOWHERE = new Step.End(false);

    /// One walk along one path.
    private final class Walk {
        private int steps;

        private boolean walk(JsonObject start, List<String> parts, int first) {
            JsonObject entry = start;
            int next = first;
            while (next < parts.size()) {
                if (++steps > MAX_STEPS) {
                    return false;
                }
                switch (step(entry, parts, next)) {
                    case Step.End(boolean found) -> {
                        return found;
                    }
                    case Step.To(JsonObject target, int after) -> {
                        entry = target;
                        next = after;
                    }
                }
            }
            return true;
        }

        private Step step(JsonObject entry, List<String> parts, int next) {
            return switch (entry.findString("meta-type").orElse("")) {
                case "command", "event" -> function(entry, parts, next);
                case "object" -> object(entry, parts, next);
                case "array" -> to(entry.findString("element-type"), next);
                case "enum" -> new Step.End(enumeration(entry, parts, next));
                case "builtin" -> new Step.End(builtin(entry, parts, next));
                case "alternate" -> new Step.End(alternate(entry, parts, next));
                default -> NOWHERE;
            };
        }

        private Step to(Optional<String> type, int next) {
            JsonObject target = type.map(entries::get).orElse(null);
            return target == null ? NOWHERE : new Step.To(target, next);
        }

        private Step function(JsonObject entry, List<String> parts, int next) {
            String part = parts.get(next);
            if (part.startsWith("$")) {
                return new Step.End(hasFeature(entry, parts, next));
            }
            boolean isType = part.equals("arg-type") || part.equals("ret-type");
            return isType ? to(entry.findString(part), next + 1) : NOWHERE;
        }

        private Step object(JsonObject entry, List<String> parts, int next) {
            String part = parts.get(next);
            Optional<JsonObject> found =
                    switch (part.isEmpty() ? ' ' : part.charAt(0)) {
                        case '$' -> Optional.empty();
                        case '+' -> find(entry, "variants", "case", part.substring(1));
                        case '*' ->
                                find(entry, "members", "name", part.substring(1))
                                        .filter(member -> member.find("default").isPresent());
                        default -> find(entry, "members", "name", part);
                    };
            if (part.startsWith("$")) {
                return new Step.End(hasFeature(entry, parts, next));
            }
            return found.isEmpty() ? NOWHERE : to(found.get().findString("type"), next + 1);
        }

        private boolean enumeration(JsonObject entry, List<String> parts, int next) {
            String part = parts.get(next);
            if (!part.startsWith("^")) {
                return false;
            }
            String value = part.substring(1);
            boolean isLast = next + 1 == parts.size();
            if (entry.findArray("members").isPresent()) {
                return find(entry, "members", "name", value)
                        .map(member -> isLast || hasFeature(member, parts, next + 1))
                        .orElse(false);
            }
            List<JsonValue> values = entry.findArray("values").orElse(List.of());
            return isLast && values.contains(new JsonString(value));
        }

        private boolean builtin(JsonObject entry, List<String> parts, int next) {
            String part = parts.get(next);
            return part.startsWith("!")
                    && next + 1 == parts.size()
                    && entry.findString("json-type").filter(part.substring(1)::equals).isPresent();
        }

        private boolean alternate(JsonObject entry, List<String> parts, int next) {
            for (JsonValue member : entry.findArray("members").orElse(List.of())) {
                if (member instanceof JsonObject object
                        && to(object.findString("type"), next)
                                instanceof Step.To(JsonObject target, int after)
                        && walk(target, parts, after)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean hasFeature(JsonObject entry, List<String> parts, int next) {
            String part = parts.get(next);
            return part.startsWith("$")
                    && next + 1 == parts.size()
                    && entry.find("features").orElse(new JsonArray(List.of()))
                            instanceof JsonArray(List<JsonValue> features)
                    && features.contains(new JsonString(part.substring(1)));
        }

        private static Optional<JsonObject> find(
                JsonObject entry, String list, String key, String wanted) {
            for (JsonValue item : entry.findArray(list).orElse(List.of())) {
                if (item instanceof JsonObject object
                        && object.findString(key).filter(wanted::equals).isPresent()) {
                    return Optional.of(object);
                }
            }
            return Optional.empty();
        }
    }
}
