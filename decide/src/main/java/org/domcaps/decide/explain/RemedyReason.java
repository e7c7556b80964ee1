package org.domcaps.decide.explain;

import org.domcaps.decide.Reason;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What would have to change.
public record RemedyReason(Remedy remedy) implements Reason {

    /// More ways than these are counted instead of named in the words.
    private static final int NAMED = 4;

    /// Checks.
    public RemedyReason {
        Objects.requireNonNull(remedy, "remedy");
    }

    @Override
    public String kind() {
        return "remedy";
    }

    @Override
    public String words() {
        return words(remedy);
    }

    private static String words(Remedy remedy) {
        return switch (remedy) {
            case Remedy.Change(_, String words) -> words;
            case Remedy.AllOf(List<Remedy> parts) -> joined(parts, ", and ", parts.size());
            case Remedy.OneOf(List<Remedy> parts) -> joined(parts, ", or ", NAMED);
        };
    }

    private static String joined(List<Remedy> parts, String between, int most) {
        List<String> words = new ArrayList<>();
        for (Remedy part : parts.subList(0, Math.min(most, parts.size()))) {
            words.add(
                    part instanceof Remedy.Change || parts.size() == 1
                            ? words(part)
                            : "(" + words(part) + ")");
        }
        int more = parts.size() - words.size();
        return String.join(between, words) + (more > 0 ? ", or one of " + more + " more" : "");
    }

    @Override
    public JsonObject toJson() {
        return JsonValue.object().put("kind", kind()).put("change", json(remedy)).build();
    }

    private static JsonObject json(Remedy remedy) {
        return switch (remedy) {
            case Remedy.Change(Remedy.Kind kind, String words) ->
                    JsonValue.object().put("do", kind.jsonName()).put("words", words).build();
            case Remedy.AllOf(List<Remedy> parts) ->
                    JsonValue.object().put("all", array(parts)).build();
            case Remedy.OneOf(List<Remedy> parts) ->
                    JsonValue.object().put("any", array(parts)).build();
        };
    }

    private static JsonArray array(List<Remedy> parts) {
        List<JsonValue> items = new ArrayList<>();
        for (Remedy part : parts) {
            items.add(json(part));
        }
        return new JsonArray(items);
    }
}
