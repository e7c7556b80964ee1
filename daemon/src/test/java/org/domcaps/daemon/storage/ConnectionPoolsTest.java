package org.domcaps.daemon.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.domcaps.driver.DriverException;
import org.domcaps.rpc.message.ObjectResult;
import org.domcaps.rpc.message.StoragePool;
import org.domcaps.rpc.message.StorageVolume;
import org.domcaps.rpc.server.StorageAnswers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// The pools of a connection, over a folder of their own. What was written of libvirt 9.0 is its
/// words and its codes.
class ConnectionPoolsTest {

    private static final int INACTIVE = 1;
    private static final int ACTIVE = 2;

    @TempDir Path folder;
    private PoolOffice office;
    private StorageAnswers pools;

    @BeforeEach
    void open() throws IOException {
        office = new PoolOffice();
        pools = office.open();
        Files.write(folder.resolve("b.qcow2"), Images.qcow2(1L << 30));
        Files.writeString(folder.resolve("a.raw"), "x".repeat(1000));
        Files.createDirectory(folder.resolve("sub"));
        Files.createSymbolicLink(folder.resolve("dangling"), Path.of("/does/not/exist"));
    }

    @AfterEach
    void close() {
        pools.close();
    }

    private static String xml(String name, Object path) {
        return "<pool type='dir'><name>"
                + name
                + "</name><target><path>"
                + path
                + "</path></target></pool>";
    }

    private StoragePool running() {
        return pools.create(xml("p", folder), 0);
    }

    private static void refused(int code, String message, ThrowingCallable call) {
        DriverException e = catchThrowableOfType(DriverException.class, call);
        assertThat(e).as(message).isNotNull();
        assertThat(e.libvirtMessage()).isEqualTo(message);
        assertThat(e.code().number()).isEqualTo(code);
    }

    private static List<String> names(List<StorageVolume> volumes) {
        return volumes.stream().map(StorageVolume::name).toList();
    }

    @Test
    void aDefinedPoolIsStartedStoppedAndForgotten() {
        StoragePool pool = pools.define(xml("p", folder + "/"), 0);
        assertThat(pools.info(pool)).isEqualTo(new ObjectResult.PoolInfo(0, 0, 0, 0));
        assertThat(pools.active(pool)).isFalse();
        assertThat(pools.persistent(pool)).isTrue();
        refused(
                55,
                "Requested operation is not valid: storage pool 'p' is not active",
                () -> pools.volumes(pool, 0));
        pools.start(pool, 0);
        refused(
                55,
                "Requested operation is not valid: storage pool 'p' is already active",
                () -> pools.start(pool, 0));
        refused(
                55,
                "Requested operation is not valid: storage pool 'p' is still active",
                () -> pools.undefine(pool));
        ObjectResult.PoolInfo info = pools.info(pool);
        assertThat(info.state()).isEqualTo(2);
        assertThat(info.capacity()).isEqualTo(info.allocation() + info.available()).isPositive();
        pools.stop(pool);
        assertThat(pools.poolByName("p")).isEqualTo(pool);
        pools.undefine(pool);
        refused(
                49,
                "Storage pool not found: no storage pool with matching uuid '"
                        + pool.uuid()
                        + "' (p)",
                () -> pools.info(pool));
    }

    @Test
    void aCreatedPoolIsGoneWhenItIsStopped() {
        StoragePool pool = running();
        assertThat(pools.persistent(pool)).isFalse();
        refused(1, "internal error: pool has no config file", () -> pools.setAutostart(pool, true));
        pools.stop(pool);
        refused(
                49,
                "Storage pool not found: no storage pool with matching name 'p'",
                () -> pools.poolByName("p"));
    }

    @Test
    void poolsAreFoundByNameIdAndFolder() {
        StoragePool pool = running();
        assertThat(pools.poolByName("p")).isEqualTo(pool);
        assertThat(pools.poolByUuid(pool.uuid())).isEqualTo(pool);
        assertThat(pools.poolByTarget(folder + "//")).isEqualTo(pool);
        UUID other = new UUID(1, 1);
        refused(
                49,
                "Storage pool not found: no storage pool with matching uuid '" + other + "'",
                () -> pools.poolByUuid(other));
        refused(
                49,
                "Storage pool not found: no storage pool with matching target path '/x'",
                () -> pools.poolByTarget("/x"));
    }

    @Test
    void twoPoolsShareNeitherNameNorIdNorFolder() {
        StoragePool pool = running();
        refused(
                9,
                "operation failed: pool 'p' already exists with uuid " + pool.uuid(),
                () -> pools.define(xml("p", "/other"), 0));
        refused(
                9,
                "operation failed: Storage source conflict with pool: 'p'",
                () -> pools.define(xml("q", folder), 0));
        String sameId =
                xml("q", "/other").replace("<target>", "<uuid>" + pool.uuid() + "</uuid><target>");
        refused(
                9,
                "operation failed: pool 'p' is already defined with uuid " + pool.uuid(),
                () -> pools.define(sameId, 0));
    }

