package org.domcaps.qemu.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.domcaps.document.DocumentWriter;
import org.domcaps.document.Release;
import org.domcaps.driver.Request;
import org.domcaps.host.HostProbe;
import org.domcaps.host.system.HostEnvironment;
import org.domcaps.host.system.HostRoot;
import org.domcaps.host.system.Programs;
import org.domcaps.qemu.cache.HostCache;
import org.domcaps.xml.XmlAttribute;
import org.domcaps.xml.XmlElement;
import org.domcaps.xml.XmlReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// The documents of this machine beside those that its installed libvirt prints.
///
/// libvirt's QEMU driver runs inside `virsh`, in a folder of its own (`qemu:///embed`), so nothing
/// of the system is touched and no daemon is needed. A libvirt that is older than the oldest
/// release Domcaps writes is compared with that one, and what it does differently stands in
/// [#EXPLAINED]; any other difference fails.
@Tag("live")
class LibvirtComparisonTest {

    /// What kind of difference a row explains.
    private enum Kind {
        /// Domcaps says it, the old libvirt does not.
        NEWER,
        /// Only one of them says it, or they say it differently.
        ANY,
        /// Both say it, in another place among its like.
        ORDER
    }

    /// A difference that is known and why it is there.
    ///
    /// @param where the beginning of what [#flatten] makes of it
    private record Explained(Kind kind, String where, String reason) {}

    /// Differences between 9.0.0 and 10.7.
    private static final List<Explained> EXPLAINED =
            List.of(
                    new Explained(Kind.NEWER, "/devices/crypto", "the element is younger than 9.0"),
                    new Explained(
                            Kind.NEWER, "/devices/interface", "the element is younger than 9.0"),
                    new Explained(
                            Kind.NEWER,
                            "/features/async-teardown",
                            "the element is younger than 9.0"),
                    new Explained(Kind.NEWER, "/features/ps2", "the element is younger than 9.0"),
                    new Explained(
                            Kind.NEWER, "/features/hyperv", "the element is younger than 9.0"),
                    new Explained(
                            Kind.NEWER,
                            "/features/launchSecurity",
                            "the element is younger than 9.0"),
                    new Explained(
                            Kind.NEWER,
                            "/cpu/host-model/maxphysaddr",
                            "the element is younger than 9.0"),
                    new Explained(
                            Kind.ORDER,
                            "/cpu/host-model/feature ",
                            "features stand in the order of the CPU map, and that of 9.0 is sorted"
                                    + " otherwise"),
                    new Explained(
                            Kind.ANY,
                            "/cpu/host-model/feature vmx-",
                            "the map of 9.0 has no vmx features"),
                    new Explained(
                            Kind.ANY,
                            "/cpu/host-model/feature mpx",
                            "in the map of 9.0 it is still part of ten Intel models"),
                    new Explained(
                            Kind.NEWER,
                            "/cpu/custom/model SapphireRapids",
                            "not in the map of 9.0"),
                    new Explained(
                            Kind.NEWER, "/cpu/custom/model GraniteRapids", "not in the map of 9.0"),
                    new Explained(
                            Kind.NEWER, "/cpu/custom/model EPYC-Genoa", "not in the map of 9.0"),
                    new Explained(
                            Kind.ANY,
                            "/cpu/custom/model z",
                            "9.0 does not know that s390 models are IBM's"),
                    new Explained(
                            Kind.ANY,
                            "/cpu/custom/model gen",
                            "9.0 does not know that s390 models are IBM's"));

    private static final String MARK = "=====";

    @TempDir Path folder;

    /// A request, and the arguments of `virsh domcapabilities` that mean the same.
    private record Case(String arguments, Request request) {}

