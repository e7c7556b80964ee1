package org.domcaps.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

@Tag("live")
class RequestTapTest {

    @Test
    void theBareClientAsksWhatTheProbeAsks() {
        Path emulator = Programs.find("qemu-system-x86_64").orElse(Path.of("/"));
        Assumptions.assumeTrue(
                !emulator.equals(Path.of("/")), "qemu-system-x86_64 is not installed");
        List<Conversation> conversations = RequestTap.listen(ProbeBench.probe(), emulator);
        assertThat(conversations)
                .isNotEmpty()
                .allSatisfy(conversation -> {
                    assertThat(conversation.arguments()).contains("-qmp", "stdio");
                    assertThat(new String(conversation.requests(), StandardCharsets.UTF_8))
                            .startsWith("{\"execute\":\"qmp_capabilities\"")
                            .contains("query-cpu-definitions");
                });
        BareClient client = new BareClient(emulator, conversations);
        client.check();
        assertThat(client.ask()).isGreaterThan(10_000);
    }
}
