package org.domcaps.cli;

import org.domcaps.decide.Judgement;
import org.domcaps.decide.Reason;
import org.domcaps.decide.TextPlace;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/// Judgements as JSON. `docs/schema/judgement.schema.json` describes one,
/// `docs/schema/judgements.schema.json` groups of them.
final class JudgementJson {

    private JudgementJson() {}

    /// Groups of judgements and what they say together.
    static JsonObject of(List<JudgementGroup> groups) {
        List<JsonValue> items = new ArrayList<>();
        for (JudgementGroup group : groups) {
            items.add(
                    JsonValue.object()
                            .put("about", strings(group.about()))
                            .put("outcome", group.outcome().jsonName())
                            .put("judgements", all(group.judgements()))
                            .build());
        }
        return JsonValue.object()
                .put("outcome", JudgementGroup.together(groups).jsonName())
                .put("groups", new JsonArray(items))
                .build();
    }

    /// Several judgements, in their order.
    static JsonArray all(List<Judgement> judgements) {
        List<JsonValue> items = new ArrayList<>();
        for (Judgement judgement : judgements) {
            items.add(one(judgement));
        }
        return new JsonArray(items);
    }

    /// One judgement.
    static JsonObject one(Judgement judgement) {
        JsonValue.ObjectBuilder object =
                JsonValue.object()
                        .put("id", judgement.id())
                        .put("outcome", judgement.outcome().jsonName())
                        .put("severity", judgement.severity().jsonName())
                        .put("subject", judgement.subject());
        judgement.place().ifPresent(place -> object.put("place", place(place)));
        List<JsonValue> reasons = new ArrayList<>();
        for (Reason reason : judgement.reasons()) {
            reasons.add(reason(reason));
        }
        return object.put("message", judgement.message())
                .put("reasons", new JsonArray(reasons))
                .build();
    }

    private static JsonObject place(TextPlace place) {
        return JsonValue.object()
                .put("file", place.text())
                .put("line", place.line())
                .put("column", place.column())
                .build();
    }

    /// What the reason holds, and its words, so that a program can show them.
    private static JsonObject reason(Reason reason) {
        return JsonValue.object()
                .put("kind", reason.kind())
                .put("words", reason.words())
                .putAll(reason.toJson().members())
                .build();
    }

    private static JsonObject strings(SequencedMap<String, String> texts) {
        JsonValue.ObjectBuilder object = JsonValue.object();
        texts.forEach(object::put);
        return object.build();
    }
}
