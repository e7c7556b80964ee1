package org.domcaps.host.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Tag("live")
class CommandTest {

    private static CommandResult shell(String script, Duration deadline) {
        return new Command(
                        List.of("/bin/sh", "-c", script),
                        Map.of("PATH", "/bin:/usr/bin", "X", "y"),
                        deadline)
                .run();
    }

    private static CommandResult shell(String script) {
        return shell(script, Duration.ofSeconds(20));
    }

    @Test
    void outputErrorsAndStatusAreKeptApart() {
        CommandResult result = shell("echo out $X; echo err >&2; exit 3");
        assertThat(result)
                .isInstanceOfSatisfying(
                        CommandResult.Exited.class,
                        exited -> {
                            assertThat(exited.status()).isEqualTo(3);
                            assertThat(new String(exited.output(), StandardCharsets.UTF_8))
                                    .isEqualTo("out y\n");
                            assertThat(exited.errors()).isEqualTo("err");
                            assertThat(exited.cut()).isFalse();
                        });
    }

    @Test
    void muchOutputDoesNotBlockTheProgramAndIsCapped() {
        CommandResult result = shell("head -c 3000000 /dev/zero");
        assertThat(result)
                .isInstanceOfSatisfying(
                        CommandResult.Exited.class,
                        exited -> {
                            assertThat(exited.status()).isZero();
                            assertThat(exited.output()).hasSize(Command.OUTPUT_LIMIT);
                            assertThat(exited.cut()).isTrue();
                        });
    }

    @Test
    void manyErrorsAreCappedToo() {
        assertThat(shell("head -c 300000 /dev/zero | tr '\\0' x >&2"))
                .isInstanceOfSatisfying(
                        CommandResult.Exited.class,
                        exited -> {
                            assertThat(exited.errors()).hasSize(Command.ERROR_LIMIT);
                            assertThat(exited.cut()).isTrue();
                        });
    }

    @Test
    void aDeathBySignalIsTold() {
        assertThat(shell("kill -9 $$")).isEqualTo(new CommandResult.Killed(9, ""));
    }

    @Test
    void aProgramThatOverrunsItsDeadlineIsGoneWithItsChildren() {
        CommandResult result =
                shell("echo waiting >&2; sleep 987 & echo $! >&2; wait", Duration.ofMillis(500));
        assertThat(result)
                .isInstanceOfSatisfying(
                        CommandResult.TimedOut.class,
                        timedOut -> {
                            List<String> lines = timedOut.errors().lines().toList();
                            assertThat(lines.getFirst()).isEqualTo("waiting");
                            Optional<ProcessHandle> child =
                                    ProcessHandle.of(Long.parseLong(lines.getLast()));
                            // A killed orphan may still wait to be reaped; it runs nothing any
                            // more.
                            assertThat(child.flatMap(handle -> handle.info().command())).isEmpty();
                        });
    }

    @Test
    void aMissingProgramIsNotStarted() {
        CommandResult result =
                new Command(List.of("/no/such"), Map.of(), Duration.ofSeconds(1)).run();
        assertThat(result).isInstanceOf(CommandResult.NotStarted.class);
    }
}
