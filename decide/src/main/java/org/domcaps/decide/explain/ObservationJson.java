package org.domcaps.decide.explain;

import org.domcaps.driver.explain.Observation;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;

import java.util.ArrayList;
import java.util.List;

/// Observations as JSON.
final class ObservationJson {

    private ObservationJson() {}

    static JsonArray of(List<Observation> observations) {
        List<JsonValue> items = new ArrayList<>();
        for (Observation observation : observations) {
            items.add(
                    JsonValue.object()
                            .put("source", observation.source().jsonName())
                            .put("place", observation.place())
                            .put("detail", observation.detail())
                            .put("seen", observation.seen())
                            .build());
        }
        return new JsonArray(items);
    }
}
