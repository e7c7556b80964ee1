package org.domcaps.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.decide.hosts.HostGroup;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.decide.hosts.UnreadHost;
import org.domcaps.document.DocumentJson;
import org.domcaps.document.DocumentReader;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.driver.Driver;
import org.domcaps.driver.EmulatorList;
import org.domcaps.driver.Request;
import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;
import org.domcaps.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class HostReaderTest {

    private static final String PC =
            "<domainCapabilities><domain>kvm</domain><arch>x86_64</arch></domainCapabilities>";

    @TempDir Path folder;
    private String standardInput = "";
    private int parsed;

    @Test
    void equalDocumentsInWhateverFormAreOneGroup() throws IOException {
        write("a.xml", PC);
        write("b.xml", PC);
        write("c.xml", PC.replace("><", ">\n  <"));
        write(
                "d.json",
                JsonWriter.pretty(
                        DocumentJson.toJson(
                                DocumentReader.read(PC.getBytes(StandardCharsets.UTF_8)))));
        write("e.xml", PC.replace("kvm", "qemu"));

        HostSet<DomainCapabilities> set = read(folder);

        assertThat(set.groups())
                .extracting(HostGroup::hosts)
                .containsExactly(List.of("a", "b", "c", "d"), List.of("e"));
        assertThat(set.unread()).isEmpty();
    }

    @Test
    void theSameBytesAreParsedOnce() throws IOException {
        write("a.xml", PC);
        write("b.xml", PC);
        write("c.xml", "broken");
        write("d.xml", "broken");
        HostReader<String> reader =
                new HostReader<>(
                        bytes -> {
                            parsed++;
                            if (bytes.length < 10) {
                                throw new DomcapsException(ErrorCode.XML, "it is broken");
                            }
                            return "fine";
                        },
                        _ -> "facts",
                        InputStream.nullInputStream());

        HostSet<String> set =
                reader.read(HostFiles.find(List.of(HostOperand.of(folder))), ReadProgress.NONE);

        assertThat(parsed).isEqualTo(2);
        assertThat(set.hostCount()).isEqualTo(2);
        assertThat(set.unread())
                .extracting(UnreadHost::reason)
                .containsExactly(
                        folder.resolve("c.xml") + ": it is broken",
                        folder.resolve("d.xml") + ": it is broken");
    }

    @Test
    void aBadFileHasItsLineAndTheOthersGoOn() throws IOException {
        write("a.xml", "<domain/>");
        write("b.xml", PC);
        write("c.json", "{\"arch\": 1}");
        write("huge.xml", "x".repeat(HostReader.MOST_BYTES + 1));
        List<Path> paths = new ArrayList<>(List.of(folder, folder.resolve("missing.xml")));

        HostSet<DomainCapabilities> set = read(paths.toArray(new Path[0]));

        assertThat(set.groups()).extracting(HostGroup::hosts).containsExactly(List.of("b"));
        assertThat(set.unread())
                .extracting(UnreadHost::host)
                .containsExactly("a", "c", "huge", "missing");
        assertThat(set.unread().get(0).reason())
                .startsWith(folder.resolve("a.xml") + ": this is a domain definition");
        assertThat(set.unread().get(1).reason()).startsWith(folder.resolve("c.json") + ": arch");
        assertThat(set.unread().get(2).reason()).endsWith("larger than the limit of 4194304 bytes");
        assertThat(set.unread().get(3).reason())
                .isEqualTo(
                        folder.resolve("missing.xml")
                                + ": cannot be read: No such file or directory");
    }

    @Test
    void factsAreAnsweredByTheirDriverWhichIsClosed() throws IOException {
        write("node/bundle.json", "");
        write("other.replies", "");
        List<Path> closed = new ArrayList<>();
        HostReader<DomainCapabilities> reader =
                HostReader.ofDocuments(
                        Request.defaults(),
                        source -> {
                            Path path = source.replay().orElseThrow();
                            if (path.endsWith("other.replies")) {
                                throw new DomcapsException(ErrorCode.SYSTEM, path + " is empty");
                            }
                            return new OneAnswer(path, closed);
                        },
                        InputStream.nullInputStream());

        HostSet<DomainCapabilities> set =
                reader.read(HostFiles.find(List.of(HostOperand.of(folder))), ReadProgress.NONE);

        assertThat(set.groups()).extracting(HostGroup::hosts).containsExactly(List.of("node"));
        assertThat(closed).containsExactly(folder.resolve("node"));
        assertThat(set.unread())
                .extracting(UnreadHost::reason)
                .containsExactly(folder.resolve("other.replies") + " is empty");
    }

    @Test
    void standardInputIsAHostToo() {
        standardInput = PC;

        HostSet<DomainCapabilities> set = read(Path.of(HostOperand.STANDARD_INPUT));

        assertThat(set.groups()).extracting(HostGroup::hosts).containsExactly(List.of("-"));
    }

    @Test
    void progressCountsEveryHost() throws IOException {
        write("a.xml", PC);
        write("b.xml", "broken");
        List<String> heard = new ArrayList<>();

        HostReader.ofDocuments(
                        Request.defaults(), HostReaderTest::open, InputStream.nullInputStream())
                .read(
                        HostFiles.find(List.of(HostOperand.of(folder))),
                        (done, total) -> heard.add(done + "/" + total));

        assertThat(heard).containsExactly("1/2", "2/2");
    }

    @Test
    void anotherFailureThanABadInputIsNotSwallowed() throws IOException {
        write("a.xml", PC);
        HostReader<String> reader =
                new HostReader<>(
                        _ -> {
                            throw new IllegalStateException("a bug");
                        },
                        _ -> "",
                        InputStream.nullInputStream());
        HostFiles files = HostFiles.find(List.of(HostOperand.of(folder)));

        assertThatThrownBy(() -> reader.read(files, ReadProgress.NONE))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Driver open(Source source) {
        return Domcaps.replay(source.replay().orElseThrow());
    }

    private HostSet<DomainCapabilities> read(Path... paths) {
        return HostReader.ofDocuments(
                        Request.defaults(),
                        HostReaderTest::open,
                        new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)))
                .read(
                        HostFiles.find(Arrays.stream(paths).map(HostOperand::of).toList()),
                        ReadProgress.NONE);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /// Answers with the same document to everything.
    private record OneAnswer(Path path, List<Path> closed) implements Driver {
        @Override
        public DomainCapabilities domainCapabilities(Request request) {
            return DocumentReader.read(PC.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public EmulatorList emulators() {
            return EmulatorList.complete(List.of());
        }

        @Override
        public void close() {
            closed.add(path);
        }
    }
}
