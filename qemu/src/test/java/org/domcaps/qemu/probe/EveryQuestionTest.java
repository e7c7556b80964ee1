package org.domcaps.qemu.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.Question;
import org.domcaps.qemu.rules.Catalogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Every question that the rules ask of QEMU, from a hand-made reply to the answer: a QEMU that
/// says just this, and one that says something like it.
class EveryQuestionTest {

    static Collection<Question> questions() {
        return Catalogue.instance().questions();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void isAnsweredYesByTheReplyThatSaysSoAndByNoOther(Question question) {
        assertThat(answers(question)).contains(question.id());
        assertThat(answers(question)).as("nothing else is told").hasSizeLessThan(3);
        assertThat(answers(other(question))).doesNotContain(question.id());
        assertThat(FirstRun.of(FakeQemu.of("x86_64")).answers().yes()).isEmpty();
    }

    private static Collection<String> answers(Question question) {
        QemuFacts facts = FirstRun.of(telling(question));
        return facts.answers().yes();
    }

    /// The same kind of question, about something that no QEMU has.
    private static Question other(Question question) {
        return switch (question) {
            case Question.TypeExists(String type) -> new Question.TypeExists(type + "-x");
            case Question.PropertyExists(String type, String property) ->
                    new Question.PropertyExists(type, property + "-x");
            case Question.SchemaPath(String path) -> new Question.SchemaPath(path + "-x");
            case Question.OptionExists(String option) -> new Question.OptionExists(option + "-x");
            case Question.OptionParameter(String option, String parameter) ->
                    new Question.OptionParameter(option, parameter + "-x");
            case Question.TpmModelListed(String model) -> new Question.TpmModelListed(model + "-x");
            case Question.TpmTypeListed(String type) -> new Question.TpmTypeListed(type + "-x");
        };
    }

    private static FakeQemu telling(Question question) {
        FakeQemu qemu =
                FakeQemu.of("x86_64")
                        .fails("query-sev-capabilities", "GenericError")
                        .fails("query-sgx-capabilities", "GenericError");
        return switch (question) {
            case Question.TypeExists(String type) -> qemu.returns("qom-list-types", named(type));
            case Question.PropertyExists(String type, String property) ->
                    qemu.returns("qom-list-types", named(type)).properties(type, property);
            case Question.SchemaPath(String path) -> qemu.returns("query-qmp-schema", schema(path));
            case Question.OptionExists(String option) ->
                    qemu.returns(
                            "query-command-line-options",
                            "[{'option': '" + option + "', 'parameters': []}]");
            case Question.OptionParameter(String option, String parameter) ->
                    qemu.returns(
                            "query-command-line-options",
                            "[{'option': '"
                                    + option
                                    + "', 'parameters': "
                                    + named(parameter)
                                    + "}]");
            case Question.TpmModelListed(String model) ->
                    qemu.returns("query-tpm-models", "['" + model + "']")
                            .returns("query-tpm-types", "[]");
            case Question.TpmTypeListed(String type) ->
                    qemu.returns("query-tpm-models", "[]")
                            .returns("query-tpm-types", "['" + type + "']");
        };
    }

    private static String named(String name) {
        return "[{'name': '" + name + "'}]";
    }

    /// The smallest schema in which a path leads somewhere: one entry per component, the type of
    /// each named by its number.
    private static String schema(String path) {
        String[] steps = path.split("/");
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            String name = i == 0 ? steps[0] : Integer.toString(i);
            String next = i + 1 < steps.length ? steps[i + 1] : "";
            entries.add(
                    "{'name': '"
                            + name
                            + "', "
                            + content(i == 0, next, Integer.toString(i + 1))
                            + "}");
        }
        return "[" + String.join(", ", entries) + "]";
    }

    private static String content(boolean command, String step, String type) {
        if (command) {
            return "'meta-type': 'command'"
                    + (step.isEmpty() ? "" : ", '" + step + "': '" + type + "'");
        }
        if (step.startsWith("+")) {
            return "'meta-type': 'object', 'members': [], 'variants': [{'case': '"
                    + step.substring(1)
                    + "', 'type': '"
                    + type
                    + "'}]";
        }
        return "'meta-type': 'object', 'members': "
                + (step.isEmpty() ? "[]" : "[{'name': '" + step + "', 'type': '" + type + "'}]");
    }
}
