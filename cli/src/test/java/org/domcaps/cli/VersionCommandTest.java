package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.json.JsonReader;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

class VersionCommandTest {

    private final FakeBackend backend = new FakeBackend();

    private Run run(String... words) {
        return Run.of(new FakeShell(), backend, words);
    }

    @Test
    void theShortFormIsOneLine() {
        Run run = run("--version");
        assertThat(run.code()).isZero();
        assertThat(run.out()).matches("domcaps \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    }

    @Test
    void theShortFormTakesNoMoreWords() {
        assertThat(run("--version", "x"))
                .isEqualTo(
                        new Run(
                                2,
                                "",
                                "domcaps: there is one word too many, 'x'; see 'domcaps"
                                        + " --help'\n"));
    }

    @Test
    void theLongFormNamesFormatAndJava() {
        Run run = run("version");
        assertThat(run.out())
                .startsWith(run("--version").out())
                .contains("\nwrites the format of libvirt 10.7 to 12.8\n")
                .contains("\nruns on Java " + Runtime.version() + " (");
        assertThat(backend.sources).as("no emulator is looked for").isEmpty();
    }

    @Test
    void verboseNamesEmulators() {
        assertThat(run("version", "--verbose").out())
                .endsWith(
                        """
                        emulator /usr/bin/qemu-system-x86_64   9.1.0
                        emulator /usr/bin/qemu-system-aarch64  9.1.0
                        """);
        backend.offers.clear();
        assertThat(run("version", "--verbose").out()).endsWith("\nno emulator found\n");
    }

    @Test
    void aBrokenEmulatorIsToldBesideTheOthers() {
        backend.faults.add(FakeBackend.broken());
        Run run = run("version", "--verbose");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("\nemulator /usr/bin/qemu-system-x86_64 ");
        assertThat(run.err())
                .isEqualTo(
                        "domcaps version: /usr/bin/qemu-system-sparc is left out: internal error:"
                                + " it hangs\n");
        backend.offers.clear();
        assertThat(run("version", "--verbose").out()).doesNotContain("no emulator found");
    }

    @Test
    void jsonSaysTheSame() {
        var json =
                JsonReader.readObject(
                        run("version", "--verbose", "--format", "json")
                                .out()
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(json.members().sequencedKeySet())
                .containsExactly(
                        "domcaps",
                        "oldestGeneration",
                        "newestGeneration",
                        "java",
                        "emulators",
                        "broken");
        assertThat(json.findArray("emulators").orElseThrow()).hasSize(2);
        assertThat(run("version", "--format=json").out()).doesNotContain("emulators");
    }

    @Test
    void thePublishedSchemaDescribesTheJson() throws IOException {
        PublishedSchema schema = new PublishedSchema("version");
        schema.assertDescribes(run("version", "--format", "json").out());
        schema.assertDescribes(run("version", "--format", "json", "--verbose").out());
        backend.faults.add(FakeBackend.broken());
        schema.assertDescribes(run("version", "--format", "json", "--verbose").out());
    }
}
