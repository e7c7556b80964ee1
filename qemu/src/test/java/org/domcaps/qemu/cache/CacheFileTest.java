package org.domcaps.qemu.cache;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

class CacheFileTest {

    private static final String KEY = "emulator=/usr/bin/qemu\nkernel=6.1\n";
    private static final byte[] CONTENT = "facts of some emulator".getBytes(UTF_8);

    @TempDir Path folder;

    private final List<String> warnings = new ArrayList<>();

    private Path path() {
        return folder.resolve("sub/qemu.facts");
    }

    private CacheFile file() {
        return new CacheFile(path(), warnings::add);
    }

    private static Optional<String> text(Optional<ByteBuffer> content) {
        return content.map(buffer -> UTF_8.decode(buffer).toString());
    }

    private byte[] written() throws IOException {
        file().write(KEY, CONTENT);
        return Files.readAllBytes(path());
    }

    private void assertOneWarning(String words) {
        assertThat(warnings).hasSize(1);
        assertThat(warnings.getFirst())
                .contains("cache file " + path())
                .contains(words)
                .doesNotContain("\n", "Exception");
    }

    private void assertRebuilt() {
        file().write(KEY, CONTENT);
        assertThat(text(file().read(KEY))).contains("facts of some emulator");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(path().getParent())) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsWrittenIsReadUnderTheSameKey() throws IOException {
        written();

        assertThat(text(file().read(KEY))).contains("facts of some emulator");
        assertThat(warnings).isEmpty();
        assertThat(names()).as("no temporary file stays").containsExactly("qemu.facts");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsNotThereIsNoReasonToWarn() {
        assertThat(file().read(KEY)).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "emulator=/usr/bin/qemu\nkernel=6.2\n",
                "emulator=/usr/bin/qemu\nkernel=6.1\n\n"
            })
    void anotherKeyFindsNothingAndIsNoReasonToWarn(String key) throws IOException {
        written();

        assertThat(file().read(key)).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void emptyContentAndAnEmptyKeyAreKept() {
        file().write("", new byte[0]);

        assertThat(text(file().read(""))).contains("");
    }

    @Test
    void aFileTruncatedAnywhereIsNoticed() throws IOException {
        byte[] whole = written();
        for (int length = 0; length < whole.length; length++) {
            warnings.clear();
            Files.write(path(), Arrays.copyOf(whole, length));

            assertThat(file().read(KEY)).as("%d bytes", length).isEmpty();
            assertOneWarning("is of no use and is written anew");
        }
        assertRebuilt();
    }

    @Test
    void aFileWithAnyByteChangedIsNoticed() throws IOException {
        byte[] whole = written();
        for (int i = 0; i < whole.length; i++) {
            for (int mask : new int[] {0x01, 0x80, 0xff}) {
                warnings.clear();
                byte[] changed = whole.clone();
                changed[i] ^= (byte) mask;
                Files.write(path(), changed);

                assertThat(file().read(KEY)).as("byte %d", i).isEmpty();
                assertOneWarning("is of no use and is written anew");
            }
        }
        assertRebuilt();
    }

    @Test
    void aFileWithBytesAddedIsNoticed() throws IOException {
        byte[] whole = written();
        Files.write(path(), Arrays.copyOf(whole, whole.length + 1));

        assertThat(file().read(KEY)).isEmpty();
        assertOneWarning("its checksum is wrong");
        assertRebuilt();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "domcaps",
                "<qemuCaps/>",
                "a longer text file that somebody put in this place"
            })
    void aForeignFileIsNoticed(String text) throws IOException {
        Files.createDirectories(path().getParent());
        Files.writeString(path(), text);

        assertThat(file().read(KEY)).isEmpty();
        assertOneWarning("it is no cache file");
        assertRebuilt();
    }

    @Test
    void aFileOfANewerFormIsNoticed() throws IOException {
        byte[] newer = written();
        newer[7] = 2;
        Files.write(path(), newer);

        assertThat(file().read(KEY)).isEmpty();
        assertOneWarning("it is no cache file");
        assertRebuilt();
    }

