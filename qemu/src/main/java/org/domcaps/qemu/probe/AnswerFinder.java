package org.domcaps.qemu.probe;

import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.qemu.Answers;
import org.domcaps.qemu.Question;
import org.domcaps.qemu.rules.Catalogue;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Answers the questions of the rules from QEMU's replies.
final class AnswerFinder {

    private final SchemaIndex schema;
    private final Set<String> types;
    private final Map<String, Set<String>> properties = new HashMap<>();
    private final Map<String, Set<String>> options = new HashMap<>();
    private Set<String> tpmModels = Set.of();
    private Set<String> tpmTypes = Set.of();

    AnswerFinder(SchemaIndex schema, Set<String> types) {
        this.schema = schema;
        this.types = types;
    }

    void properties(String type, Set<String> names) {
        properties.put(type, names);
    }

    /// Takes the reply to `query-command-line-options`; of an option that is there twice the last
    /// entry counts.
    void options(List<JsonValue> reply) {
        for (JsonValue item : reply) {
            if (item instanceof JsonObject entry) {
                options.put(
                        Replies.requireString("query-command-line-options", entry, "option"),
                        FirstRun.names(
                                "query-command-line-options",
                                entry.findArray("parameters").orElse(List.of())));
            }
        }
    }

    /// Takes the replies about TPMs.
    void tpm(List<JsonValue> models, List<JsonValue> backends) {
        tpmModels = FirstRun.names("query-tpm-models", models);
        tpmTypes = FirstRun.names("query-tpm-types", backends);
    }

    boolean hasProperty(String type, String property) {
        return properties.getOrDefault(type, Set.of()).contains(property);
    }

    Answers answers() {
        Set<String> yes = new LinkedHashSet<>();
        for (Question question : Catalogue.instance().questions()) {
            if (isYes(question)) {
                yes.add(question.id());
            }
        }
        return new Answers(yes);
    }

    private boolean isYes(Question question) {
        return switch (question) {
            case Question.TypeExists(String type) -> types.contains(type);
            case Question.PropertyExists(String type, String property) ->
                    hasProperty(type, property);
            case Question.SchemaPath(String path) -> schema.has(path);
            case Question.OptionExists(String option) -> options.containsKey(option);
            case Question.OptionParameter(String option, String parameter) ->
                    options.getOrDefault(option, Set.of()).contains(parameter);
            case Question.TpmModelListed(String model) -> tpmModels.contains(model);
            case Question.TpmTypeListed(String type) -> tpmTypes.contains(type);
        };
    }
}