    @Test
    void aRunningPoolChangesItsFolderWhenItIsStopped() {
        StoragePool pool = running();
        pools.define(
                xml("p", "/other").replace("<target>", "<uuid>" + pool.uuid() + "</uuid><target>"),
                0);
        assertThat(pools.poolXml(pool, 0)).contains("<path>" + folder + "</path>");
        assertThat(pools.poolXml(pool, INACTIVE))
                .contains("<path>/other</path>")
                .doesNotContain("<permissions>");
        pools.stop(pool);
        assertThat(pools.poolXml(pool, 0)).contains("<path>/other</path>");
    }

    @Test
    void listsAreFilteredByState() {
        StoragePool running = running();
        StoragePool other = pools.define(xml("a", "/other"), 0);
        pools.setAutostart(other, true);
        assertThat(pools.pools(0)).containsExactly(other, running);
        assertThat(pools.pools(INACTIVE)).containsExactly(other);
        assertThat(pools.pools(ACTIVE)).containsExactly(running);
        assertThat(pools.pools(4)).containsExactly(other);
        assertThat(pools.pools(8)).containsExactly(running);
        assertThat(pools.pools(16)).containsExactly(other);
        assertThat(pools.pools(32)).containsExactly(running);
        assertThat(pools.pools(64)).hasSize(2);
        assertThat(pools.pools(128)).isEmpty();
        refused(
                8,
                "invalid argument: unsupported flags (0x2000000) in function"
                        + " storageConnectListAllStoragePools",
                () -> pools.pools(1 << 25));
    }

    @Test
    void aFolderThatIsMissingIsRefusedUnlessItWasBuilt() {
        Path missing = folder.resolve("none");
        StoragePool pool = pools.define(xml("p", missing), 0);
        refused(
                38,
                "cannot open directory '" + missing + "': No such file or directory",
                () -> pools.start(pool, 0));
        pools.build(pool, 0);
        pools.start(pool, 0);
        assertThat(pools.volumes(pool, 0)).isEmpty();
        assertThat(pools.info(pool).capacity()).isPositive();
        assertThat(missing).doesNotExist();
    }

    @Test
    void formattingIsRefused() {
        StoragePool pool = pools.define(xml("p", folder), 0);
        refused(
                55,
                "Requested operation is not valid: No source device specified when formatting"
                        + " pool 'p'",
                () -> pools.build(pool, 4));
        refused(
                8,
                "invalid argument: unsupported flags (0x2) in function"
                        + " virStorageBackendFileSystemBuild",
                () -> pools.build(pool, 2));
        refused(
                38,
                "cannot open directory '/etc/passwd': Not a directory",
                () -> pools.create(xml("q", "/etc/passwd"), 0));
        assertThat(pools.pools(0)).containsExactly(pool);
    }

    @Test
    void volumesAreTheFilesOfTheFolderAsItIsNow() throws IOException {
        StoragePool pool = running();
        assertThat(names(pools.volumes(pool, 0))).containsExactly("a.raw", "b.qcow2", "sub");
        Files.delete(folder.resolve("a.raw"));
        Files.writeString(folder.resolve("c"), "");
        assertThat(names(pools.volumes(pool, 0))).containsExactly("b.qcow2", "c", "sub");
        String path = folder + "/b.qcow2";
        StorageVolume volume = new StorageVolume("p", "b.qcow2", path);
        assertThat(pools.volumeByName(pool, "b.qcow2")).isEqualTo(volume);
        assertThat(pools.volumeByPath(folder + "//b.qcow2")).isEqualTo(volume);
        assertThat(pools.volumeByKey(path)).isEqualTo(volume);
        assertThat(pools.poolOf(volume)).isEqualTo(pool);
        assertThat(pools.volumePath(volume)).isEqualTo(path);
        refused(
                50,
                "Storage volume not found: no storage vol with matching name '..'",
                () -> pools.volumeByName(pool, ".."));
        refused(
                50,
                "Storage volume not found: no storage vol with matching key x",
                () -> pools.volumeByKey("x"));
        refused(
                50,
                "Storage volume not found: no storage vol with matching path '/x'",
                () -> pools.volumeByPath("/x"));
    }

    @Test
    void volumesTellSizeAndFormat() {
        StoragePool pool = running();
        StorageVolume image = pools.volumeByName(pool, "b.qcow2");
        ObjectResult.VolumeInfo info = pools.volumeInfo(image, 0);
        assertThat(info.capacity()).isEqualTo(1L << 30);
        assertThat(pools.volumeInfo(image, 1).allocation()).isEqualTo(65_536);
        assertThat(pools.volumeXml(image, 0))
                .contains(
                        "<key>" + folder + "/b.qcow2</key>",
                        "<capacity unit='bytes'>1073741824</capacity>",
                        "<format type='qcow2'/>",
                        "<compat>1.1</compat>",
                        "<clusterSize unit='B'>65536</clusterSize>",
                        "<features/>",
                        "<mode>0");
        assertThat(pools.volumeXml(pools.volumeByName(pool, "sub"), 0))
                .startsWith("<volume type='dir'>")
                .contains("<format type='dir'/>");
        assertThat(pools.volumeInfo(pools.volumeByName(pool, "a.raw"), 0).capacity())
                .isEqualTo(1000);
    }