    /// Whoever can write the file can also make its checksum fit.
    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1000, 0})
    void aLengthOfTheKeyThatCannotBeIsNoticed(int length) throws IOException {
        byte[] crafted = written();
        ByteBuffer.wrap(crafted).putInt(16, length);
        assertUnread(sealed(crafted));
        assertUnread(sealed(Arrays.copyOf(crafted, 25)));
    }

    @Test
    void aKeyThatIsLongerThanTheFileIsNoticed() throws IOException {
        assertUnread(sealed(Arrays.copyOf(written(), 30)));
    }

    private void assertUnread(byte[] crafted) throws IOException {
        Files.write(path(), crafted);
        assertThat(file().read(KEY)).isEmpty();
    }

    private static byte[] sealed(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 16, bytes.length - 16);
        ByteBuffer.wrap(bytes).putLong(8, crc.getValue() << 31 | bytes.length);
        return bytes;
    }

    @Test
    void aHugeFileIsNoticedWithoutReadingIt() throws IOException {
        Files.createDirectories(path().getParent());
        try (FileChannel channel =
                FileChannel.open(path(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[1]), 200L << 30);
        }

        assertThat(file().read(KEY)).isEmpty();
        assertOneWarning("it is larger than");
        assertRebuilt();
    }

    @Test
    void anEmptyFolderInItsPlaceIsNoticedAndReplaced() throws IOException {
        Files.createDirectories(path());

        CacheFile file = file();
        assertThat(file.read(KEY)).isEmpty();
        file.write(KEY, CONTENT);

        assertOneWarning("Is a directory");
        assertThat(text(file().read(KEY))).contains("facts of some emulator");
    }

    @Test
    void aFolderWithSomethingInItIsNoticedOnceAndLeftAlone() throws IOException {
        Files.createDirectories(path().resolve("precious"));

        CacheFile file = file();
        assertThat(file.read(KEY)).isEmpty();
        file.write(KEY, CONTENT);

        assertOneWarning("Is a directory");
        assertThat(path().resolve("precious")).isDirectory();
        assertThat(names()).containsExactly("qemu.facts");
    }

    @Test
    void aFolderThatCannotBeMadeIsReportedOnce() throws IOException {
        Files.writeString(folder.resolve("sub"), "a file where the folder should be");

        CacheFile file = file();
        assertThat(file.read(KEY)).isEmpty();
        file.write(KEY, CONTENT);

        Path taken = folder.resolve("sub");
        assertThat(warnings)
                .containsExactly(
                        "cache folder " + taken + " cannot be written: " + taken + " is no folder");
    }

    @Test
    void aFolderThatCannotBeWrittenIsReportedOnce() {
        // Nobody, not even root, can make files there.
        CacheFile file = new CacheFile(Path.of("/proc/self/domcaps/qemu.facts"), warnings::add);

        assertThat(file.read(KEY)).isEmpty();
        assertThat(warnings).isEmpty();
        file.write(KEY, CONTENT);

        assertThat(warnings).hasSize(1);
        assertThat(warnings.getFirst())
                .startsWith("cache folder /proc/self/domcaps cannot be written: ")
                .doesNotContain("Exception", "\n");
    }

    @Test
    void aReplacedFileMayBeReportedAgain() throws IOException {
        CacheFile file = file();
        for (int i = 0; i < 2; i++) {
            file.write(KEY, CONTENT);
            Files.writeString(path(), "damaged");
            assertThat(file.read(KEY)).isEmpty();
            assertThat(file.read(KEY)).isEmpty();
        }

        assertThat(warnings).hasSize(2);
    }

    @Test
    void whatAKilledProcessLeftBehindIsSweptUp() throws IOException {
        written();
        Path dead = Files.writeString(path().resolveSibling("qemu.facts.123.4194305"), "half");
        Path alive =
                Files.writeString(
                        path().resolveSibling("qemu.facts.123." + ProcessHandle.current().pid()),
                        "half");
        Path fresh = Files.writeString(path().resolveSibling("qemu.facts.124.4194305"), "half");
        Path other = Files.writeString(path().resolveSibling("other.facts.123.4194305"), "half");
        Path foreign = Files.writeString(path().resolveSibling("qemu.facts.notes"), "mine");
        FileTime hourAgo = FileTime.from(Instant.now().minusSeconds(3600));
        for (Path old : List.of(dead, alive, other, foreign)) {
            Files.setLastModifiedTime(old, hourAgo);
        }

        file().write(KEY, CONTENT);

        assertThat(dead).doesNotExist();
        assertThat(List.of(alive, fresh, other, foreign))
                .allSatisfy(kept -> assertThat(kept).exists());
        assertThat(warnings).isEmpty();
    }
}
