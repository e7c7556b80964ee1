package org.domcaps.decide.explain;

import org.domcaps.decide.Reason;
import org.domcaps.driver.explain.Decision;
import org.domcaps.driver.explain.Proof;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.ObjectBuilder;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A rule that had a say.
public record RuleReason(Decision decision) implements Reason {
    /// Checks.
    public RuleReason {
        Objects.requireNonNull(decision, "decision");
    }

    @Override
    public String kind() {
        return "rule";
    }

    @Override
    public String words() {
        Proof proof = decision.proof();
        return decision.about() + " if " + proof.words() + ": " + proof.truth().jsonName();
    }

    @Override
    public JsonObject toJson() {
        ObjectBuilder object =
                JsonValue.object()
                        .put("kind", kind())
                        .put("about", decision.about())
                        .put("since", decision.since().toString());
        decision.until().ifPresent(until -> object.put("until", until.toString()));
        return object.put("proof", proof(decision.proof())).build();
    }

    private static JsonObject proof(Proof proof) {
        ObjectBuilder object =
                JsonValue.object()
                        .put("words", proof.words())
                        .put("truth", proof.truth().jsonName());
        return switch (proof) {
            case Proof.Fact fact ->
                    object.put("observations", ObservationJson.of(fact.observations())).build();
            case Proof.Not(_, Proof inner) -> object.put("not", proof(inner)).build();
            case Proof.All(_, List<Proof> parts) -> object.put("all", proofs(parts)).build();
            case Proof.Any(_, List<Proof> parts) -> object.put("any", proofs(parts)).build();
        };
    }

    private static JsonArray proofs(List<Proof> parts) {
        List<JsonValue> items = new ArrayList<>();
        for (Proof part : parts) {
            items.add(proof(part));
        }
        return new JsonArray(items);
    }
}
