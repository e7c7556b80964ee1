package org.domcaps.cli;

import static org.domcaps.cli.CommonOptions.factsSources;
import static org.domcaps.cli.CommonOptions.generation;
import static org.domcaps.cli.CommonOptions.group;
import static org.domcaps.cli.CommonOptions.helpOption;
import static org.domcaps.cli.CommonOptions.pageForm;
import static org.domcaps.cli.OptionSpec.flag;
import static org.domcaps.cli.OptionSpec.valued;

import org.domcaps.rpc.server.ServerLimits;

import java.util.List;

/// `domcaps serve` in the table of commands.
final class ServeEntry implements CommandEntry {

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "serve",
                "answer virsh, virt-install and other libvirt clients",
                List.of(new OperandSpec("URI", ValueKind.FREE, false, false)),
                List.of(
                        listening(),
                        group(
                                "What to answer",
                                generation(),
                                valued(
                                        "max-clients",
                                        "NUMBER",
                                        ValueKind.FREE,
                                        "connections open at once (default: "
                                                + ServerLimits.DEFAULT.connections()
                                                + ")")),
                        factsSources(),
                        group(
                                "Operations",
                                valued(
                                        "log-level",
                                        "LEVEL",
                                        ValueKind.LOG_LEVEL,
                                        "error, warning, info (default) or debug"),
                                valued(
                                        "metrics",
                                        "PORT",
                                        ValueKind.FREE,
                                        "metrics for Prometheus, for this machine only"),
                                flag(
                                        "check",
                                        "test the daemon that runs at URI instead of being one"),
                                pageForm(),
                                helpOption())));
    }

    private static OptionGroup listening() {
        return group(
                "Where to listen",
                valued("socket", "PATH", ValueKind.FILE, "the unix socket (see below)"),
                valued(
                        "socket-mode",
                        "MODE",
                        ValueKind.FREE,
                        "its permissions (default: 0600, with --socket-group 0660)"),
                valued("socket-group", "GROUP", ValueKind.FREE, "the group it belongs to"),
                valued(
                        "readonly-socket",
                        "PATH",
                        ValueKind.FILE,
                        "a socket for everybody, for read-only connections"),
                valued(
                        "tcp",
                        "[HOST:]PORT",
                        ValueKind.FREE,
                        "TCP without authentication (default host: 127.0.0.1)"),
                valued(
                        "tls",
                        "[HOST:]PORT",
                        ValueKind.FREE,
                        "TLS, for clients with a trusted certificate"),
                valued("pki", "FOLDER", ValueKind.FOLDER, "the certificates for TLS (see below)"));
    }

    @Override
    public Manual manual() {
        return new Manual(
                List.of(
                        "Speaks libvirt's wire protocol, so that unmodified clients of libvirt ask"
                                + " domcaps for domain capabilities, and for what they ask on the"
                                + " way there. It knows no guests, networks or storage: lists of"
                                + " those are empty, and everything else is refused as libvirt"
                                + " refuses what a driver cannot do.",
                        "The socket is /run/domcaps/domcaps-sock for root, and"
                                + " $XDG_RUNTIME_DIR/domcaps/domcaps-sock for others. Whoever may"
                                + " write to it may ask. A socket that a service manager passes as"
                                + " standard input (StandardInput=socket) is taken in its place.",
                        "Clients name the socket in their URI:"
                                + " qemu+unix:///system?socket=/run/domcaps/domcaps-sock. TLS wants"
                                + " cacert.pem, servercert.pem and serverkey.pem in the folder of"
                                + " --pki, or libvirt's own files below /etc/pki; it listens on all"
                                + " interfaces unless told otherwise.",
                        "SIGTERM answers the calls in progress and ends; SIGHUP reads certificates"
                                + " again. A change of an emulator, of firmware or of the kernel is"
                                + " noticed without that."),
                List.of(
                        new Manual.Example("for this host", "domcaps serve"),
                        new Manual.Example(
                                "for a group, with metrics",
                                "domcaps serve --socket-group libvirt --metrics 9177"),
                        new Manual.Example(
                                "for other hosts, over TLS",
                                "domcaps serve --tls 16514 --pki /etc/pki/domcaps"),
                        new Manual.Example("is it well?", "domcaps serve --check")),
                Manual.exits(
                        "a signal ended it; --check: everything was answered",
                        "--check: something was refused"));
    }

    @Override
    public Command newCommand() {
        return new ServeCommand();
    }
}
