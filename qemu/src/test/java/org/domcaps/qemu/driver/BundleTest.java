package org.domcaps.qemu.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.document.DocumentWriter;
import org.domcaps.driver.Driver;
import org.domcaps.driver.Request;
import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;
import org.domcaps.host.HostFacts;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.qemu.Fixtures;
import org.domcaps.qemu.probe.QemuProbe;
import org.domcaps.qemu.qmp.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

class BundleTest {

    @TempDir Path folder;

    static List<Path> bundles() {
        return Fixtures.bundles();
    }

    private Path unpacked() {
        return Fixtures.unpack(Fixtures.RECORDINGS.resolve("qemu-7.2"), folder.resolve("bundle"));
    }

    private static byte[] document(Driver driver, Request request) {
        return DocumentWriter.write(driver.domainCapabilities(request), request.release());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aBundleThatIsWrittenAgainIsTheSameAndGivesTheSameDocuments(Path recorded)
            throws IOException {
        Path first = Fixtures.unpack(recorded, folder.resolve("first"));
        Path second = folder.resolve("made/on/the/way");
        Bundle bundle = Bundle.read(first);

        List<String> written = bundle.write(second);

        assertThat(written).containsExactlyInAnyOrderElementsOf(Bundle.files(first));
        assertThat(Bundle.files(second)).containsExactlyInAnyOrderElementsOf(Bundle.files(first));
        assertThat(Bundle.read(second)).isEqualTo(bundle);
        for (String name : written) {
            if (name.endsWith(".replies")) {
                assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
            }
        }
        for (RecordedEmulator emulator : bundle.emulators()) {
            Request request =
                    Request.defaults()
                            .withEmulator(emulator.path())
                            .withArch(QemuProbe.replay(emulator.recording()).arch().xmlName());
            assertThat(document(Bundle.read(second).driver(), request))
                    .isEqualTo(document(bundle.driver(), request));
        }
    }

    @Test
    void recordingsAreNamedAsLibvirtNamesThem() {
        Recording recording = Fixtures.qemu72().recording();
        Bundle bundle =
                new Bundle(
                        List.of(
                                new RecordedEmulator("/usr/bin/qemu-system-x86_64", recording),
                                new RecordedEmulator("/opt/bin/qemu-system-x86_64", recording),
                                new RecordedEmulator(
                                        "/usr/bin/qemu-system-i386",
                                        Fixtures.qemu72i386().recording())),
                        HostFacts.plain());

        assertThat(bundle.write(folder))
                .containsExactly(
                        "caps_7.2.22_x86_64.replies",
                        "caps_7.2.22_x86_64+2.replies",
                        "caps_7.2.22_i686.replies",
                        "host-facts.json",
                        "bundle.json");
        assertThat(Bundle.read(folder)).isEqualTo(bundle);
    }

    @Test
    void aBundleNeedsAnEmulator() {
        assertThatThrownBy(() -> new Bundle(List.of(), HostFacts.plain()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRefused(Path bundle, String words) {
        assertThatThrownBy(() -> Bundle.read(bundle))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining(words)
                .hasMessageContaining(bundle.toString())
                .message()
                .doesNotContain("\n", "Exception");
    }

    @Test
    void aFolderWithoutAManifestIsNoBundle() {
        assertRefused(folder, folder + " is no facts bundle, it holds no bundle.json");
        assertRefused(folder.resolve("nosuch"), "No such file or directory");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | bundle.json",
                "hello | bundle.json",
                "[] | bundle.json",
                "{} | is not a facts bundle of form 1",
                "{'form': 2, 'emulators': []} | is not a facts bundle of form 1",
                "{'form': 'x'} | is not a facts bundle of form 1",
                "{'form': 1} | lists no emulator",
                "{'form': 1, 'emulators': []} | lists no emulator",
                "{'form': 1, 'emulators': {}} | lists no emulator",
                "{'form': 1, 'emulators': ['x']} | an emulator without 'path' or 'replies'",
                "{'form': 1, 'emulators': [{'path': '/q'}]} | an emulator without 'path' or"
                        + " 'replies'",
                "{'form': 1, 'emulators': [{'replies': 'q'}]} | an emulator without 'path' or"
                        + " 'replies'",
                "{'form': 1, 'emulators': [{'path': '/q', 'replies': '../q'}]} | outside the"
                        + " bundle: ../q",
                "{'form': 1, 'emulators': [{'path': '/q', 'replies': '/etc/passwd'}]} | outside the"
                        + " bundle",
                "{'form': 1, 'emulators': [{'path': '/q', 'replies': '..'}]} | Is a directory",
                "{'form': 1, 'emulators': [{'path': '/q', 'replies': 'q'}]} | q: No such file or"
                        + " directory"
            })
    void aManifestThatSaysSomethingElseIsRefused(String manifest, String words) throws IOException {
        Path bundle = unpacked();
        Files.writeString(bundle.resolve("bundle.json"), manifest.replace('\'', '"'));

        assertRefused(bundle, words);
    }

    @Test
    void aDamagedRecordingIsRefusedWithItsName() throws IOException {
        Path bundle = unpacked();
        Path replies = bundle.resolve("caps_7.2.22_x86_64.replies");
        byte[] whole = Files.readAllBytes(replies);
        Files.write(replies, Arrays.copyOf(whole, whole.length / 2));

        assertRefused(bundle, replies + ": not a QMP recording");
    }

    @Test
    void aRecordingMayBePackedInPlace() throws IOException {
        Path bundle = unpacked();
        Bundle plain = Bundle.read(bundle);
        Path replies = bundle.resolve("caps_7.2.22_x86_64.replies");
        Path packed = bundle.resolve("caps_7.2.22_x86_64.replies.gz");
        Files.write(packed, packed(Files.readAllBytes(replies)));
        Files.delete(replies);

        assertThat(Bundle.read(bundle)).isEqualTo(plain);
        assertThat(Bundle.readRecording(packed))
                .as("under its own name")
                .isEqualTo(Bundle.readRecording(replies));
        Bundle.remove(bundle);
        assertThat(packed).doesNotExist();
    }

    @Test
    void packedBytesUnderAPlainNameAreUnpackedToo() throws IOException {
        Path bundle = unpacked();
        Bundle plain = Bundle.read(bundle);
        Path replies = bundle.resolve("caps_7.2.22_x86_64.replies");
        Files.write(replies, packed(Files.readAllBytes(replies)));

        assertThat(Bundle.read(bundle)).isEqualTo(plain);
    }

    @Test
    void aPackedRecordingThatIsCutOffIsRefusedWithItsName() throws IOException {
        Path bundle = unpacked();
        Path replies = bundle.resolve("caps_7.2.22_x86_64.replies");
        byte[] whole = packed(Files.readAllBytes(replies));
        for (int length : new int[] {2, 11, whole.length / 2, whole.length - 1}) {
            Files.write(replies, Arrays.copyOf(whole, length));

            assertRefused(bundle, replies + ": the gzip data are damaged or cut off");
        }
        whole[whole.length / 2] ^= 0x55;
        whole[whole.length / 2 + 1] ^= 0x55;
        Files.write(replies, whole);
        assertRefused(bundle, replies + ": the gzip data are damaged or cut off");
    }

    @Test
    void aPackedRecordingCannotFillTheMemory() throws IOException {
        Path bundle = unpacked();
        Path replies = bundle.resolve("caps_7.2.22_x86_64.replies");
        Files.write(replies, packed(new byte[RecordingFile.MOST_BYTES + 1]));

        assertRefused(bundle, replies + " is longer than the limit of 16777216 bytes");
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    @Test
    void aRecordingThatLacksAnAnswerIsRefusedWithItsName() throws IOException {
        Path bundle = unpacked();
        Path replies = bundle.resolve("caps_7.2.22_x86_64.replies");
        Files.writeString(
                replies,
                Files.readString(replies).replace("\"query-machines\"", "\"query-devices\""));
        Driver driver = Bundle.read(bundle).driver();

        assertThatThrownBy(() -> driver.domainCapabilities(Request.defaults()))
                .isInstanceOfSatisfying(
                        DomcapsException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.SYSTEM))
                .hasMessageContaining("the recording of /usr/bin/qemu-system-x86_64")
                .hasMessageContaining("query-machines");
    }

    @Test
    void damagedHostFactsAreRefusedWithTheirName() throws IOException {
        Path bundle = unpacked();
        Path host = bundle.resolve("host-facts.json");
        for (String text : List.of("", "[]", "{\"arch\": \"z80\"}", "{\"unknown\": 1}")) {
            Files.writeString(host, text);
            assertRefused(bundle, host + ": ");
        }
        Files.delete(host);
        assertRefused(bundle, "cannot read " + host + ": No such file or directory");
    }

    @Test
    void aFolderThatCannotBeWrittenIsReported() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Bundle bundle = Bundle.read(unpacked());

        assertThatThrownBy(() -> bundle.write(file.resolve("sub")))
                .isInstanceOf(BundleException.class)
                .hasMessageStartingWith("cannot write " + file.resolve("sub"));
    }

    /// The manifest comes last, so that a folder that has one is whole.
    @Test
    void aWriteThatFailsLeavesNoManifest() throws IOException {
        Bundle bundle = Bundle.read(unpacked());
        Path target = Files.createDirectories(folder.resolve("target"));
        Files.createDirectories(target.resolve("host-facts.json"));

        assertThatThrownBy(() -> bundle.write(target)).isInstanceOf(BundleException.class);
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .doesNotContain("bundle.json");
        }
    }

    private static JsonObject facts(String text) {
        return JsonValue.object().put("told", text).build();
    }

    @Test
    void factsOfOtherHypervisorsAreKeptAsTheyAre() {
        SequencedMap<String, JsonObject> others = new LinkedHashMap<>();
        others.put("xen", facts("x"));
        others.put("bhyve", facts("b"));
        Bundle bundle = new Bundle(List.of(), HostFacts.plain(), others);

        List<String> names = bundle.write(folder);

        assertThat(names)
                .containsExactly(
                        "xen-facts.json", "bhyve-facts.json", "host-facts.json", "bundle.json");
        assertThat(Bundle.files(folder)).containsExactlyInAnyOrderElementsOf(names);
        assertThat(Bundle.read(folder)).isEqualTo(bundle);
        assertThat(Bundle.read(folder).hypervisors().sequencedKeySet())
                .containsExactly("xen", "bhyve");
        Bundle.remove(folder);
        assertThat(folder).isEmptyDirectory();
    }

    private static Bundle bhyve(String fact) {
        SequencedMap<String, JsonObject> others = new LinkedHashMap<>();
        others.put("bhyve", facts(fact));
        return new Bundle(List.of(), HostFacts.plain(), others);
    }

    @Test
    void aBundleTakesThePlaceOfAnOlderOne() throws IOException {
        Path other = Files.writeString(folder.resolve("notes"), "mine");
        SequencedMap<String, JsonObject> older = new LinkedHashMap<>();
        older.put("xen", facts("x"));
        new Bundle(List.of(), HostFacts.plain(), older).write(folder);

        List<String> names = BundleReplacement.write(bhyve("b"), folder);

        assertThat(names).containsExactly("bhyve-facts.json", "host-facts.json", "bundle.json");
        assertThat(Bundle.read(folder)).isEqualTo(bhyve("b"));
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder(
                        "notes", "bhyve-facts.json", "host-facts.json", "bundle.json");
        assertThat(other).hasContent("mine");
    }

    @Test
    void aBundleThatCannotBeWrittenLeavesTheOlderOneAsItIs() throws IOException {
        bhyve("older").write(folder);
        // Where the draft would be made lies a file.
        Path inTheWay =
                Files.writeString(folder.resolve(".domcaps-" + ProcessHandle.current().pid()), "");

        assertThatThrownBy(() -> BundleReplacement.write(bhyve("newer"), folder))
                .isInstanceOf(BundleException.class)
                .hasMessageStartingWith("cannot write " + inTheWay);

        assertThat(Bundle.read(folder)).isEqualTo(bhyve("older"));
    }

    @Test
    void aFolderThatWasMadeForABundleGoesIfItCannotBeWritten() throws IOException {
        Path parent = Files.writeString(folder.resolve("file"), "");
        Path child = parent.resolve("bundle");
        assertThatThrownBy(() -> BundleReplacement.write(bhyve("b"), child))
                .isInstanceOf(BundleException.class);
        assertThat(child).doesNotExist();
    }

    @Test
    void aFileThatIsTooLongForFactsIsRefused() throws IOException {
        Path file = folder.resolve("facts.json");
        Files.write(file, new byte[(4 << 20) + 1]);
        assertThatThrownBy(() -> Bundle.readHostFacts(file))
                .hasMessage(file + " is longer than the limit of 4194304 bytes");
    }

    @Test
    void aBundleWithoutQemuRefusesRequestsForIt() {
        SequencedMap<String, JsonObject> others = new LinkedHashMap<>();
        others.put("bhyve", facts("b"));
        Driver driver = new Bundle(List.of(), HostFacts.plain(), others).driver();

        assertThat(driver.emulators().offers()).isEmpty();
        assertThatThrownBy(() -> driver.domainCapabilities(Request.defaults()))
                .isInstanceOf(DomcapsException.class)
                .hasMessage("unable to find any emulator to serve '(null)' architecture");
        assertThatThrownBy(() -> driver.domainCapabilities(Request.defaults().withEmulator("/q")))
                .hasMessage("Cannot check QEMU binary /q: not in the bundle, which has no QEMU");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"name\": \"xen\"}] | has a hypervisor without 'name' or 'facts'",
                "[1] | has a hypervisor without 'name' or 'facts'",
                "[{\"name\": \"xen\", \"facts\": \"../x\"}] | names a file outside the bundle:"
                        + " ../x",
                "[{\"name\": \"xen\", \"facts\": \"none.json\"}] | cannot read",
                "[] | lists no emulator"
            })
    void aWrongListOfHypervisorsIsRefused(String list, String words) throws IOException {
        Files.writeString(
                folder.resolve("bundle.json"), "{\"form\": 1, \"hypervisors\": " + list + "}");

        assertThatThrownBy(() -> Bundle.read(folder))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining(words)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aBinaryUnderHypervisorFrameworkIsReplayedSo() {
        Recording recording = Fixtures.qemu72().recording();
        RecordedEmulator recorded = new RecordedEmulator("/opt/homebrew/bin/qemu", recording, true);
        new Bundle(List.of(recorded), HostFacts.plain()).write(folder);

        assertThat(Bundle.read(folder).emulators()).containsExactly(recorded);
    }
}
