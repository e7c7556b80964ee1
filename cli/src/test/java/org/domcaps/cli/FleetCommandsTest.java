package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The commands about many hosts, over documents of real emulators.
class FleetCommandsTest {

    private static final Path CASES = Path.of("../qemu/src/test/resources/recordings");

    @TempDir Path folder;

    @BeforeEach
    void writeFleet() throws IOException {
        document("old1", "qemu-7.2/cases/q35");
        document("old2", "qemu-7.2/cases/q35");
        document("new", "qemu-11.1/cases/q35");
    }

    @Test
    void compareTellsForEachKindOfHostWhatDiffers() throws IOException {
        Run run = Run.of("compare", "Westmere", fleet());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("old1 and 1 more: ", "  lacks: ", "  has beyond it: ");
        assertThat(Run.of("compare", "486", fleet()).code()).isZero();
        assertThat(Run.of("compare", file("new"), file("new")).out()).isEqualTo("new: identical\n");
        Run json = Run.of("compare", file("old1"), fleet(), "--format", "json");
        new PublishedSchema("compare").assertDescribes(json.out());
    }

    @Test
    void compareWithoutHostsIsAboutThisHost() {
        Run run = Run.of("compare", "486");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .isEqualTo(
                        "this host: unknown\n"
                                + "  the host reports no host-model, so its features are not"
                                + " known\n");
    }

