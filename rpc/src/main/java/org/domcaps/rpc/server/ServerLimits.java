package org.domcaps.rpc.server;

import java.time.Duration;
import java.util.Objects;

/// What a server spends at most. Together these bound its memory, whatever clients do.
///
/// @param connections open at once; more wait in the system's queue, as with libvirtd
/// @param callsPerConnection in progress at once; more are not read from the socket
/// @param workers calls that are worked out at once, of all connections; the others wait
/// @param receiveBytes of messages above [#SMALL_MESSAGE] that are being received or worked on, of
///   all connections; a message that finds no room waits
/// @param answerBytes of kept answers
/// @param opening how long a connection may stay without being opened, counted from the end of the
///   TLS handshake where there is one; and how long that handshake may take in all
/// @param message how long a message may take from its first byte to its last, and a reply that the
///   peer does not take
/// @param keepaliveInterval silence after which a peer that allows it is asked for a sign of life
/// @param keepaliveCount questions without answer after which a peer counts as gone
public record ServerLimits(
        int connections,
        int callsPerConnection,
        int workers,
        int receiveBytes,
        int answerBytes,
        Duration opening,
        Duration message,
        Duration keepaliveInterval,
        int keepaliveCount) {

    /// Messages up to this size are received without counting.
    public static final int SMALL_MESSAGE = 16 << 10;

    /// The limits of libvirtd where it has any.
    public static final ServerLimits DEFAULT =
            new ServerLimits(
                    5000,
                    5,
                    20,
                    64 << 20,
                    64 << 20,
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(5),
                    5);

    /// Checks.
    ///
    /// @throws IllegalArgumentException if a number is below 1
    public ServerLimits {
        requirePositive(connections, "connections");
        requirePositive(callsPerConnection, "callsPerConnection");
        requirePositive(workers, "workers");
        requirePositive(receiveBytes, "receiveBytes");
        requirePositive(answerBytes, "answerBytes");
        Objects.requireNonNull(opening, "opening");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(keepaliveInterval, "keepaliveInterval");
        requirePositive(keepaliveCount, "keepaliveCount");
    }

    private static void requirePositive(int number, String name) {
        if (number < 1) {
            throw new IllegalArgumentException(name + " must be positive, not " + number);
        }
    }

    /// The same with another number of connections.
    public ServerLimits withConnections(int number) {
        return new ServerLimits(
                number,
                callsPerConnection,
                workers,
                receiveBytes,
                answerBytes,
                opening,
                message,
                keepaliveInterval,
                keepaliveCount);
    }

    /// The same with other times.
    public ServerLimits withTimes(
            Duration newOpening, Duration newMessage, Duration newKeepaliveInterval) {
        return new ServerLimits(
                connections,
                callsPerConnection,
                workers,
                receiveBytes,
                answerBytes,
                newOpening,
                newMessage,
                newKeepaliveInterval,
                keepaliveCount);
    }
}
