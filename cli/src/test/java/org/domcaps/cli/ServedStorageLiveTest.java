package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The daemon of this host, asked for storage and for whatever else the real tools ask on their way
/// to a definition. Nothing that they make may come into being.
@Tag("live")
class ServedStorageLiveTest {

    private static final List<String> NEEDED =
            List.of("virsh", "virt-install", "virt-clone", "virt-xml", "qemu-system-x86_64");

    @TempDir static Path folder;
    private static Path disks;
    private static ServedDaemon daemon;

    @BeforeAll
    static void start() throws Exception {
        for (String program : NEEDED) {
            assumeTrue(Files.exists(Path.of("/usr/bin/" + program)), program + " is missing");
        }
        disks = Files.createDirectory(folder.resolve("disks"));
        ByteBuffer image = ByteBuffer.allocate(65_536);
        image.put("QFI".getBytes(StandardCharsets.US_ASCII)).put((byte) 0xfb);
        image.putInt(3).putLong(0).putInt(0).putInt(16).putLong(1L << 30).putInt(100, 104);
        Files.write(disks.resolve("a.qcow2"), image.array());
        Files.write(disks.resolve("b.img"), new byte[1 << 20]);
        Files.write(disks.resolve("cd.iso"), isoImage());
        makeTree(folder.resolve("tree"));
        daemon = ServedDaemon.start(folder, "--log-level", "debug");
    }

    private static byte[] isoImage() {
        byte[] image = new byte[1 << 20];
        byte[] mark = "CD001".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(mark, 0, image, 0x8001, mark.length);
        return image;
    }

    /// What an installation tree needs to be known as one.
    private static void makeTree(Path tree) throws IOException {
        Path images = Files.createDirectories(tree.resolve("images/pxeboot"));
        Files.write(images.resolve("vmlinuz"), new byte[4096]);
        Files.write(images.resolve("initrd.img"), new byte[4096]);
        Files.writeString(
                tree.resolve(".treeinfo"),
                """
                [general]
                family=Fedora
                version=36
                arch=x86_64
                name=Fedora-36
                [images-x86_64]
                kernel = images/pxeboot/vmlinuz
                initrd = images/pxeboot/initrd.img
                """);
    }

    @AfterAll
    static void stop() throws Exception {
        if (daemon != null) {
            daemon.close();
        }
    }

