package org.domcaps.rpc.uri;

import java.util.Optional;

/// The parameters of a URI's query that the client keeps to itself. All others are the daemon's.
public enum UriParameter {
    /// The socket to connect to; with ssh, the one on the other machine.
    SOCKET("socket"),
    /// The URI to hand to the daemon, verbatim.
    NAME("name"),
    /// Which default socket: `auto`, `legacy` or `direct`.
    MODE("mode"),
    /// How to prove who one is: `sasl`, `sasl.MECHANISM` or `polkit`.
    AUTH("auth"),
    /// A file with user names and passwords.
    AUTHFILE("authfile"),
    /// The program to run: instead of `ssh`, or for `ext`.
    COMMAND("command"),
    /// The `nc` on the other machine.
    NETCAT("netcat"),
    /// What to run on the other machine: `auto`, `netcat` or `native`.
    PROXY("proxy"),
    /// The private key for ssh.
    KEYFILE("keyfile"),
    /// How libssh proves who one is. Without effect on the program `ssh`, as in libvirt.
    SSHAUTH("sshauth"),
    /// The file of known hosts for libssh. Without effect on the program `ssh`, as in libvirt.
    KNOWN_HOSTS("known_hosts"),
    /// What libssh does about an unknown host. Without effect on the program `ssh`, as in libvirt.
    KNOWN_HOSTS_VERIFY("known_hosts_verify"),
    /// The folder of certificates and keys.
    PKIPATH("pkipath"),
    /// A priority string of GnuTLS.
    TLS_PRIORITY("tls_priority"),
    /// 1: do not check who the other side is.
    NO_VERIFY("no_verify"),
    /// 1: do not check one's own certificates before use.
    NO_SANITY("no_sanity"),
    /// 1: ssh must not ask anything.
    NO_TTY("no_tty");

    private final String word;

    UriParameter(String word) {
        this.word = word;
    }

    /// The name in a URI.
    public String word() {
        return word;
    }

    /// The parameter of that name; the case of letters does not count.
    public static Optional<UriParameter> find(String word) {
        for (UriParameter parameter : values()) {
            if (parameter.word.equalsIgnoreCase(word)) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }
}
