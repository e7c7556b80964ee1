package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Real virtualization tools beside `check` and `suggest` on this host: what virt-install makes
/// passes the check, and what is suggested is taken by libvirt.
///
/// libvirt's QEMU driver runs inside a Python process with a folder of its own, so that nothing of
/// the system is touched and no daemon is needed.
@Tag("live")
class VirtToolsLiveTest {

    private static final Path SCRIPT = Path.of("src/test/resources/virt_tools.py").toAbsolutePath();
    private static final int MINUTES = 8;

    /// Arguments of virt-install by the name of the guest.
    private static final Map<String, String> INSTALLS = installs();

    /// Words of `domcaps suggest`.
    private static final List<String> WISHES =
            List.of(
                    "--os linux",
                    "--os windows --secure-boot --tpm --comments",
                    "--os windows --machine pc",
                    "--os bsd --uefi --virttype qemu",
                    "--os other --tpm --vcpus 8",
                    "--migratable --comments",
                    "--migratable --virttype qemu --machine pc");

    @TempDir static Path root;
    @TempDir Path folder;

    @BeforeAll
    static void tools() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/qemu-system-x86_64")),
                "qemu-system-x86_64 is not installed");
        for (String module : List.of("libvirt", "virtinst")) {
            String code =
                    "import sys; sys.path.append('/usr/share/virt-manager'); import " + module;
            assumeTrue(run("", "/usr/bin/python3", "-c", code).code == 0, module + " is missing");
        }
    }

    @BeforeEach
    void kvm() {
        assumeTrue(Files.isWritable(Path.of("/dev/kvm")), "/dev/kvm cannot be used");
    }

    private static Map<String, String> installs() {
        Map<String, String> installs = new LinkedHashMap<>();
        installs.put("debian", "--osinfo debian11");
        installs.put("fedora", "--osinfo fedora36 --boot uefi --tpm emulator");
        installs.put("rhel", "--osinfo rhel9.0 --machine pc");
        installs.put("bsd", "--osinfo freebsd13.1 --virt-type qemu");
        installs.put(
                "shared",
                "--osinfo ubuntu22.04 --memorybacking source.type=memfd,access.mode=shared"
                        + " --filesystem /srv,srv,driver.type=virtiofs");
        installs.put("windows", "--osinfo win11");
        installs.put("old", "--osinfo win7 --cpu host-model");
        return installs;
    }

    @Test
    void whatVirtInstallMakesPassesTheCheck() throws Exception {
        StringBuilder lines = new StringBuilder();
        INSTALLS.forEach((name, arguments) ->
                lines.append(folder.resolve(name + ".xml"))
                        .append("\t--name\t")
                        .append(name)
                        .append("\t--memory\t1024\t--disk\tnone\t--import\t")
                        .append(arguments.replace(' ', '\t'))
                        .append('\n'));
        Result made = python(lines.toString(), "install");
        assertThat(made.out.lines())
                .hasSize(INSTALLS.size())
                .allMatch(line -> line.endsWith(" ok"));
        boolean kvmTellsEnlightenments =
                ours(List.of("get", "--virttype", "kvm", "--xpath", "//hyperv/enum/value/text()"))
                        .out()
                        .contains("relaxed");
        for (String name : INSTALLS.keySet()) {
            Run run = check(folder.resolve(name + ".xml"));
            assertThat(run.out().lines().filter(line -> line.contains(": error: ")))
                    .as(name)
                    .isEmpty();
            // Where KVM tells QEMU of no enlightenment, only starting the guest shows which work.
            assertThat(
                            run.out()
                                    .lines()
                                    .filter(line -> line.contains(": unknown: "))
                                    .filter(line ->
                                            kvmTellsEnlightenments
                                                    || !line.contains("[feature.hyperv.")))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void whatIsSuggestedIsTakenByLibvirt() throws Exception {
        List<String> files = new ArrayList<>();
        for (String wish : WISHES) {
            Path file = folder.resolve("wish" + files.size() + ".xml");
            List<String> words = new ArrayList<>(List.of("suggest", "--output", file.toString()));
            words.addAll(List.of(wish.split(" ")));
            Run run = ours(words);
            assertThat(run.err()).as(wish).isEmpty();
            assertThat(run.code()).as(wish).isZero();
            assertThat(check(file).code()).as(wish).isZero();
            files.add(file.toString());
        }
        Result defined = python("", "define", files.toArray(String[]::new));
        assertThat(defined.out.lines())
                .hasSize(files.size())
                .allMatch(line -> line.endsWith(" ok"));
    }

    @Test
    void whatIsSuggestedIsValidAndTakenByTheTestDriver() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/xmllint")), "xmllint is not installed");
        Path file = folder.resolve("wish.xml");
        assertThat(ours(List.of("suggest", "--tpm", "--uefi", "--output", file.toString())).code())
                .isZero();
        Result valid = run("", "virt-xml-validate", file.toString(), "domain");
        assertThat(valid.code).as(valid.out).isZero();
        Result defined = run("", "virsh", "-c", "test:///default", "define", file.toString());
        assertThat(defined.code).as(defined.out).isZero();
    }

    private static Run check(Path file) {
        return ours(List.of("check", file.toString()));
    }

    private static Run ours(List<String> words) {
        return Run.of(new FakeShell(), HostBackend.ofThisProcess(), words.toArray(String[]::new));
    }

    private static Result python(String input, String what, String... files) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of("/usr/bin/python3", SCRIPT.toString(), root.toString(), what));
        command.addAll(List.of(files));
        return run(input, command.toArray(String[]::new));
    }

    /// How a program ended.
    ///
    /// @param out standard output and standard error
    private record Result(int code, String out) {}

    private static Result run(String input, String... command)
            throws IOException, InterruptedException {
        Path in = Files.createTempFile("virt-tools", ".in");
        Path out = Files.createTempFile("virt-tools", ".out");
        try {
            Files.writeString(in, input);
            Process process =
                    new ProcessBuilder(command)
                            .redirectInput(in.toFile())
                            .redirectOutput(out.toFile())
                            .redirectErrorStream(true)
                            .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(command[0] + " takes more than " + MINUTES + " minutes");
            }
            return new Result(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(in);
            Files.deleteIfExists(out);
        }
    }
}