    private static Run install(String options, String way) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "virt-install",
                                "--connect",
                                daemon.unixUri(),
                                "--name",
                                "guest",
                                "--memory",
                                "512",
                                way));
        command.addAll(
                List.of(
                        options.replace("DISKS", disks.toString())
                                .replace("TREE", tree())
                                .split(" ")));
        return ServedDaemon.run(folder, command.toArray(new String[0]));
    }

    private static String tree() {
        return folder.resolve("tree").toString();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(disks)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--osinfo generic --import --disk path=DISKS/a.qcow2",
                "--osinfo generic --import --disk path=DISKS/new.qcow2,size=1",
                "--osinfo generic --import --disk DISKS/b.img --disk"
                        + " DISKS/new.img,size=1,format=raw",
                "--osinfo generic --pxe --disk size=10",
                "--osinfo generic --import --disk size=5,backing_store=DISKS/a.qcow2",
                "--osinfo generic --import --disk pool=default,size=1",
                "--osinfo generic --import --disk /dev/null",
                "--osinfo generic --disk none --cdrom DISKS/cd.iso",
                "--osinfo fedora36 --disk none --location TREE",
                "--osinfo generic --import --disk none --network network=lan",
                "--osinfo generic --import --disk none --network bridge=br0",
                "--osinfo generic --import --disk none --network user",
                "--osinfo generic --import --disk none --boot uefi --tpm emulator",
                "--osinfo win11 --import --disk none --sysinfo host",
                "--osinfo detect=on,require=off --import --disk DISKS/a.qcow2 --vsock auto"
            })
    void virtInstallWritesADefinition(String options) throws Exception {
        List<Path> before = files();
        for (String way : List.of("--print-xml", "--dry-run")) {
            Run run = install(options, way);
            assertThat(run.code()).as("%s %s: %s", way, options, run).isZero();
            if (way.equals("--print-xml")) {
                assertThat(run.out()).contains("<emulator>/usr/bin/qemu-system-x86_64</emulator>");
            }
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void theFormatOfAnImageIsSeen() throws Exception {
        assertThat(
                        install(
                                        "--osinfo generic --import --disk DISKS/a.qcow2"
                                                + " --disk DISKS/b.img"
                                                + " --disk DISKS/cd.iso,device=cdrom"
                                                + " --disk DISKS/new,size=1",
                                        "--print-xml")
                                .out()
                                .lines()
                                .map(String::strip)
                                .filter(line ->
                                        line.startsWith("<driver name=\"qemu\" type=")
                                                || line.startsWith("<source file=")))
                .containsExactly(
                        "<driver name=\"qemu\" type=\"qcow2\"/>",
                        "<source file=\"" + disks + "/a.qcow2\"/>",
                        "<driver name=\"qemu\" type=\"raw\"/>",
                        "<source file=\"" + disks + "/b.img\"/>",
                        "<driver name=\"qemu\" type=\"raw\"/>",
                        "<source file=\"" + disks + "/cd.iso\"/>",
                        "<driver name=\"qemu\" type=\"qcow2\" discard=\"unmap\"/>",
                        "<source file=\"" + disks + "/new\"/>");
    }

    @Test
    void anInstallationIsRefusedBeforeAnythingWasMade() throws Exception {
        List<Path> before = files();
        Run run =
                install(
                        "--osinfo generic --import --disk DISKS/new.qcow2,size=1",
                        "--noautoconsole");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "this function is not supported by the connection driver:"
                                + " virDomainCreateXML");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void cloningAndEditingWork() throws Exception {
        Path original = folder.resolve("original.xml");
        Run made = install("--osinfo generic --import --disk DISKS/a.qcow2", "--print-xml");
        Files.writeString(original, made.out());
        Run clone =
                ServedDaemon.run(
                        folder,
                        "virt-clone",
                        "--connect",
                        daemon.unixUri(),
                        "--original-xml",
                        original.toString(),
                        "--auto-clone",
                        "--print-xml");
        assertThat(clone.code()).as(clone.toString()).isZero();
        assertThat(clone.out()).contains("<source file=\"" + disks + "/a-clone.qcow2\"/>");
        Run device =
                ServedDaemon.run(
                        folder,
                        "virt-xml",
                        "--connect",
                        daemon.unixUri(),
                        "--build-xml",
                        "--disk",
                        disks + "/a.qcow2");
        assertThat(device.code()).as(device.toString()).isZero();
        assertThat(device.out()).contains("type=\"qcow2\"");
    }

    @Test
    void oneVirshKeepsItsPoolsAndAnotherDoesNotSeeThem() throws Exception {
        Run run =
                daemon.virsh(
                        "pool-define-as p dir - - - - "
                                + disks
                                + "; pool-start p; pool-list --name; vol-info --pool p a.qcow2;"
                                + " pool-destroy p");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("p ").contains("Capacity:       1.00 GiB");
        assertThat(daemon.virsh("pool-list", "--all").out()).isBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list --all",
                "pool-list --all",
                "net-list --all",
                "nodedev-list",
                "iface-list --all",
                "secret-list",
                "nwfilter-list",
                "nwfilter-binding-list",
                "freecell --all",
                "freepages --all",
                "nodememstats",
                "nodecpustats",
                "nodecpumap",
                "maxvcpus",
                "domstats"
            })
    void virshIsAnswered(String command) throws Exception {
        Run run = daemon.virsh(command.split(" "));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "net-info lan;Network not found: no network with matching name 'lan'",
                "pool-info x;Storage pool not found: no storage pool with matching name 'x'",
                "vol-path /x;Storage volume not found: no storage vol with matching path '/x'",
                "nodedev-dumpxml x;Node device not found: no node device with matching name 'x'",
                "iface-dumpxml x;Interface not found: couldn't find interface named 'x'",
                "nwfilter-dumpxml x;Network filter not found: no nwfilter with matching name 'x'",
                "define FILE;this function is not supported by the connection driver:"
                        + " virDomainDefineXML",
                "domxml-from-native qemu-argv FILE;this function is not supported by the connection"
                        + " driver: virConnectDomainXMLFromNative",
                "sysinfo;unsupported configuration: Host SMBIOS information is not available"
            })
    void whatIsNotThereIsRefusedInLibvirtsWords(String row) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "<domain/>");
        String[] parts = row.replace("FILE", file.toString()).split(";");
        Run run = daemon.virsh(parts[0].split(" "));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("error: " + parts[1] + "\n");
    }

    @Test
    void eventsAreWaitedForInVain() throws Exception {
        for (String command : List.of("event --all", "nodedev-event --event lifecycle")) {
            List<String> words = new ArrayList<>(List.of(command.split(" ")));
            words.addAll(List.of("--timeout", "1"));
            Run run = daemon.virsh(words.toArray(new String[0]));
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).contains("event loop timed out").contains("events received: 0");
        }
    }

    @Test
    void libvirtPythonLearnsHowTheMachineIsDoing() throws Exception {
        Path script = folder.resolve("state.py");
        Files.writeString(
                script,
                """
                import libvirt, sys, threading
                libvirt.virEventRegisterDefaultImpl()
                c = libvirt.open(sys.argv[1])
                def near(a, b):
                    return abs(a - b) < 0.5 * b
                free = c.getFreeMemory()
                print(free > 0, near(sum(c.getCellsFreeMemory(0, 64)), free))
                cpus, on, count = c.getCPUMap()
                print(cpus == len(on), on.count(True) == count, count == c.getInfo()[2])
                print(sorted(c.getCPUStats(-1)), sorted(c.getMemoryStats(-1)))
                print(c.getMemoryStats(-1)['total'] // 1024 == c.getInfo()[1])
                print(c.listDevices(None, 0), c.listAllDevices(), c.listAllSecrets())
                callback = c.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                                    lambda *a: None, None)
                print(c.setKeepAlive(5, 3), c.isAlive(), c.isSecure(), c.isEncrypted())
                c.domainEventDeregisterAny(callback)
                print(c.close())
                """);
        Run run = ServedDaemon.run(folder, "/usr/bin/python3", script.toString(), daemon.unixUri());
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .containsExactly(
                        "True True",
                        "True True True",
                        "['idle', 'iowait', 'kernel', 'user']"
                                + " ['buffers', 'cached', 'free', 'total']",
                        "True",
                        "[] [] []",
                        "0 1 1 0",
                        "0");
    }
}
