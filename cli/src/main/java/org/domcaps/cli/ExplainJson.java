package org.domcaps.cli;

import org.domcaps.decide.explain.FindingJudge;
import org.domcaps.decide.explain.Overview;
import org.domcaps.decide.explain.PathQuery.Match;
import org.domcaps.decide.explain.RemedyReason;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.driver.explain.Finding;
import org.domcaps.driver.explain.Truth;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.ObjectBuilder;

import java.util.ArrayList;
import java.util.List;

/// Explanations as JSON; `docs/schema/explain.schema.json` describes it.
final class ExplainJson {

    private ExplainJson() {}

    /// What was asked for, as judgements.
    static JsonObject found(Explanation explanation, List<Match.Found> found) {
        List<JsonValue> asked = new ArrayList<>();
        List<JsonValue> below = new ArrayList<>();
        for (Match.Found match : found) {
            addAll(match.asked(), asked);
            addAll(match.below(), below);
        }
        Truth together = Truth.all(found.stream().map(Match.Found::truth).toList());
        return head(explanation)
                .put("outcome", together.jsonName())
                .put("asked", new JsonArray(asked))
                .put("below", new JsonArray(below))
                .build();
    }

    private static void addAll(List<Finding> findings, List<JsonValue> into) {
        for (Finding finding : findings) {
            into.add(JudgementJson.one(FindingJudge.judge(finding)));
        }
    }

    /// What is missing.
    static JsonObject overview(Explanation explanation, Overview overview) {
        List<JsonValue> sections = new ArrayList<>();
        for (Overview.Section section : overview.sections()) {
            sections.add(section(section));
        }
        List<String> unknown = overview.unknown().stream().map(Finding::path).toList();
        return head(explanation)
                .put("sections", new JsonArray(sections))
                .put("models", models(overview.models()))
                .put("unknown", JsonValue.ofStrings(unknown))
                .build();
    }

    private static JsonObject section(Overview.Section section) {
        List<JsonValue> groups = new ArrayList<>();
        for (Overview.Group group : section.groups()) {
            List<JsonValue> judgements = new ArrayList<>();
            addAll(group.findings(), judgements);
            groups.add(
                    JsonValue.object()
                            .put("remedy", new RemedyReason(group.remedy()).words())
                            .put("judgements", new JsonArray(judgements))
                            .build());
        }
        return JsonValue.object()
                .put("topic", section.topic().jsonName())
                .put("severity", section.topic().severity().jsonName())
                .put("groups", new JsonArray(groups))
                .build();
    }

    private static JsonObject models(Overview.Models models) {
        List<JsonValue> causes = new ArrayList<>();
        models.causes()
                .forEach((cause, counts) -> {
                    List<JsonValue> features = new ArrayList<>();
                    counts.forEach((feature, count) ->
                            features.add(
                                    JsonValue.object()
                                            .put("name", feature)
                                            .put("models", count)
                                            .build()));
                    causes.add(
                            JsonValue.object()
                                    .put("cause", cause.jsonName())
                                    .put("features", new JsonArray(features))
                                    .build());
                });
        return JsonValue.object()
                .put("all", models.all())
                .put("unusable", models.unusable())
                .put("causes", new JsonArray(causes))
                .build();
    }

    private static ObjectBuilder head(Explanation explanation) {
        ObjectBuilder about = JsonValue.object();
        explanation.document().path().ifPresent(path -> about.put("emulator", path));
        explanation.document().arch().ifPresent(arch -> about.put("arch", arch));
        explanation.document().machine().ifPresent(machine -> about.put("machine", machine));
        explanation.document().domain().ifPresent(type -> about.put("virttype", type));
        about.put("release", explanation.release().toString());
        return JsonValue.object()
                .put("about", about.build())
                .put("basis", explanation.basis().jsonName())
                .put("notes", JsonValue.ofStrings(explanation.notes()));
    }
}