    @Test
    void newVolumesAreKeptWithoutAFile() throws IOException {
        StoragePool pool = running();
        String xml =
                "<volume><name>new</name><capacity unit='G'>5</capacity>"
                        + "<target><format type='qcow2'/></target></volume>";
        StorageVolume volume = pools.createVolume(pool, xml, 0);
        assertThat(pools.volumeByPath(folder + "/new")).isEqualTo(volume);
        assertThat(pools.volumeInfo(volume, 0))
                .isEqualTo(new ObjectResult.VolumeInfo(0, 5L << 30, 0));
        assertThat(pools.volumeXml(volume, 0)).contains("<format type='qcow2'/>");
        assertThat(names(pools.volumes(pool, 0))).contains("new");
        refused(90, "storage volume 'new' exists already", () -> pools.createVolume(pool, xml, 0));
        refused(
                1,
                "internal error: storage volume name 'new' already in use.",
                () -> pools.cloneVolume(pool, xml, volume, 0));
        StorageVolume copy =
                pools.cloneVolume(pool, "<volume><name>copy</name></volume>", volume, 0);
        assertThat(pools.volumeInfo(copy, 0).capacity()).isEqualTo(5L << 30);
        pools.deleteVolume(volume, 0);
        refused(
                50,
                "Storage volume not found: no storage vol with matching name 'new'",
                () -> pools.deleteVolume(volume, 0));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "pipe"})
    void nothingIsMadeOverWhatIsNoVolume(String name) throws Exception {
        assumeTrue(
                new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor()
                        == 0,
                "mkfifo is missing");
        StoragePool pool = running();
        refused(
                55,
                "Requested operation is not valid: volume target path '"
                        + folder
                        + "/"
                        + name
                        + "' already exists",
                () ->
                        pools.createVolume(
                                pool,
                                "<volume><name>" + name + "</name><capacity>1</capacity></volume>",
                                0));
    }

    /// To read it would wait for the kernel's next message, and take it away.
    @Test
    void filesOfTheKernelAreNotRead() {
        assumeTrue(Files.isReadable(Path.of("/proc/kmsg")), "/proc/kmsg is for root");
        StoragePool pool = pools.create(xml("p", "/proc"), 0);
        StorageVolume volume = new StorageVolume(pool.name(), "kmsg", "/proc/kmsg");
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> {
                    assertThat(pools.volumePath(volume)).isEqualTo("/proc/kmsg");
                    assertThat(pools.volumeInfo(volume, 0).capacity()).isZero();
                });
    }

    @Test
    void aStoppedPoolIsCreatedAsItsNewDocumentSays() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        StoragePool pool = pools.define(xml("p", folder), 0);
        String withId =
                xml("p", other).replace("</name>", "</name><uuid>" + pool.uuid() + "</uuid>");
        pools.create(withId, 0);

        assertThat(pools.poolByTarget(other.toString())).isEqualTo(pool);
        assertThat(pools.persistent(pool)).isTrue();
    }

    @Test
    void filesAreNotDeleted() {
        StoragePool pool = running();
        refused(
                3,
                "this function is not supported by the connection driver: virStorageVolDelete",
                () -> pools.deleteVolume(pools.volumeByName(pool, "a.raw"), 0));
        assertThat(folder.resolve("a.raw")).exists();
    }

    @Test
    void connectionsSeeOnlyTheirOwn() {
        StoragePool pool = running();
        try (StorageAnswers other = office.open()) {
            assertThat(other.pools(0)).isEmpty();
            refused(
                    49,
                    "Storage pool not found: no storage pool with matching name 'p'",
                    () -> other.poolByName("p"));
            assertThat(other.create(xml("p", folder), 0)).isNotEqualTo(pool);
        }
    }

    @Test
    void poolsAreBoundedForOneAndForAll() {
        List<StorageAnswers> all = new ArrayList<>();
        for (int i = 0; i < PoolOffice.MOST / PoolOffice.MOST_OF_ONE; i++) {
            StorageAnswers one = office.open();
            all.add(one);
            for (int n = 0; n < PoolOffice.MOST_OF_ONE; n++) {
                one.define(xml("p" + n, "/p" + n), 0);
            }
            refused(
                    9,
                    "operation failed: a connection can have no more than 256 pools and new"
                            + " volumes",
                    () -> one.define(xml("more", "/more"), 0));
        }
        refused(
                9,
                "operation failed: all connections together can have no more than 2048 pools and"
                        + " new volumes",
                this::running);
        all.getFirst().close();
        assertThat(running().name()).isEqualTo("p");
        refused(
                9,
                "operation failed: the connection has ended",
                () -> all.getFirst().define(xml("late", "/late"), 0));
        all.forEach(StorageAnswers::close);
    }
}
