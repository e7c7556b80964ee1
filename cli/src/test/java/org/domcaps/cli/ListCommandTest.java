package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.document.VirtType;
import org.domcaps.driver.EmulatorFault;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

class ListCommandTest {

    private static final String PAGE =
            """
            /usr/bin/qemu-system-x86_64
              version        9.1.0
              architectures  x86_64 (default emulator), i686
              virt types     kvm (default), qemu

              MACHINE        ALIAS  CPUS  VIRT TYPES
              pc-i440fx-9.1  pc     255   kvm qemu    default
              pc-q35-9.1     q35    4096  kvm qemu
              pc-i440fx-2.4         255   kvm qemu    deprecated

            /usr/bin/qemu-system-aarch64
              version        9.1.0
              architectures  aarch64
              virt types     qemu (default)

              MACHINE   ALIAS  CPUS  VIRT TYPES
              virt-9.1  virt         qemu
            """;

    private final FakeShell shell = new FakeShell();
    private final FakeBackend backend = new FakeBackend();

    private Run run(String... words) {
        return Run.of(shell, backend, words);
    }

    @Test
    void thePageMarksDefaults() {
        assertThat(run("list")).isEqualTo(new Run(0, PAGE, ""));
        assertThat(backend.closed).isEqualTo(1);
    }

    @Test
    void aMachineThatDiffersBetweenVirtTypesIsTwoRows() {
        backend.offers.clear();
        backend.offers.add(
                new EmulatorOffer(
                        "/q",
                        "1.0",
                        List.of(org.domcaps.document.Arch.S390X),
                        VirtType.KVM,
                        false,
                        List.of(
                                new EmulatorOffer.Slot(
                                        VirtType.KVM,
                                        List.of(FakeBackend.machine("s390", "", 248, false, true))),
                                new EmulatorOffer.Slot(
                                        VirtType.QEMU,
                                        List.of(
                                                FakeBackend.machine(
                                                        "s390", "", 1, false, true))))));
        assertThat(run("list").out().lines().skip(6))
                .containsExactly(
                        "  s390            1     qemu        default",
                        "  s390            248   kvm         default");
    }