    @Test
    void aDaemonIsAHostInEveryCommand() throws IOException {
        FakeBackend backend = new FakeBackend();
        String uri = "qemu+ssh://root@rack12/system";
        Run named =
                Run.of(new FakeShell(), backend, "compare", "486", "rack=" + uri, "--arch", "i686");
        assertThat(named.out()).startsWith("rack: ");
        assertThat(backend.sources.getFirst().connect()).contains(uri);
        assertThat(backend.requests.getFirst().arch()).contains("i686");
        assertThat(backend.closed).isEqualTo(1);
        Run both = Run.of("compare", "486", fleet(), "--connect", uri);
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err()).contains("HOST names the hosts, so --connect has no effect");
        Run one = Run.of(new FakeShell(), backend, "diff", file("old1"), "--connect", uri);
        assertThat(one.code()).isEqualTo(1);
        assertThat(backend.sources).hasSize(2);
    }

    @Test
    void whatIsNoCpuIsOneClearLine() throws IOException {
        assertThat(Run.of("compare", "Moonbeam", fleet()).err())
                .startsWith("domcaps compare: 'Moonbeam' is no file and no CPU model of x86_64");
        assertThat(Run.of("compare", "missing.xml", fleet()).err())
                .startsWith("domcaps compare: there is no file missing.xml");
        Path two = Files.writeString(folder.resolve("two.cpu"), "<cpu/><cpu/>");
        Run run = Run.of("compare", two.toString(), fleet());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("holds 2 CPU definitions");
    }

    @Test
    void baselinePrintsACpuForDomains() throws IOException {
        Run run = Run.of("baseline", fleet());

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("<cpu mode='custom' match='exact'>\n  <model fallback='forbid'>");
        assertThat(Run.of("baseline", file("new"), file("old2"), file("old1")).out())
                .isEqualTo(run.out());
        assertThat(Run.of("baseline", fleet(), "--features").out())
                .contains("<feature policy='require' name='lm'/>");
        assertThat(Run.of("baseline", fleet(), "--format", "text").out())
                .contains("Baseline of 3 hosts of 2 kinds", "old1 and 1 more", "alone costs: ");
        new PublishedSchema("baseline")
                .assertDescribes(Run.of("baseline", fleet(), "--format", "json").out());
    }

    @Test
    void aHostThatCannotBeReadHasItsLineAndMakesTheEndUnknown() throws IOException {
        Run good = Run.of("baseline", fleet());
        Files.writeString(folder.resolve("fleet/broken.xml"), "<domainCapabilities>");
        Run run = Run.of("baseline", fleet());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEqualTo(good.out());
        assertThat(run.err().lines().toList()).hasSize(1);
        assertThat(run.err()).startsWith("domcaps baseline: ").contains("broken.xml: ");
        assertThat(Run.of("baseline", folder.resolve("nothing").toString()).err())
                .contains("nothing: cannot be read: No such file or directory")
                .contains("domcaps baseline: no host could be read");
    }

    @Test
    void hostsWithoutACommonCpuAreTheAnswerNo() throws IOException {
        Files.writeString(
                folder.resolve("intel.xml"),
                "<cpu><model>Westmere</model><vendor>Intel</vendor></cpu>");
        Run run = Run.of("baseline", file("new"), folder.resolve("intel.xml").toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("different vendors").contains("AMD: new; Intel: intel");
        Run json =
                Run.of(
                        "baseline",
                        file("new"),
                        folder.resolve("intel.xml").toString(),
                        "--format",
                        "json");
        assertThat(json.code()).isEqualTo(1);
        new PublishedSchema("baseline").assertDescribes(json.out());
    }

    @Test
    void expandListsFeatures() throws IOException {
        assertThat(Run.of("expand", "Westmere", "--format", "text").out().lines())
                .contains("aes", "lm");
        assertThat(Run.of("expand", file("new")).out()).contains("<feature policy='require'");
        new PublishedSchema("expand")
                .assertDescribes(Run.of("expand", "EPYC", "--format", "json").out());
        Run arm = Run.of("expand", "cortex-a57", "--arch", "aarch64");
        assertThat(arm.code()).isEqualTo(3);
        assertThat(arm.err()).contains("only the emulator knows");
    }

    @Test
    void migrateWithoutADomainIsAMatrix() throws IOException {
        Run run = Run.of("migrate", fleet(), "--newest-machines");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("(to)", "old1 and 1 more", "TARGETS", "1 of 2");
        new PublishedSchema("migrate-matrix")
                .assertDescribes(Run.of("migrate", fleet(), "--format", "json").out());
        assertThat(Run.of("migrate", file("old1"), file("old2")).code()).isZero();
    }

    @Test
    void migrateFromAHostSaysWhatIsInTheWayAndWhatHelps() throws IOException {
        Run run = Run.of("migrate", "--from", file("new"), file("old1"), "--newest-machines");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("[migrate.cpu.features]", "start the guest with these switched off")
                .contains("define the guest with machine type pc-q35-7.2");
        new PublishedSchema("migrate")
                .assertDescribes(
                        Run.of("migrate", "--from", file("new"), fleet(), "--format", "json")
                                .out());
    }

    @Test
    void migrateOfADomainPointsIntoItsDefinition() throws IOException {
        Path domain =
                Files.writeString(
                        folder.resolve("vm.xml"),
                        "<domain type='kvm'><vcpu>1</vcpu><os><type arch='x86_64'"
                                + " machine='pc-q35-7.2'>hvm</type></os><devices><rng"
                                + " model='nonsense'/></devices></domain>");
        Run run = Run.of("migrate", "--domain", domain.toString(), file("old1"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains(domain + ":1:").contains("error");
        Run json = Run.of("migrate", "--domain", domain.toString(), fleet(), "--format", "json");
        new PublishedSchema("migrate").assertDescribes(json.out());
    }

    @Test
    void diffOfEqualDocumentsIsEmpty() {
        Run run = Run.of("diff", file("old1"), file("old2"));

        assertThat(run).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void diffMarksWhatWasLostAndGained() throws IOException {
        Run run = Run.of("diff", file("old1"), file("new"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("~ machine: pc-q35-7.2 -> pc-q35-11.1\n")
                .contains("- devices.video.modelType: qxl\n")
                .contains("+ cpu.host-model.feature: ");
        Path domain =
                Files.writeString(
                        folder.resolve("vm.xml"),
                        "<domain type='kvm'><vcpu>1</vcpu><os><type arch='x86_64'"
                                + " machine='q35'>hvm</type></os><devices><video><model"
                                + " type='qxl'/></video></devices></domain>");
        Run impact =
                Run.of(
                        "diff",
                        file("old1"),
                        file("new"),
                        "--domain",
                        domain.toString(),
                        "--newest-machines");
        assertThat(impact.out())
                .contains("could start on 1 host, can start on 0")
                .contains("not any more: new");
        Run json =
                Run.of(
                        "diff",
                        file("old1"),
                        file("new"),
                        "--domain",
                        domain.toString(),
                        "--format",
                        "json");
        new PublishedSchema("diff").assertDescribes(json.out());
    }

    @Test
    void standardInputIsReadOnce() {
        FakeShell shell = new FakeShell().reading("<cpu><model>EPYC</model></cpu>");

        assertThat(Run.of(shell, new FakeBackend(), "baseline", "-").out()).contains("EPYC");
        assertThat(Run.of("diff", "-", "-").code()).isEqualTo(2);
        assertThat(Run.of("baseline", "-", "x=-").code()).isEqualTo(2);
    }

    private void document(String host, String source) throws IOException {
        Files.createDirectories(folder.resolve("fleet"));
        Files.copy(
                CASES.resolve(source).resolve("expected.xml"),
                folder.resolve("fleet/" + host + ".xml"));
    }

    private String fleet() {
        return folder.resolve("fleet").toString();
    }

    private String file(String host) {
        return folder.resolve("fleet/" + host + ".xml").toString();
    }
}
