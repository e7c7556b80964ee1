package org.domcaps.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.domcaps.cpu.CpuidDump;
import org.domcaps.cpu.CpuidKey;
import org.domcaps.document.Release;
import org.domcaps.host.system.HostEnvironment;
import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/// Looks at the machine that runs the tests.
@Tag("live")
class HostLiveTest {

    private static final HostProbe PROBE =
            HostProbe.ofThisMachine(
                    HostEnvironment.of(
                            System.getenv(),
                            Path.of("").toAbsolutePath().toString(),
                            System.getProperty("user.name").equals("root")));

    @TempDir private Path folder;

    @Test
    void everythingIsGatheredAndSurvivesTheJsonForm() {
        HostFacts facts = PROBE.gatherAll();
        assertThat(facts.gathered()).isEqualTo(EnumSet.allOf(HostPart.class));
        assertThat(facts.machine().kernel()).isPresent();
        byte[] json = JsonWriter.pretty(facts.toJson()).getBytes(StandardCharsets.UTF_8);
        assertThat(HostFacts.fromJson(JsonReader.read(json))).isEqualTo(facts);
        facts.firmware().offer(facts.arch(), "none", Release.NEWEST);
    }

    @Test
    void theProcessorAnswers() {
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "not x86_64");
        HostFacts facts = PROBE.gather(Set.of(HostPart.RAW_CPU, HostPart.SEV_GUESTS));
        CpuidDump dump = (CpuidDump) facts.rawCpu().processor().orElseThrow();
        assertThat(dump.leaves()).containsKeys(new CpuidKey(0, 0), new CpuidKey(0x80000000, 0));
        assertThat(facts.sevGuests()).isInstanceOf(SevGuests.Counted.class);
        assertThat(facts.machine().signature()).isPresent();
    }

    @Test
    void swtpmSetupTellsItsVersions() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/swtpm_setup")), "no swtpm here");
        Swtpm swtpm = PROBE.gather(Set.of(HostPart.SWTPM)).swtpm();
        assertThat(swtpm.has(SwtpmFeature.TPM_2_0)).as(swtpm.toString()).isTrue();
    }

    @Test
    void standInProgramsShowEveryOutcome() {
        FakeMachine machine =
                new FakeMachine(folder)
                        .program("/usr/bin/swtpm", "")
                        .program("/usr/bin/swtpm_ioctl", "")
                        .program(
                                "/usr/bin/swtpm_setup",
                                "test $1 = --print-capabilities && echo '{\"features\":"
                                        + " [\"tpm-1.2\"]}'");
        assertThat(machine.gather(HostPart.SWTPM).swtpm())
                .isEqualTo(Swtpm.of(SwtpmFeature.TPM_1_2));
        machine.program("/usr/bin/swtpm_setup", "echo no luck >&2; exit 2");
        assertThat(machine.gather(HostPart.SWTPM).swtpm().toString())
                .contains("swtpm_setup failed with status 2: no luck");
        machine.program("/usr/bin/swtpm_setup", "kill -11 $$");
        assertThat(machine.gather(HostPart.SWTPM).swtpm())
                .isEqualTo(new Swtpm.Unclear("swtpm_setup was killed by signal 11"));
        machine.file("/usr/bin/swtpm_setup", "#!/no/such/interpreter\n");
        assertThat(machine.gather(HostPart.SWTPM).swtpm()).isInstanceOf(Swtpm.Unclear.class);
    }

    @Test
    void theStateStaysTheSame() {
        HostState first = PROBE.state();
        assertThat(PROBE.state()).isEqualTo(first);
        assertThat(first.identity().uid()).isNotNegative();
        assertThat(first.identity().capabilities()).isNotEmpty();
    }
}
