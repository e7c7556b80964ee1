package org.domcaps.qemu.driver;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.domcaps.document.DocumentWriter;
import org.domcaps.document.Release;
import org.domcaps.driver.Driver;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Request;
import org.domcaps.error.DomcapsException;
import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.qemu.Fixtures;
import org.domcaps.testkit.Golden;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Recorded machines and the documents they must give.
///
/// A case is a folder `recordings/BUNDLE/cases/CASE` with two files: `request.json` and
/// `expected.xml` (or `expected.txt` where the answer is a refusal). A new case is a new folder;
/// `-Dgolden=update` writes what is expected.
///
/// Members of `request.json`, each optional: `emulator`, `arch`, `machine`, `virttype`, `flags`
/// (the number on the wire), `release`, and `show`: `all`, `host-model` for that mode alone, or
/// `no-models` for everything but the mode custom, which is long and seldom differs.
class RecordedDocumentsTest {

    private static final Set<String> KNOWN_MEMBERS =
            Set.of("emulator", "arch", "machine", "virttype", "flags", "release", "show");

    @TestFactory
    Stream<DynamicContainer> everyBundleGivesItsDocuments() {
        return Fixtures.bundles().stream()
                .map(bundle ->
                        DynamicContainer.dynamicContainer(
                                bundle.getFileName().toString(), cases(bundle)));
    }

    private Stream<DynamicTest> cases(Path bundle) {
        Driver driver = Bundle.read(bundle).driver();
        return list(bundle.resolve("cases")).stream()
                .map(folder ->
                        DynamicTest.dynamicTest(
                                folder.getFileName().toString(), () -> check(driver, folder)));
    }

    private static void check(Driver driver, Path folder) throws IOException {
        JsonObject wanted =
                JsonReader.readObject(Files.readAllBytes(folder.resolve("request.json")));
        requireKnownMembers(wanted);
        Request request = request(wanted);
        String document;
        try {
            document =
                    new String(
                            DocumentWriter.write(
                                    driver.domainCapabilities(request), request.release()),
                            UTF_8);
        } catch (DomcapsException e) {
            Golden.check(
                    folder.resolve("expected.txt"),
                    e.code().number() + " " + e.libvirtMessage() + "\n");
            return;
        }
        Golden.check(
                folder.resolve("expected.xml"),
                shown(document, wanted.findString("show").orElse("all")));
    }

    private static void requireKnownMembers(JsonObject wanted) {
        for (String member : wanted.members().keySet()) {
            if (!KNOWN_MEMBERS.contains(member)) {
                throw new IllegalArgumentException("request.json: unknown member " + member);
            }
        }
    }

    private static Request request(JsonObject wanted) {
        long bits = wanted.findLong("flags").orElse(0);
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Flag flag : Flag.values()) {
            if ((bits & flag.bit()) != 0) {
                flags.add(flag);
            }
        }
        Optional<Release> release =
                wanted.findString("release").map(text -> Release.parse(text).orElseThrow());
        return new Request(
                wanted.findString("emulator"),
                wanted.findString("arch"),
                wanted.findString("machine"),
                wanted.findString("virttype"),
                flags,
                release.orElse(Release.NEWEST));
    }

    private static String shown(String document, String part) {
        return switch (part) {
            case "all" -> document;
            case "host-model" -> {
                int start = document.indexOf("    <mode name='host-model'");
                yield document.substring(start, endOfMode(document, start));
            }
            case "no-models" -> {
                int start = document.indexOf("    <mode name='custom'");
                yield document.substring(0, start) + document.substring(endOfMode(document, start));
            }
            default -> throw new IllegalArgumentException("request.json: cannot show " + part);
        };
    }

    private static int endOfMode(String document, int start) {
        int lineEnd = document.indexOf('\n', start) + 1;
        if (document.startsWith("/>\n", lineEnd - 3)) {
            return lineEnd;
        }
        String end = "    </mode>\n";
        return document.indexOf(end, start) + end.length();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