    @Test
    void jsonSaysTheSame() {
        Run run = run("list", "--format=json", "--arch=aarch64");
        assertThat(run.code()).isZero();
        JsonValue expected =
                JsonReader.read(
                        """
                        {"emulators": [{
                          "path": "/usr/bin/qemu-system-aarch64", "version": "9.1.0", "default": false,
                          "archs": ["aarch64"], "defaultVirtType": "qemu",
                          "virtTypes": [{"name": "qemu", "machines": [
                            {"name": "virt-9.1", "alias": "virt", "deprecated": false, "default": false}]}]}],
                         "broken": []}
                        """
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(JsonReader.read(run.out().getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
    }

    @Test
    void thePublishedSchemaDescribesTheJson() throws IOException {
        new PublishedSchema("list").assertDescribes(run("list", "--format", "json").out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--names emulators | /usr/bin/qemu-system-x86_64 /usr/bin/qemu-system-aarch64",
                "--names archs     | x86_64 i686 aarch64",
                "--names virttypes | kvm qemu",
                "--names machines --arch x86_64 | pc pc-i440fx-9.1 q35 pc-q35-9.1 pc-i440fx-2.4",
                "--names emulators --virttype kvm | /usr/bin/qemu-system-x86_64",
                "--names emulators --emulatorbin /usr/bin/qemu-system-aarch64 |"
                        + " /usr/bin/qemu-system-aarch64"
            })
    void namesAreBareAndUnique(String words, String names) {
        assertThat(run(("list " + words).split(" ")).out().lines())
                .containsExactly(names.split(" "));
    }

    @Test
    void theSourceLearnsOfAnEmulatorThatIsNotFoundByItself() {
        run("list", "--emulatorbin", "/opt/q", "--replay", "b");
        assertThat(backend.sources.get(0).emulators()).containsExactly("/opt/q");
        assertThat(backend.sources.get(0).replay()).contains(java.nio.file.Path.of("b"));
    }

    @Test
    void coloursAreForTerminals() {
        shell.onTerminal();
        assertThat(run("list").out())
                .contains("\u001b[1m/usr/bin/qemu-system-x86_64\u001b[0m")
                .contains("\u001b[1m  pc-i440fx-9.1  pc     255   kvm qemu    default\u001b[0m\n")
                .contains("\u001b[2m  pc-i440fx-2.4 ");
    }

    @Test
    void noColorAndNeverAndDumbTerminalsGetNone() {
        assertThat(run("list", "--color", "never").out()).isEqualTo(PAGE);
        assertThat(
                        Run.of(new FakeShell().onTerminal().with("NO_COLOR", "1"), backend, "list")
                                .out())
                .isEqualTo(PAGE);
        assertThat(Run.of(new FakeShell().onTerminal().with("TERM", "dumb"), backend, "list").out())
                .isEqualTo(PAGE);
    }

    @Test
    void alwaysPaintsAPipeAndGoesBeforeNoColor() {
        shell.with("NO_COLOR", "1");
        assertThat(run("list", "--color=always").out()).contains("\u001b[1m");
    }

    @Test
    void emptyNoColorCountsAsUnset() {
        shell.onTerminal().with("NO_COLOR", "");
        assertThat(run("list").out()).contains("\u001b[1m");
    }

    private static final String LEFT_OUT =
            "domcaps list: /usr/bin/qemu-system-sparc is left out: internal error: it hangs\n";

    @Test
    void aBrokenEmulatorIsToldBesideTheOthers() {
        backend.faults.add(FakeBackend.broken());
        assertThat(run("list")).isEqualTo(new Run(3, PAGE, LEFT_OUT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--arch x86_64",
                "--emulatorbin /usr/bin/qemu-system-x86_64",
                "--names archs --arch aarch64"
            })
    void aBrokenEmulatorThatNobodyAskedAboutIsNotTold(String words) {
        backend.faults.add(FakeBackend.broken());
        Run run = run(("list " + words).split(" "));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void aFaultWhoseNameSaysNothingIsToldOfEveryArchitecture() {
        backend.faults.add(new EmulatorFault("Xen", List.of(), "no permission"));
        assertThat(run("list", "--arch", "x86_64").err())
                .isEqualTo("domcaps list: Xen is left out: no permission\n");
    }

    @Test
    void theNamesOfAllButABrokenEmulatorArePrinted() {
        backend.faults.add(FakeBackend.broken());
        assertThat(run("list", "--names", "archs"))
                .isEqualTo(new Run(3, "x86_64\ni686\naarch64\n", LEFT_OUT));
        backend.offers.clear();
        assertThat(Run.of(new FakeShell(), backend, "list", "--names", "archs"))
                .isEqualTo(new Run(3, "", LEFT_OUT));
    }

    @Test
    void anEmulatorThatIsNamedAndBrokenIsAFailure() {
        backend.faults.add(FakeBackend.broken());
        assertThat(run("list", "--emulatorbin", "/usr/bin/qemu-system-sparc", "--format=json"))
                .isEqualTo(new Run(3, "", "domcaps list: internal error: it hangs\n"));
    }

    @Test
    void jsonHoldsWhatIsBroken() throws IOException {
        backend.faults.add(FakeBackend.broken());
        backend.offers.clear();
        Run run = run("list", "--format", "json");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).isEqualTo(LEFT_OUT);
        assertThat(JsonReader.read(run.out().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(
                        JsonReader.read(
                                """
                                {"emulators": [], "broken": [{
                                  "name": "/usr/bin/qemu-system-sparc", "archs": ["sparc"],
                                  "reason": "internal error: it hangs"}]}
                                """
                                        .getBytes(StandardCharsets.UTF_8)));
        new PublishedSchema("list").assertDescribes(run.out());
    }

    @Test
    void noEmulatorAtAllIsAFailure() {
        backend.offers.clear();
        assertThat(run("list"))
                .isEqualTo(
                        new Run(
                                3,
                                "",
                                "domcaps list: no emulator found; install QEMU, or name a binary"
                                        + " with --emulatorbin\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--arch s390x | 3 | no emulator found for --arch s390x; 'domcaps list' shows those"
                        + " there are",
                "--arch x86-64 | 2 | unknown architecture 'x86-64', did you mean 'x86_64'? see"
                        + " 'domcaps list --help'",
                "--virttype kwm | 2 | unknown virt type 'kwm', did you mean 'kvm'? see 'domcaps"
                        + " list --help'",
                "--names cpus | 2 | --names cannot be 'cpus', choose one of: emulators, archs,"
                        + " virttypes, machines, paths; see 'domcaps list --help'",
                "--format xml | 2 | --format cannot be 'xml', choose one of: text, json; see"
                        + " 'domcaps list --help'",
                "--names archs --format json | 2 | --names gives plain lines, so it does not go"
                        + " with --format json; see 'domcaps list --help'"
            })
    void whatCannotBeListedIsToldInOneLine(String words, int code, String message) {
        assertThat(run(("list " + words).split(" ")))
                .isEqualTo(new Run(code, "", "domcaps list: " + message + "\n"));
    }
}
