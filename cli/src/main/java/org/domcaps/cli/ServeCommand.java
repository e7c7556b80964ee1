package org.domcaps.cli;

import org.domcaps.daemon.DaemonCheck;
import org.domcaps.daemon.DaemonOptions;
import org.domcaps.daemon.LogLevel;
import org.domcaps.daemon.TlsIdentity;
import org.domcaps.document.Release;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonWriter;
import org.domcaps.rpc.server.Endpoint;
import org.domcaps.rpc.server.ServerLimits;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// `domcaps serve`: the daemon, and the test of one.
final class ServeCommand implements Command {

    private static final String SYSTEM_SOCKET = "/run/domcaps/domcaps-sock";
    private static final String SESSION_SOCKET = "/domcaps/domcaps-sock";
    private static final int OWNER_ONLY = 0600;
    private static final int OWNER_AND_GROUP = 0660;
    private static final int EVERYBODY = 0666;
    private static final int ALL_BITS = 0777;
    private static final int LAST_PORT = 65_535;
    private static final Set<String> WITH_CHECK = Set.of("check", "format", "socket");
    private static final int MOST_CLIENTS = 100_000;

    @Override
    public ExitCode run(Arguments arguments, Context context) {
        if (arguments.has("check")) {
            return check(arguments, context);
        }
        if (!arguments.operands().isEmpty()) {
            throw new UsageException("a URI goes with --check only");
        }
        if (arguments.has("format")) {
            throw new UsageException("--format goes with --check only");
        }
        context.backend()
                .serving()
                .serve(
                        options(arguments, context),
                        OptionValues.source(arguments, List.of()),
                        context.shell().err());
        return ExitCode.DONE;
    }

    private static DaemonOptions options(Arguments arguments, Context context) {
        return new DaemonOptions(
                endpoints(arguments, context),
                tls(arguments),
                arguments.has("metrics")
                        ? OptionalInt.of(port("--metrics", arguments.find("metrics").orElse("")))
                        : OptionalInt.empty(),
                OptionValues.generation(arguments).orElse(Release.NEWEST),
                limits(arguments),
                LogLevel.find(
                                OptionValues.choice(
                                        arguments, "log-level", ValueKind.LOG_LEVEL, "info"))
                        .orElseThrow());
    }

    private static ServerLimits limits(Arguments arguments) {
        Optional<String> text = arguments.find("max-clients");
        return text.isEmpty()
                ? ServerLimits.DEFAULT
                : ServerLimits.DEFAULT.withConnections(
                        number("--max-clients", text.get(), 1, MOST_CLIENTS));
    }

    private static List<Endpoint> endpoints(Arguments arguments, Context context) {
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.add(
                isActivated(context.shell())
                        ? new Endpoint.Inherited(false)
                        : unix(arguments, context));
        if (arguments.has("readonly-socket")) {
            endpoints.add(
                    new Endpoint.Unix(
                            OptionValues.path(arguments, "readonly-socket").orElseThrow(),
                            permissions(EVERYBODY),
                            Optional.empty(),
                            true));
        }
        if (arguments.has("tcp")) {
            HostAndPort at = HostAndPort.parse("--tcp", arguments.find("tcp").orElse(""));
            endpoints.add(new Endpoint.Tcp(at.host().orElse("127.0.0.1"), at.port()));
        }
        return endpoints;
    }

    /// A service manager that passes one socket makes it standard input, too.
    private static boolean isActivated(Shell shell) {
        String pid = Long.toString(ProcessHandle.current().pid());
        if (!shell.variable("LISTEN_PID").orElse("").equals(pid)) {
            return false;
        }
        if (!shell.variable("LISTEN_FDS").orElse("").equals("1")) {
            throw new UsageException(
                    "the service manager passes several sockets; it can pass one, as standard"
                            + " input, and options name the others");
        }
        return true;
    }

    private static Endpoint unix(Arguments arguments, Context context) {
        Optional<String> group = arguments.find("socket-group");
        int mode =
                arguments.has("socket-mode")
                        ? mode(arguments.find("socket-mode").orElse(""))
                        : group.isPresent() ? OWNER_AND_GROUP : OWNER_ONLY;
        Path path =
                OptionValues.path(arguments, "socket").orElseGet(() -> Path.of(socket(context)));
        return new Endpoint.Unix(path, permissions(mode), group, false);
    }

    private static String socket(Context context) {
        if (context.backend().serving().privileged()) {
            return SYSTEM_SOCKET;
        }
        String folder = context.shell().variable("XDG_RUNTIME_DIR").orElse("");
        if (folder.isEmpty()) {
            throw new UsageException("XDG_RUNTIME_DIR is not set; name the socket with --socket");
        }
        return folder + SESSION_SOCKET;
    }

    private static int mode(String text) {
        try {
            int mode = Integer.parseInt(text, 8);
            if (mode >= 0 && mode <= ALL_BITS) {
                return mode;
            }
        } catch (NumberFormatException _) {
            // Refused below.
        }
        throw new UsageException("--socket-mode must be permissions like 0660, not '" + text + "'");
    }

