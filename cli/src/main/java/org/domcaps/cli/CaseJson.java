package org.domcaps.cli;

import org.domcaps.conformance.CaseResult;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonWriter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// All results as one JSON text, printed at the end; `docs/schema/conformance.schema.json`
/// describes it.
final class CaseJson implements CaseOutput {

    private final Context context;
    private final List<JsonValue> cases = new ArrayList<>();

    CaseJson(Context context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public void add(CaseResult result) {
        JsonValue.ObjectBuilder object = JsonValue.object().put("name", result.name());
        switch (result) {
            case CaseResult.Passed _ -> object.put("result", "passed");
            case CaseResult.Failed(String _, String expected, String computed) ->
                    object.put("result", "failed")
                            .put(
                                    "difference",
                                    UnifiedDiff.of("expected", expected, "computed", computed));
            case CaseResult.Broken(String _, String why) ->
                    object.put("result", "failed").put("reason", why);
            case CaseResult.Skipped(String _, String why) ->
                    object.put("result", "skipped").put("reason", why);
        }
        cases.add(object.build());
    }

    @Override
    public void end(Counts counts) {
        context.print(
                JsonWriter.pretty(
                                JsonValue.object()
                                        .put("passed", counts.passed())
                                        .put("failed", counts.failed())
                                        .put("skipped", counts.skipped())
                                        .put("cases", new JsonArray(cases))
                                        .build())
                        + "\n");
    }
}
