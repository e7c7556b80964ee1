package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class RecordCommandTest {

    private final FakeBackend backend = new FakeBackend();

    @TempDir private Path folder;

    private Run run(String... words) {
        return Run.of(new FakeShell(), backend, words);
    }

    @Test
    void everyFileIsTold() {
        Path bundle = folder.resolve("bundle");
        assertThat(run("record", bundle.toString()))
                .isEqualTo(
                        new Run(
                                0,
                                "wrote "
                                        + bundle
                                        + "/qemu.replies  /usr/bin/qemu-system-x86_64\n"
                                        + "wrote "
                                        + bundle
                                        + "/host.json     facts of the host\n",
                                ""));
        assertThat(backend.recorded).containsExactly(bundle);
        assertThat(backend.sources.get(0).emulators()).isEmpty();
    }

    @Test
    void jsonSaysTheSame() throws IOException {
        Path bundle = folder.resolve("bundle");
        Run run = run("record", "--format", "json", bundle.toString());
        assertThat(run.code()).isZero();
        assertThat(JsonReader.read(run.out().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(
                        JsonReader.read(
                                """
                                {"files": [
                                   {"file": "BUNDLE/qemu.replies", "kind": "emulator",
                                    "subject": "/usr/bin/qemu-system-x86_64"},
                                   {"file": "BUNDLE/host.json", "kind": "host"}],
                                 "broken": []}
                                """
                                        .replace("BUNDLE", bundle.toString())
                                        .getBytes(StandardCharsets.UTF_8)));
        new PublishedSchema("record").assertDescribes(run.out());
    }

    @Test
    void aBrokenEmulatorIsToldAndTheOthersAreRecorded() throws IOException {
        backend.faults.add(FakeBackend.broken());
        Run run = run("record", folder.toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).hasLineCount(2);
        assertThat(run.err())
                .isEqualTo(
                        "domcaps record: /usr/bin/qemu-system-sparc is left out: internal error: it"
                                + " hangs\n");
        Run json = run("record", "--format=json", folder.toString());
        assertThat(json.code()).isEqualTo(3);
        assertThat(json.out()).contains("\"/usr/bin/qemu-system-sparc\"");
        new PublishedSchema("record").assertDescribes(json.out());
    }

    @Test
    void emulatorsMayBeNamed() {
        run("record", "--emulatorbin=/a", folder.toString(), "--emulatorbin", "/b");
        assertThat(backend.sources.get(0).emulators()).containsExactly("/a", "/b");
    }

    @Test
    void aFolderThatHoldsSomethingNeedsForce() throws IOException {
        Files.writeString(folder.resolve("x"), "");
        assertThat(run("record", folder.toString()))
                .isEqualTo(
                        new Run(
                                2,
                                "",
                                "domcaps record: "
                                        + folder
                                        + " is not empty; name another folder, or add --force; see "
                                        + "'domcaps record --help'\n"));
        assertThat(backend.recorded).isEmpty();
        assertThat(run("record", "--force", folder.toString()).code()).isZero();
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "");
        assertThat(run("record", file.toString(), "--force").err())
                .contains(file + " is no folder");
    }

    @Test
    void theFolderMustBeNamed() {
        assertThat(run("record"))
                .isEqualTo(
                        new Run(
                                2,
                                "",
                                "domcaps record: DIR is missing; see 'domcaps record --help'\n"));
    }
}