    /// The enum has the bits from the highest to the lowest.
    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        int bit = 0400;
        for (PosixFilePermission permission : PosixFilePermission.values()) {
            if ((mode & bit) != 0) {
                set.add(permission);
            }
            bit >>= 1;
        }
        return set;
    }

    private static Optional<DaemonOptions.TlsEndpoint> tls(Arguments arguments) {
        if (!arguments.has("tls")) {
            if (arguments.has("pki")) {
                throw new UsageException("--pki goes with --tls only");
            }
            return Optional.empty();
        }
        HostAndPort at = HostAndPort.parse("--tls", arguments.find("tls").orElse(""));
        TlsIdentity identity =
                OptionValues.path(arguments, "pki")
                        .map(TlsIdentity::in)
                        .orElseGet(TlsIdentity::ofLibvirt);
        return Optional.of(
                new DaemonOptions.TlsEndpoint(at.host().orElse("0.0.0.0"), at.port(), identity));
    }

    /// Where to listen, as the command line has it.
    private record HostAndPort(Optional<String> host, int port) {

        private static HostAndPort parse(String option, String text) {
            int colon = text.lastIndexOf(':');
            if (colon < 0) {
                return new HostAndPort(Optional.empty(), ServeCommand.port(option, text));
            }
            String host = text.substring(0, colon);
            if (host.startsWith("[") && host.endsWith("]")) {
                host = host.substring(1, host.length() - 1);
            }
            if (host.isEmpty()) {
                throw new UsageException(option + " has no host before the colon: '" + text + "'");
            }
            return new HostAndPort(
                    Optional.of(host), ServeCommand.port(option, text.substring(colon + 1)));
        }
    }

    private static int port(String option, String text) {
        return number(option, text, 0, LAST_PORT);
    }

    private static int number(String option, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Refused below.
        }
        throw new UsageException(
                option
                        + " must be a number from "
                        + least
                        + " to "
                        + most
                        + ", not '"
                        + text
                        + "'");
    }

    private static void refuseWithCheck(Arguments arguments) {
        for (String option : arguments.given()) {
            boolean named = option.equals("socket") && !arguments.operands().isEmpty();
            if (named || !WITH_CHECK.contains(option)) {
                throw new UsageException(
                        "--check asks "
                                + (named ? "the daemon of the URI" : "a daemon that runs")
                                + ", so --"
                                + option
                                + " has no effect; leave one of them out");
            }
        }
    }

    private static ExitCode check(Arguments arguments, Context context) {
        refuseWithCheck(arguments);
        boolean json =
                OptionValues.choice(arguments, "format", ValueKind.PAGE_FORM, "text")
                        .equals("json");
        String uri =
                arguments.operands().isEmpty()
                        ? "qemu+unix:///"
                                + (context.backend().serving().privileged() ? "system" : "session")
                                + "?socket="
                                + OptionValues.path(arguments, "socket")
                                        .map(Path::toString)
                                        .orElseGet(() -> socket(context))
                        : arguments.operands().getFirst();
        List<DaemonCheck.Step> steps = context.backend().serving().check(uri);
        context.print(json ? json(uri, steps) : text(uri, steps));
        boolean opened = steps.getFirst().passed();
        boolean passed = steps.stream().allMatch(DaemonCheck.Step::passed);
        return passed ? ExitCode.DONE : opened ? ExitCode.NO : ExitCode.UNKNOWN;
    }

    private static String text(String uri, List<DaemonCheck.Step> steps) {
        StringBuilder page = new StringBuilder(uri).append('\n');
        for (DaemonCheck.Step step : steps) {
            page.append(step.passed() ? "  ok      " : "  failed  ")
                    .append(step.name())
                    .append(" ".repeat(Math.max(1, 22 - step.name().length())))
                    .append(milliseconds(step))
                    .append("  ")
                    .append(step.answer())
                    .append('\n');
        }
        return page.toString();
    }

    private static String milliseconds(DaemonCheck.Step step) {
        long micros = step.took().toNanos() / 1000;
        String text = micros / 1000 + "." + micros % 1000 / 100 + " ms";
        return " ".repeat(Math.max(0, 12 - text.length())) + text;
    }

    private static String json(String uri, List<DaemonCheck.Step> steps) {
        List<JsonValue> items = new ArrayList<>();
        for (DaemonCheck.Step step : steps) {
            items.add(
                    JsonValue.object()
                            .put("question", step.name())
                            .put("passed", step.passed())
                            .put("microseconds", step.took().toNanos() / 1000)
                            .put("answer", step.answer())
                            .build());
        }
        return JsonWriter.pretty(
                        JsonValue.object()
                                .put("uri", uri)
                                .put("passed", steps.stream().allMatch(DaemonCheck.Step::passed))
                                .put("steps", new JsonArray(items))
                                .build())
                + "\n";
    }
}
