package org.domcaps.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.error.DomcapsException;
import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonWriter;
import org.domcaps.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

class DocumentJsonTest {

    private static DomainCapabilities document(String body) {
        return DocumentReader.read(
                ("<domainCapabilities>" + body + "</domainCapabilities>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static JsonValue json(String text) {
        return JsonReader.readStrict(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSchemaIsTheOneOfTheModel() {
        String text = JsonWriter.pretty(JsonSchemaGenerator.schema()) + "\n";
        Path resource =
                Path.of("src/main/resources/org/domcaps/document/domain-capabilities.schema.json");
        Path published = Path.of("../docs/schema/domain-capabilities.schema.json");
        assertThat(text).isEqualTo(Golden.expected(resource, text));
        assertThat(text).isEqualTo(Golden.expected(published, text));
    }

    @Test
    void theSchemaIsOnTheClassPath() {
        assertThat(json(DocumentJson.schema()).equals(JsonSchemaGenerator.schema()))
                .as("the schema on the class path is the generated one")
                .isTrue();
    }

    @Test
    void everythingAsJson() {
        String text =
                JsonWriter.pretty(DocumentJson.toJson(DocumentReader.read(Fixtures.everything())))
                        + "\n";
        assertThat(text)
                .isEqualTo(
                        Golden.expected(
                                Path.of("src/test/resources/org/domcaps/document/everything.json"),
                                text));
    }

    @Test
    void nothingIsLost() {
        DomainCapabilities document = DocumentReader.read(Fixtures.everything());
        JsonValue json = json(JsonWriter.compact(DocumentJson.toJson(document)));
        assertThat(DocumentJson.fromJson(json)).isEqualTo(document);
    }

    @Test
    void unknownThingsAreNotLost() {
        DomainCapabilities document =
                document(
                        """
                        <path>/x</path>
                        <future a='1'><in b='&lt;'>text</in><in/></future>
                        <os supported='yes' more='x'><enum name='firmware'/><other>o</other><loader supported='no'/></os>
                        <cpu level='2'><mode name='custom' supported='yes'><model usable='no' age='1' deprecated='no'>A</model>
                        <hint/></mode></cpu>
                        <devices><disk supported='yes'><enum name='what'><value>x</value></enum><deep/></disk></devices>
                        <features/>
                        """);
        JsonValue json = DocumentJson.toJson(document);
        assertThat(DocumentJson.fromJson(json)).isEqualTo(document);
        assertThat(new SchemaCheck(DocumentJson.schema()).faults(json)).isEmpty();
    }

    @Test
    void whatIsNotReportedHasNoMember() {
        JsonValue.JsonObject json = DocumentJson.toJson(document("<iothreads supported='no'/>"));
        assertThat(JsonWriter.compact(json))
                .isEqualTo("{\"iothreads\":{\"supported\":false},\"devices\":{}}");
        assertThat(DocumentJson.fromJson(json("{}"))).isEqualTo(document(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | the document: must be an object",
                "{\"paht\":\"x\"} | paht: is not known here",
                "{\"path\":1} | path: must be a string",
                "{\"vcpu\":{}} | vcpu: lacks \"max\"",
                "{\"vcpu\":{\"max\":-1}} | vcpu.max: must be a whole number that is not negative",
                "{\"vcpu\":{\"max\":1.5}} | vcpu.max: must be a whole number that is not negative",
                "{\"iothreads\":{}} | iothreads: lacks \"supported\"",
                "{\"iothreads\":true} | iothreads: must be an object",
                "{\"devices\":{\"disk\":{\"supported\":\"yes\"}}} | devices.disk.supported: must be"
                        + " true or false",
                "{\"devices\":{\"disk\":{\"supported\":true,\"enums\":{\"bus\":[\"a\",1]}}}}"
                        + " | devices.disk.enums.bus[1]: must be a string",
                "{\"devices\":{\"disk\":{\"supported\":true,\"enums\":{\"bus\":\"a\"}}}}"
                        + " | devices.disk.enums.bus: must be an array",
                "{\"devices\":{\"disk\":{\"supported\":true,\"paths\":[]}}} | devices.disk.paths:"
                        + " is not known here",
                "{\"os\":{\"supported\":true,\"loader\":{\"supported\":true,\"paths\":[null]}}}"
                        + " | os.loader.paths[0]: must be a string",
                "{\"cpu\":{\"custom\":{\"supported\":true,\"models\":[{\"name\":\"a\",\"usable\":\"x\"}]}}}"
                    + " | cpu.custom.models[0].usable: must be yes, no or unknown, not 'x'",
                "{\"cpu\":{\"custom\":{\"supported\":true,\"models\":[{\"name\":\"a\"}]}}}"
                        + " | cpu.custom.models[0]: lacks \"usable\"",
                "{\"cpu\":{\"host-model\":{\"supported\":true,\"model\":\"a\"}}} | cpu.host-model:"
                        + " lacks \"features\"",
                "{\"cpu\":{\"host-model\":{\"supported\":true,\"model\":\"a\",\"fallback\":\"x\","
                        + "\"features\":[{\"policy\":\"x\",\"name\":\"y\"}]}}}"
                        + " | cpu.host-model.features[0].policy: unknown policy 'x'",
                "{\"extras\":{\"elements\":[{\"index\":0}]}} | extras.elements[0]: lacks"
                        + " \"element\"",
                "{\"extras\":{\"elements\":[{\"index\":0,\"element\":{\"name\":\"a b\"}}]}}"
                        + " | extras.elements[0].element.name: 'a b' cannot be a name in XML",
                "{\"iothreads\":{\"supported\":true,\"extras\":{\"attributes\":{\"supported\":\"x\"}}}}"
                    + " | iothreads.extras.attributes.supported: has a place of its own",
                "{\"extras\":{\"attributes\":{\"1\":\"x\"}}} | extras.attributes.1: '1' cannot be a"
                        + " name in XML",
            })
    void errorsNameTheMember(String text, String message) {
        assertThatThrownBy(() -> DocumentJson.fromJson(json(text)))
                .isInstanceOf(DocumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void theSchemaRefusesWhatTheReaderRefuses() {
        SchemaCheck check = new SchemaCheck(JsonWriter.compact(JsonSchemaGenerator.schema()));
        for (String text :
                List.of(
                        "[]",
                        "{\"paht\":\"x\"}",
                        "{\"vcpu\":{}}",
                        "{\"iothreads\":{}}",
                        "{\"devices\":{\"disk\":{\"supported\":\"yes\"}}}",
                        "{\"devices\":{\"disk\":{\"supported\":true,\"enums\":{\"bus\":[1]}}}}",
                        "{\"cpu\":{\"host-model\":{\"supported\":true,\"model\":\"a\"}}}",
                        "{\"cpu\":{\"custom\":{\"supported\":true,\"models\":[{\"name\":\"a\"}]}}}")) {
            assertThat(check.faults(json(text))).as(text).isNotEmpty();
        }
        assertThat(check.faults(json("{}"))).isEmpty();
    }

    @Test
    void damagedJsonIsReadOrRefused() {
        byte[] whole =
                JsonWriter.compact(DocumentJson.toJson(DocumentReader.read(Fixtures.everything())))
                        .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(Long.getLong("fuzz.seed", 20260101));
        int read = 0;
        int rounds = Integer.getInteger("fuzz.rounds", 3000);
        for (int round = 0; round < rounds; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 2; i++) {
                damaged[random.nextInt(damaged.length)] =
                        (byte) "{}[]:,\"0a-1.tfn ".charAt(random.nextInt(16));
            }
            try {
                DocumentWriter.write(
                        DocumentJson.fromJson(JsonReader.read(damaged)), Release.NEWEST);
                read++;
            } catch (DomcapsException e) {
                assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
            }
        }
        assertThat(read).isBetween(rounds / 20, rounds - rounds / 20);
    }
}