    private static List<Case> cases() {
        Request any = Request.defaults();
        return List.of(
                new Case("", any),
                new Case("--arch i686", any.withArch("i686")),
                new Case("--machine q35", any.withMachine("q35")),
                new Case("--machine microvm", any.withMachine("microvm")),
                new Case("--machine isapc", any.withMachine("isapc")),
                new Case("--virttype qemu", any.withVirtType("qemu")),
                new Case(
                        "--virttype qemu --machine q35",
                        any.withVirtType("qemu").withMachine("q35")));
    }

    /// Guests that the host does not run natively. Where 9.0 prefers another machine, one is named.
    private static List<Case> foreignCases() {
        return Stream.of(
                        "aarch64 virt",
                        "armv7l virt",
                        "armv6l versatilepb",
                        "s390x",
                        "ppc64",
                        "ppc64le powernv",
                        "ppc",
                        "riscv64 virt",
                        "riscv32 virt",
                        "sparc",
                        "sparc64",
                        "mips",
                        "mips64el",
                        "m68k",
                        "sh4",
                        "alpha",
                        "xtensa",
                        "microblaze")
                .map(LibvirtComparisonTest::foreign)
                .toList();
    }

    private static Case foreign(String archAndMachine) {
        String[] words = archAndMachine.split(" ");
        Request request = Request.defaults().withArch(words[0]);
        return words.length == 1
                ? new Case("--arch " + words[0], request)
                : new Case(
                        "--arch " + words[0] + " --machine " + words[1],
                        request.withMachine(words[1]));
    }

    @Test
    void documentsAreThoseOfTheInstalledLibvirtButForExplainedDifferences() throws Exception {
        assumeInstalled("qemu-system-x86_64");
        assumeTrue(Files.isWritable(Path.of("/dev/kvm")), "/dev/kvm cannot be used");
        compare(cases());
    }

    @Test
    void documentsOfOtherArchitecturesAreTooButForExplainedDifferences() throws Exception {
        for (String suffix :
                List.of("aarch64", "arm", "s390x", "ppc64", "ppc", "riscv64", "sparc", "mips")) {
            assumeInstalled("qemu-system-" + suffix);
        }
        compare(foreignCases());
    }

    private static void assumeInstalled(String emulator) {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin", emulator)), emulator + " is not installed");
    }

    private void compare(List<Case> cases) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/virsh")), "virsh is not installed");
        Release installed = Release.parse(virsh("--version").strip()).orElseThrow();
        boolean isOld = !installed.isAtLeast(Release.OLDEST);
        Release release = isOld ? Release.OLDEST : installed;
        assumeTrue(release.isWritable(), "the installed libvirt is newer than what Domcaps writes");

