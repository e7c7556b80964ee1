package org.domcaps.rpc.uri;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The command line of `ssh`, and of what it runs on the other machine.
final class SshCommand {

    private final ConnectUri uri;
    private final ClientEnvironment environment;
    private final boolean readOnly;

    SshCommand(ConnectUri uri, ClientEnvironment environment, boolean readOnly) {
        this.uri = uri;
        this.environment = environment;
        this.readOnly = readOnly;
    }

    /// What to run on the other machine: the parameter `proxy`.
    private enum Proxy {
        AUTO("auto"),
        NETCAT("netcat"),
        NATIVE("native");

        private final String word;

        Proxy(String word) {
            this.word = word;
        }
    }

    List<String> line() {
        String host = uri.host().orElse(Routes.LOCALHOST);
        List<String> line = new ArrayList<>();
        line.add(uri.parameter(UriParameter.COMMAND).orElse("ssh"));
        if (uri.port().isPresent()) {
            line.addAll(List.of("-p", Integer.toString(uri.port().getAsInt())));
        }
        uri.user().ifPresent(user -> line.addAll(List.of("-l", user)));
        uri.parameter(UriParameter.KEYFILE).ifPresent(key -> line.addAll(List.of("-i", key)));
        line.addAll(List.of("-T", "-e", "none"));
        if (uri.isSwitchedOn(UriParameter.NO_TTY)) {
            line.addAll(List.of("-o", "BatchMode=yes"));
        }
        if (uri.isSwitchedOn(UriParameter.NO_VERIFY)) {
            line.addAll(List.of("-o", "StrictHostKeyChecking=no"));
        }
        line.addAll(List.of("--", host, "sh -c " + quoted(script())));
        return line;
    }

    private String script() {
        return switch (proxy()) {
            case NATIVE -> "exec " + helper();
            case NETCAT -> netcat();
            case AUTO ->
                    "if command -v virt-ssh-helper >/dev/null 2>&1; then exec "
                            + helper()
                            + "; fi; "
                            + netcat();
        };
    }

    private Proxy proxy() {
        Optional<String> word = uri.parameter(UriParameter.PROXY);
        if (word.isPresent()) {
            for (Proxy proxy : Proxy.values()) {
                if (proxy.word.equals(word.get())) {
                    return proxy;
                }
            }
            throw new UriException(
                    "'proxy=" + word.get() + "' must be auto, netcat or native in " + uri);
        }
        boolean netcat =
                uri.parameter(UriParameter.SOCKET).isPresent()
                        || uri.parameter(UriParameter.NETCAT).isPresent();
        if (netcat) {
            return Proxy.NETCAT;
        }
        // Where the sockets of a user are only that user's own helper can know.
        return uri.isSession() && !environment.privileged() ? Proxy.NATIVE : Proxy.AUTO;
    }

    private String helper() {
        String forHelper =
                uri.driver()
                        + "://"
                        + uri.path()
                        + uri.leftover(List.of(UriParameter.MODE, UriParameter.SOCKET));
        return "virt-ssh-helper " + (readOnly ? "-r " : "") + quoted(forHelper);
    }

    /// Some `nc` go on waiting when their standard input ends; those have an option against it.
    private String netcat() {
        String program = quoted(uri.parameter(UriParameter.NETCAT).orElse("nc"));
        String socket =
                uri.parameter(UriParameter.SOCKET)
                        .orElseGet(() -> new DaemonSockets(uri, environment, readOnly).remote());
        return "nc="
                + program
                + "; if \"$nc\" -h 2>&1 | grep -q -e \" -q\" -e \"-q \"; then q=-q0; else q=; fi;"
                + " exec \"$nc\" $q -U "
                + quoted(socket);
    }

    /// A word for a shell of the Bourne family.
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
