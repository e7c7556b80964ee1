package org.domcaps.qemu.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.domcaps.error.ErrorCode;
import org.domcaps.qemu.Fixtures;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.qmp.QmpSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Programs that are not the QEMU that a probe hopes for. Each gives one clear line, and nothing of
/// it stays.
@Tag("live")
class StandInTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final String GREETING =
            "echo '{\"QMP\": {\"version\": {}, \"capabilities\": []}}'; echo '{\"return\": {},"
                    + " \"id\": \"libvirt-1\"}'\n";

    // For a time that no other process sleeps for.
    private static final String FOREVER = "sleep 98765." + ProcessHandle.current().pid();

    @TempDir Path folder;

    private static QemuProbe probe(Duration deadline) {
        return new QemuProbe(deadline, true, HostAccelerators.KVM);
    }

    private static QemuFacts facts(StandIn qemu) {
        return probe(LONG).probe(qemu.program());
    }

    private StandIn script(String text) {
        return StandIn.script(folder, "qemu", text);
    }

    private StandIn answering() {
        return StandIn.answering(folder, "answering", Fixtures.qemu72().recording());
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(Leftovers.withCommandLine(folder.toString())).isEmpty();
        assertThat(Leftovers.withCommandLine(FOREVER)).isEmpty();
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.startsWith("qemu") || name.startsWith("answering"));
        }
    }

    private static void assertLate(StandIn qemu) {
        long start = System.nanoTime();
        assertFails(qemu, SHORT, "no complete answer within 700 ms");
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

        assertThat(millis).as("one deadline for both runs").isBetween(700L, 2500L);
    }

    private static void assertFails(StandIn qemu, String... words) {
        assertFails(qemu, LONG, words);
    }

    private static void assertFails(StandIn qemu, Duration deadline, String... words) {
        Throwable thrown = catchThrowable(() -> probe(deadline).probe(qemu.program()));

        assertThat(thrown)
                .isInstanceOfSatisfying(
                        ProbeException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL);
                            assertThat(e.binary()).isEqualTo(qemu.program());
                        });
        assertThat(thrown.getMessage())
                .startsWith("Failed to probe capabilities for " + qemu.program() + ": ")
                .contains(words)
                .matches("[ -~…]*")
                .hasSizeLessThan(700);
        assertThat(qemu.starts()).isNotEmpty();
    }

    @Test
    void whatAnswersAsQemuDoesIsProbed() {
        assertThat(facts(answering())).isEqualTo(Fixtures.qemu72().facts());
    }

    @Test
    void aProgramThatPrintsSomethingElse() {
        assertFails(script("echo 'Hello, world'"), "no JSON: \"Hello, world");
    }

    @Test
    void aProgramThatEndsAtOnce() {
        assertFails(script("exit 0"), "it ended with exit status 0");
    }

    @Test
    void aProgramThatFailsWithAReason() {
        assertFails(
                script(
                        "echo 'qemu: error while loading shared libraries: libfoo.so.1' >&2\n"
                                + "exit 127"),
                "it ended with exit status 127 and said: qemu: error while loading shared"
                        + " libraries: libfoo.so.1");
    }

    @Test
    void aProgramThatFailsWithManyLines() {
        assertFails(
                script("printf 'one\\ntwo\\r\\n\\033[31mthree\\007\\n' >&2\nexit 1"),
                "one two",
                "three");
    }

    @Test
    void aProgramThatCrashes() {
        assertFails(script("kill -SEGV $$"), "it ended with exit status 139");
    }

    @Test
    void anInterpreterThatIsNotThere() throws IOException {
        StandIn qemu = script("exit 0");
        Files.writeString(qemu.program(), "#!/no/such/interpreter\n");

        assertThatThrownBy(() -> facts(qemu))
                .isInstanceOf(ProbeException.class)
                .hasMessageContaining("it ended with exit status 127");
    }

    @Test
    void aProgramThatHangs() {
        assertLate(script("exec " + FOREVER));
    }

    @Test
    void aProgramThatHangsAfterTheGreeting() {
        assertLate(script(GREETING + "exec " + FOREVER));
    }

    @Test
    void aProgramThatEndsHalfWay() {
        assertFails(
                script(GREETING + "printf '{\"return\": {\"arc'"),
                "QEMU ended the conversation before it replied to 'query-target'",
                "in the middle of a message: \"{\"return\": {\"arc\"",
                "it ended with exit status 0");
    }

    @Test
    void aProgramThatAnswersGarbage() {
        assertFails(script("printf '\\001\\377\\n'; exec " + FOREVER), "no JSON: \"??");
    }

    @Test
    void aProgramThatAnswersAHundredMegabytesOnOneLine() {
        assertFails(
                script(GREETING + "head -c 100000000 /dev/zero | tr '\\0' x"),
                "more than " + QmpSession.MAX_MESSAGE_BYTES + " bytes: \"xxxx");
    }

    @Test
    void aProgramThatTellsEndlessEvents() {
        assertLate(script(GREETING + "exec yes '{\"event\": \"NOISE\"}'"));
    }

    @Test
    void aProgramThatClosesItsInput() {
        assertLate(script("exec <&-\n" + GREETING + "exec " + FOREVER));
    }

    @Test
    void aProgramThatClosesItsOutput() {
        assertFails(script("exec >&-\nexec " + FOREVER), "QEMU ended the conversation");
    }

    @Test
    void aProgramThatDoesNotWantToEnd() {
        assertLate(script("trap '' TERM INT HUP PIPE\nwhile :; do " + FOREVER + "; done"));
    }

    @Test
    void aProgramThatComplainsWithoutEnd() {
        assertFails(
                script("head -c 5000000 /dev/zero | tr '\\0' e >&2\nexit 3"),
                "it ended with exit status 3 and said: eeee");
    }

    @Test
    void aProgramThatAnswersWhileItComplains() {
        StandIn answering = answering();
        StandIn qemu =
                script(
                        "head -c 5000000 /dev/zero | tr '\\0' e >&2\nexec '"
                                + answering.program()
                                + "' \"$@\"");

        assertThat(facts(qemu)).isEqualTo(Fixtures.qemu72().facts());
    }

    @Test
    void aWrapperThatWaitsForQemu() {
        StandIn answering = answering();
        StandIn wrapper = script("'" + answering.program() + "' \"$@\"\nexit $?");

        assertThat(facts(wrapper)).isEqualTo(Fixtures.qemu72().facts());
    }

    @Test
    void aWrapperThatWaitsForAQemuThatHangs() {
        assertLate(script(FOREVER + "\nexit $?"));
    }

    @Test
    void aProgramWithAChildInTheBackground() {
        StandIn answering = answering();
        StandIn qemu = script(FOREVER + " &\nexec '" + answering.program() + "' \"$@\"");

        assertThat(facts(qemu)).isEqualTo(Fixtures.qemu72().facts());
    }

    @Test
    void aRunWithTcgAloneThatFailsSpoilsTheProbe() {
        StandIn answering = answering();
        StandIn qemu =
                script(
                        "case \"$*\" in *accel=tcg*) echo 'no memory' >&2; exit 1;; esac\nexec '"
                                + answering.program()
                                + "' \"$@\"");

        assertFails(qemu, "it ended with exit status 1 and said: no memory");
    }

    @Test
    void aRunWithTcgAloneThatNobodyNeedsMayFail() {
        StandIn tcgOnly = StandIn.answering(folder, "answering", Fixtures.qemu111tcg().recording());
        StandIn qemu =
                script(
                        "case \"$*\" in *accel=tcg*) exit 1;; esac\nexec '"
                                + tcgOnly.program()
                                + "' \"$@\"");

        assertThat(facts(qemu)).isEqualTo(Fixtures.qemu111tcg().facts());
    }

    @Test
    void theEnvironmentIsSmall() {
        StandIn qemu = script("env | cut -d= -f1 | sort | tr '\\n' ' ' >&2\nexit 1");
        String message = catchThrowable(() -> facts(qemu)).getMessage().replaceAll(".*said: ", "");

        assertThat(List.of(message.replace(")", "").split(" ")))
                .contains("LC_ALL", "PATH")
                .isSubsetOf(
                        "LC_ALL",
                        "LD_PRELOAD",
                        "LD_LIBRARY_PATH",
                        "PATH",
                        "HOME",
                        "USER",
                        "LOGNAME",
                        "TMPDIR",
                        "PWD",
                        "OLDPWD",
                        "SHLVL",
                        "_");
    }

    @ParameterizedTest
    @CsvSource({"kvm:tcg", "kvm:mshv:tcg", "hvf:tcg"})
    void qemuIsAskedForNothingButItsMonitor(String accelerators) {
        StandIn qemu = answering();
        new QemuProbe(LONG, true, new HostAccelerators(accelerators, Optional.empty()))
                .probe(qemu.program());

        String always = "-S -no-user-config -nodefaults -nographic -machine none,accel=";
        assertThat(qemu.starts().stream().map(start -> start.substring(start.indexOf(' ') + 1)))
                .containsExactlyInAnyOrder(
                        always + accelerators + " -qmp stdio", always + "tcg -qmp stdio");
    }

    @Test
    void aRecordingThatFailsLeavesNothingEither() {
        StandIn qemu = script(GREETING + "exec " + FOREVER);

        assertThatThrownBy(() -> probe(SHORT).record(qemu.program()))
                .isInstanceOf(ProbeException.class)
                .hasMessageContaining("no complete answer within");
    }
}
