package org.domcaps.rpc.client;

import org.domcaps.rpc.sasl.Login;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// How a connection is made and used.
///
/// @param openTimeout how long everything may take until the connection is open: the transport,
///   authentication, and the opening of the hypervisor
/// @param callTimeout how long a call may take; the first one for an emulator makes the daemon
///   start it, which takes seconds
/// @param pulse how long the daemon may be silent before it is asked for a sign of life; zero: it
///   is never asked, and does not ask
/// @param unanswered how many of these may go unanswered; after as many, and one more interval, the
///   connection is given up
/// @param readOnly whether just to look; libvirt refuses domain capabilities on such connections
/// @param login name and password for SASL; absent: those of libvirt's `auth.conf`
public record ConnectOptions(
        Duration openTimeout,
        Duration callTimeout,
        Duration pulse,
        int unanswered,
        boolean readOnly,
        Optional<Login> login) {

    /// 30 seconds to open, 120 seconds a call, libvirt's own 5 seconds and 5 times for signs of
    /// life.
    public static final ConnectOptions DEFAULT =
            new ConnectOptions(
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(120),
                    Duration.ofSeconds(5),
                    5,
                    false,
                    Optional.empty());

    /// Checks.
    ///
    /// @throws IllegalArgumentException if a time or the number is negative, or a timeout is zero
    public ConnectOptions {
        Objects.requireNonNull(login, "login");
        if (!openTimeout.isPositive() || !callTimeout.isPositive()) {
            throw new IllegalArgumentException("a timeout must be longer than nothing");
        }
        if (pulse.isNegative() || unanswered < 0) {
            throw new IllegalArgumentException("negative");
        }
    }

    /// The same with other timeouts.
    public ConnectOptions withTimeouts(Duration open, Duration call) {
        return new ConnectOptions(open, call, pulse, unanswered, readOnly, login);
    }

    /// The same with other signs of life.
    public ConnectOptions withPulse(Duration interval, int most) {
        return new ConnectOptions(openTimeout, callTimeout, interval, most, readOnly, login);
    }

    /// The same, just to look.
    public ConnectOptions asReadOnly() {
        return new ConnectOptions(openTimeout, callTimeout, pulse, unanswered, true, login);
    }

    /// The same with a name and password for SASL.
    public ConnectOptions withLogin(Login newLogin) {
        return new ConnectOptions(
                openTimeout, callTimeout, pulse, unanswered, readOnly, Optional.of(newLogin));
    }
}