        List<String> theirs = theirs(cases);
        QemuDriver driver = ours();
        List<String> unexplained = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Case each = cases.get(i);
            byte[] ours =
                    DocumentWriter.write(
                            driver.domainCapabilities(each.request().withRelease(release)),
                            release);
            for (String difference : differences(theirs.get(i).strip().getBytes(UTF_8), ours)) {
                if (!isOld || !isExplained(difference)) {
                    unexplained.add("domcapabilities " + each.arguments() + ": " + difference);
                }
            }
        }
        assertThat(unexplained).isEmpty();
    }

    private QemuDriver ours() {
        Map<String, String> variables = System.getenv();
        HostEnvironment environment =
                HostEnvironment.of(
                        variables,
                        System.getProperty("user.dir"),
                        "root".equals(System.getProperty("user.name")));
        HostProbe probe = HostProbe.ofThisMachine(environment);
        return new QemuDriver(
                new LiveEmulators(
                        new Programs(HostRoot.THIS_MACHINE, environment),
                        probe::state,
                        Optional.empty(),
                        Duration.ofSeconds(60),
                        () -> {}),
                new LiveHost(probe, probe::state, HostCache.inMemory(), _ -> {}));
    }

    /// libvirt's documents, one for each case, all asked of one process.
    private List<String> theirs(List<Case> cases) throws Exception {
        Path configuration = Files.createDirectories(folder.resolve("etc"));
        // As root the driver would probe as another user, who may not be allowed to open /dev/kvm.
        Files.writeString(
                configuration.resolve("qemu.conf"), "user = \"root\"\ngroup = \"root\"\n");
        StringBuilder commands = new StringBuilder();
        for (Case each : cases) {
            commands.append("domcapabilities ")
                    .append(each.arguments())
                    .append("; echo ")
                    .append(MARK)
                    .append("; ");
        }
        String all = virsh("-q", "-c", "qemu:///embed?root=" + folder, commands.toString());
        List<String> documents = new ArrayList<>(List.of(all.split(MARK, -1)));
        documents.removeLast();
        assertThat(documents).hasSameSizeAs(cases);
        return documents;
    }

    private static String virsh(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/virsh"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        Process virsh = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String text = new String(virsh.getInputStream().readAllBytes(), UTF_8);
        assertThat(virsh.waitFor()).as("exit status of %s", command).isZero();
        return text;
    }

    /// Texts of the form `KIND WHERE: ...`.
    private static List<String> differences(byte[] theirs, byte[] ours) {
        SequencedMap<String, String> left = new LinkedHashMap<>();
        SequencedMap<String, String> right = new LinkedHashMap<>();
        flatten("", XmlReader.read(theirs), left);
        flatten("", XmlReader.read(ours), right);
        List<String> found = new ArrayList<>();
        left.forEach((where, what) -> {
            if (!what.equals(right.get(where))) {
                found.add(
                        "ANY "
                                + where
                                + ": libvirt says "
                                + what
                                + ", Domcaps "
                                + right.get(where));
            }
        });
        right.forEach((where, what) -> {
            if (!left.containsKey(where)) {
                found.add("NEWER " + where + ": Domcaps says " + what);
            }
        });
        List<String> leftOrder = common(left, right.keySet());
        List<String> rightOrder = common(right, left.keySet());
        for (int i = 0; i < leftOrder.size(); i++) {
            if (!leftOrder.get(i).equals(rightOrder.get(i))) {
                found.add(
                        "ORDER "
                                + leftOrder.get(i)
                                + ": Domcaps has "
                                + rightOrder.get(i)
                                + " there");
            }
        }
        return found;
    }

    private static List<String> common(Map<String, String> from, Set<String> others) {
        return from.keySet().stream().filter(others::contains).toList();
    }

    /// Names every element by its path, in which `name`, the text of a CPU model and the name of a
    /// feature tell those of one name apart; gives for each its other attributes and its text.
    private static void flatten(String path, XmlElement element, Map<String, String> into) {
        String name = element.attribute("name").orElse("");
        String label =
                switch (element.name()) {
                    case "domainCapabilities" -> "";
                    case "mode", "enum" -> "/" + name;
                    case "feature" -> "/feature " + name;
                    case "model", "value" -> "/" + element.name() + " " + element.text().strip();
                    default -> "/" + element.name();
                };
        StringBuilder what = new StringBuilder();
        for (XmlAttribute attribute : element.attributes()) {
            if (!attribute.name().equals("name")) {
                what.append(attribute.name()).append('=').append(attribute.value()).append(' ');
            }
        }
        if (element.children().isEmpty()) {
            what.append(element.text().strip());
        }
        assertThat(into.put(path + label, what.toString())).as("%s, twice", path + label).isNull();
        for (XmlElement child : element.children()) {
            flatten(path + label, child, into);
        }
    }

    private static boolean isExplained(String difference) {
        for (Explained row : EXPLAINED) {
            String rest = difference.substring(difference.indexOf(' ') + 1);
            boolean fits =
                    switch (row.kind()) {
                        case ANY -> !difference.startsWith("ORDER ");
                        case NEWER, ORDER -> difference.startsWith(row.kind() + " ");
                    };
            if (fits && rest.startsWith(row.where())) {
                return true;
            }
        }
        return false;
    }
}
