package org.domcaps.hostcaps;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.CpuSignature;
import org.domcaps.cpu.HostCpu;
import org.domcaps.document.Arch;
import org.domcaps.document.VirtType;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.host.Machine;
import org.domcaps.host.system.HostRoot;
import org.domcaps.testkit.Golden;
import org.domcaps.xml.XmlElement;
import org.domcaps.xml.XmlReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// A made-up machine of two nodes, two sockets of two cores with two threads each.
class HostCapabilitiesTest {

    private static final Machine MACHINE =
            new Machine(
                    Arch.X86_64, Optional.empty(), Optional.empty(), 16777317, OptionalInt.of(46));

    @TempDir private Path root;

    @BeforeEach
    void machine() throws IOException {
        for (int cpu = 0; cpu < 8; cpu++) {
            int socket = cpu % 4 / 2;
            String folder = "sys/devices/system/cpu/cpu" + cpu;
            file(folder + "/topology/physical_package_id", socket);
            file(folder + "/topology/die_id", 0);
            file(folder + "/topology/cluster_id", 65535);
            file(folder + "/topology/core_id", cpu % 4);
            file(folder + "/topology/thread_siblings_list", cpu % 4 + "," + (cpu % 4 + 4));
            cache(folder, 0, "Data", 1, "48K", cpu % 4);
            cache(folder, 1, "Unified", 2, "1280K", cpu % 4);
            cache(folder, 2, "Unified", 3, "36864K", socket);
            file("sys/devices/system/node/node" + socket + "/cpu" + cpu + "/online", 1);
        }
        for (int node = 0; node < 2; node++) {
            String folder = "sys/devices/system/node/node" + node;
            file(folder + "/meminfo", "Node " + node + " MemTotal:       8349908 kB\n");
            file(folder + "/distance", node == 0 ? "10 21" : "21 10");
            file(folder + "/hugepages/hugepages-2048kB/nr_hugepages", 16 * node);
            file(folder + "/hugepages/hugepages-1048576kB/nr_hugepages", 0);
        }
        file("sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages", 16);
        file("sys/kernel/mm/hugepages/hugepages-1048576kB/nr_hugepages", 0);
        file("sys/kernel/iommu_groups/0/type", "DMA");
        file("sys/power/state", "freeze mem disk");
        file("sys/power/disk", "[platform] shutdown reboot suspend");
        file("run/systemd/seats/seat0", "");
        file("etc/machine-id", "0123456789abcdef0123456789abcdef");
    }

    private void cache(String cpu, int index, String type, int level, String size, int id)
            throws IOException {
        String folder = cpu + "/cache/index" + index;
        file(folder + "/type", type);
        file(folder + "/level", level);
        file(folder + "/size", size);
        file(folder + "/id", id);
        file(
                folder + "/shared_cpu_list",
                level == 3 ? id * 2 + "-" + (id * 2 + 1) : id + "," + (id + 4));
    }

    private void file(String path, Object content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content + "\n");
    }

    private HostDescription host() {
        HostCpu cpu =
                new HostCpu(
                        Arch.X86_64,
                        Optional.of("Skylake-Server-IBRS"),
                        Optional.of("Intel"),
                        Optional.of(new CpuSignature(6, 85, 7)),
                        Optional.empty(),
                        List.of(CpuFeature.ofHost("ds"), CpuFeature.ofHost("acpi")));
        return DescriptionReader.read(new HostRoot(root), MACHINE, Optional.of(cpu));
    }

    private static EmulatorOffer offer(String path, boolean isDefault, List<Arch> archs) {
        List<EmulatorOffer.Machine> machines =
                List.of(
                        new EmulatorOffer.Machine(
                                "pc-i440fx-9.1", Optional.of("pc"), 255, false, true),
                        new EmulatorOffer.Machine("pc-q35-2.4", Optional.empty(), 255, true, false),
                        new EmulatorOffer.Machine("none", Optional.empty(), 0, false, false));
        return new EmulatorOffer(
                path,
                "9.1.0",
                archs,
                VirtType.KVM,
                isDefault,
                List.of(
                        new EmulatorOffer.Slot(VirtType.KVM, machines),
                        new EmulatorOffer.Slot(VirtType.QEMU, machines)));
    }

    @Test
    void theDocumentIsLaidOutAsLibvirtDoes() {
        List<EmulatorOffer> offers =
                List.of(
                        offer("/opt/qemu-system-x86_64", false, List.of(Arch.X86_64, Arch.I686)),
                        offer(
                                "/usr/bin/qemu-system-x86_64",
                                true,
                                List.of(Arch.X86_64, Arch.I686)));
        Golden.check(
                Path.of("src/test/resources/org/domcaps/hostcaps/two-nodes.xml"),
                new String(HostCapabilities.write(host(), offers), StandardCharsets.UTF_8));
    }

    @Test
    void anArchitectureGetsItsOwnEmulatorBeforeOneThatServesItAsWell() {
        List<EmulatorOffer> offers =
                List.of(
                        offer("/usr/bin/qemu-system-i386", false, List.of(Arch.I686)),
                        offer(
                                "/usr/bin/qemu-system-x86_64",
                                true,
                                List.of(Arch.X86_64, Arch.I686)));
        XmlElement root = XmlReader.read(HostCapabilities.write(host(), offers));
        List<String> served = new ArrayList<>();
        for (XmlElement guest : root.children("guest")) {
            XmlElement arch = guest.child("arch").orElseThrow();
            served.add(
                    arch.requireAttribute("name")
                            + " "
                            + arch.child("emulator").orElseThrow().text());
        }
        assertThat(served)
                .containsExactly(
                        "i686 /usr/bin/qemu-system-i386", "x86_64 /usr/bin/qemu-system-x86_64");
    }

    @Test
    void aHostOfWhichLittleIsKnownStillHasADocument(@TempDir Path empty) throws IOException {
        Files.createDirectories(empty.resolve("proc"));
        Files.writeString(empty.resolve("proc/cpuinfo"), "processor : 0\n\nprocessor : 1\n");
        Files.writeString(empty.resolve("proc/meminfo"), "MemTotal:  2048 kB\n");
        HostDescription bare =
                DescriptionReader.read(
                        new HostRoot(empty), Machine.of(Arch.RISCV64), Optional.empty());
        XmlElement root = XmlReader.read(HostCapabilities.write(bare, List.of()));
        XmlElement host = root.child("host").orElseThrow();
        XmlElement cpu = host.child("cpu").orElseThrow();
        assertThat(cpu.child("arch").orElseThrow().text()).isEqualTo("riscv64");
        assertThat(cpu.child("topology").orElseThrow().attribute("cores")).contains("2");
        assertThat(host.child("iommu").orElseThrow().attribute("support")).contains("no");
        assertThat(host.child("cache")).isEmpty();
        assertThat(root.children("guest")).isEmpty();
    }

    @Test
    void aUuidThatMakersLeaveInPlaceOfOneDoesNotCount() {
        assertThat(DescriptionReader.parse("00000000-0000-0000-0000-000000000000")).isEmpty();
        assertThat(DescriptionReader.parse("FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF")).isEmpty();
        assertThat(DescriptionReader.parse("Not Specified")).isEmpty();
        assertThat(DescriptionReader.parse("12345678-90AB-CDEF-1234-567890ABCDEF"))
                .contains(UUID.fromString("12345678-90ab-cdef-1234-567890abcdef"));
    }
}
