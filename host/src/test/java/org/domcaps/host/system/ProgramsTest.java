package org.domcaps.host.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.host.FakeMachine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;

class ProgramsTest {

    @TempDir private Path folder;

    private Optional<String> find(String path, String name) {
        HostEnvironment environment =
                new HostEnvironment(path, "/here", Optional.empty(), Optional.empty(), true);
        return new Programs(new HostRoot(folder), environment).find(name);
    }

    @Test
    void theFirstFolderOfThePathWins() {
        new FakeMachine(folder).program("/a/tool", "").program("/b/tool", "");
        assertThat(find("/b:/a", "tool")).contains("/b/tool");
        assertThat(find("/c:/a", "tool")).contains("/a/tool");
        assertThat(find("/c", "tool")).isEmpty();
    }

    @Test
    void aFileWithoutExecuteBitAndAFolderAreNoPrograms() {
        new FakeMachine(folder).file("/a/tool", "").folder("/b/tool").program("/c/tool", "");
        assertThat(find("/a:/b:/c", "tool")).contains("/c/tool");
    }

    @Test
    void symbolicLinksStayInTheResult() {
        new FakeMachine(folder).program("/opt/real", "").link("/a/tool", "../opt/real");
        assertThat(find("/a", "tool")).contains("/a/tool");
    }

    @Test
    void relativeAndEmptyItemsStartFromTheWorkingDirectory() {
        new FakeMachine(folder).program("/here/tool", "").program("/bin/other", "");
        assertThat(find(":/bin", "tool")).contains("/here/tool");
        assertThat(find("../bin/./", "other")).contains("/bin/other");
    }

    @Test
    void aNameWithASlashIsAPath() {
        new FakeMachine(folder).program("/here/sub/tool", "").program("/a/tool", "");
        assertThat(find("/a", "sub/tool")).contains("/here/sub/tool");
        assertThat(find("/a", "/a/tool")).contains("/a/tool");
        assertThat(find("/a", "/b/tool")).isEmpty();
        assertThat(find("/a", "")).isEmpty();
    }
}
