package org.domcaps.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.decide.hosts.UnreadHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class HostFilesTest {

    @TempDir Path folder;

    @Test
    void aFileIsCalledAsItWasNamedOrElseLikeItself() throws IOException {
        Path file = write("rack1/node7.xml");

        assertThat(HostFiles.find(List.of(HostOperand.of(file))).files())
                .containsExactly(new HostFile("node7", file, HostFile.Form.TEXT));
        assertThat(HostFiles.find(List.of(HostOperand.parse("big=" + file))).files())
                .containsExactly(new HostFile("big", file, HostFile.Form.TEXT));
    }

    @Test
    void aFolderGivesTheFilesAtAnyDepthInOrderOfTheirPaths() throws IOException {
        write("b.json");
        write("a/z.XML");
        write("a/caps.replies");
        write("a/notes.txt");
        write("a/.hidden.xml");
        write(".git/c.xml");
        write("host/bundle.json");
        write("host/host-facts.json");

        HostFiles found = HostFiles.find(List.of(HostOperand.of(folder)));

        assertThat(found.files())
                .extracting(file -> file.host() + " " + file.form())
                .containsExactly("a/caps FACTS", "a/z TEXT", "b TEXT", "host FACTS");
        assertThat(found.unread()).isEmpty();
        assertThat(
                        HostFiles.find(List.of(HostOperand.parse("rack=" + folder)))
                                .files()
                                .getFirst()
                                .host())
                .isEqualTo("rack/a/caps");
    }

    @Test
    void hostsThatWouldBeCalledTheSameHaveTheirWholePath() throws IOException {
        Path one = write("one/host.xml");
        Path two = write("two/host.xml");

        assertThat(HostFiles.find(List.of(HostOperand.of(one), HostOperand.of(two))).files())
                .extracting(HostFile::host)
                .containsExactly(one.toString(), two.toString());
    }

    @Test
    void aFolderWithNothingToReadIsReported() {
        assertThat(HostFiles.find(List.of(HostOperand.of(folder))).unread())
                .extracting(UnreadHost::reason)
                .containsExactly(
                        folder
                                + " holds no file that ends in .xml, .json or .replies, and no"
                                + " facts bundle");
    }

    @Test
    void aLinkBackIsReportedAndTheOthersAreFound() throws IOException {
        write("a.xml");
        Files.createSymbolicLink(folder.resolve("loop"), folder);

        HostFiles found = HostFiles.find(List.of(HostOperand.of(folder)));

        assertThat(found.files()).extracting(HostFile::host).containsExactly("a");
        assertThat(found.unread()).hasSize(1);
        assertThat(found.unread().getFirst().reason()).contains("cannot read", "loop");
    }

    @Test
    void aWordWithAnEqualsSignThatIsAFileIsThatFile() throws IOException {
        Path file = write("a=b.xml");

        assertThat(HostOperand.parse(file.toString())).isEqualTo(HostOperand.of(file));
        assertThat(HostOperand.parse("dir/a=b").name()).isEmpty();
        assertThat(HostOperand.parse("=b").name()).isEmpty();
        assertThat(HostOperand.parse("a=").name()).isEmpty();
        assertThat(HostOperand.parse("x=-").isStandardInput()).isTrue();
    }

    @Test
    void aUriIsADaemonWithItsNameOrItself() {
        String uri = "qemu+unix:///system?socket=/run/x";
        HostFile plain = HostFiles.find(List.of(HostOperand.parse(uri))).files().getFirst();
        assertThat(plain).isEqualTo(new HostFile(uri, uri, HostFile.Form.DAEMON));
        assertThat(plain.source()).contains(Source.daemon(uri));
        HostFile named =
                HostFiles.find(List.of(HostOperand.parse("rack12=" + uri))).files().getFirst();
        assertThat(named).isEqualTo(new HostFile("rack12", uri, HostFile.Form.DAEMON));
        assertThat(HostOperand.parse("://x").isDaemon()).isFalse();
        assertThat(HostOperand.parse("a/b://x").isDaemon()).isFalse();
    }

    private Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }
}
