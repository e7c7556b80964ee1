package org.domcaps.cli;

import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.library.RecordedBundle;
import org.domcaps.library.RecordedFile;

import java.util.ArrayList;
import java.util.List;

/// A bundle that was written as JSON; `docs/schema/record.schema.json` describes it.
final class RecordJson {

    private RecordJson() {}

    static JsonValue of(RecordedBundle bundle) {
        List<JsonValue> files = new ArrayList<>();
        for (RecordedFile file : bundle.files()) {
            JsonValue.ObjectBuilder object =
                    JsonValue.object()
                            .put("file", file.file().toString())
                            .put("kind", file.kind().jsonName());
            if (!file.subject().isEmpty()) {
                object.put("subject", file.subject());
            }
            files.add(object.build());
        }
        return JsonValue.object()
                .put("files", new JsonArray(files))
                .put("broken", Faults.json(bundle.faults()))
                .build();
    }
}
