package org.domcaps.daemon;

import org.domcaps.error.DomcapsException;
import org.domcaps.rpc.client.ConnectOptions;
import org.domcaps.rpc.client.Connection;
import org.domcaps.rpc.message.EmulatorChoice;
import org.domcaps.rpc.uri.ClientEnvironment;
import org.domcaps.rpc.uri.ConnectUri;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// Tests a daemon that runs, ours or libvirt's: opens a connection as virsh does and asks what
/// management programs ask.
public final class DaemonCheck {

    private final List<Step> steps = new ArrayList<>();

    private DaemonCheck() {}

    /// One question and what came of it.
    ///
    /// @param name what was asked
    /// @param took how long it took
    /// @param answer the answer in short, or why there is none
    /// @param passed whether there is one
    public record Step(String name, Duration took, String answer, boolean passed) {
        /// Checks that nothing is null.
        public Step {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(took, "took");
            Objects.requireNonNull(answer, "answer");
        }
    }

    /// Asks everything, in the order of the result; after a failed opening there is nothing more to
    /// ask.
    public static List<Step> run(
            ConnectUri uri, ConnectOptions options, ClientEnvironment environment) {
        DaemonCheck check = new DaemonCheck();
        Optional<Connection> opened =
                check.attempt("open", () -> Connection.open(uri, options, environment));
        if (opened.isPresent()) {
            try (Connection connection = opened.get()) {
                check.ask(connection);
            }
        }
        return List.copyOf(check.steps);
    }

    private void ask(Connection connection) {
        tell("uri", connection::uri);
        tell("type", connection::type);
        tell("daemon version", () -> connection.daemonVersion().toString());
        tell("hypervisor version", () -> connection.hypervisorVersion().toString());
        tell("hostname", connection::hostname);
        tell("capabilities", () -> size(connection.capabilities()));
        tell(
                "domain capabilities",
                () -> size(connection.domainCapabilities(EmulatorChoice.DEFAULT, 0)));
    }

    private static String size(byte[] document) {
        return document.length + " bytes";
    }

    private void tell(String name, Supplier<String> question) {
        Optional<String> _ = attempt(name, question);
    }

    private <T> Optional<T> attempt(String name, Supplier<T> question) {
        long start = System.nanoTime();
        try {
            T answer = question.get();
            steps.add(new Step(name, since(start), answer instanceof String s ? s : "ok", true));
            return Optional.of(answer);
        } catch (DomcapsException e) {
            steps.add(new Step(name, since(start), e.libvirtMessage(), false));
            return Optional.empty();
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
