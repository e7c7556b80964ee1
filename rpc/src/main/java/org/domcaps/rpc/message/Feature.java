package org.domcaps.rpc.message;

import java.util.Optional;

/// What a client can ask a server about itself with [Procedure#CONNECT_SUPPORTS_FEATURE]. Only
/// features that somebody here asks or answers with "yes"; every other number is answered with
/// "no", never with an error.
public enum Feature {
    /// File descriptors travel beside messages.
    FD_PASSING(8),
    /// Typed parameters may be strings.
    TYPED_PARAMETER_STRING(9),
    /// The peer answers the program [Program#KEEPALIVE]. A server sends signs of life only to those
    /// who asked.
    KEEPALIVE(10),
    /// Events carry the number of their registration.
    REMOTE_EVENT_CALLBACK(14),
    /// A client can register to be told of the end of the hypervisor's connection.
    REMOTE_CLOSE_CALLBACK(15);

    private final int number;

    Feature(int number) {
        this.number = number;
    }

    /// The number on the wire.
    public int number() {
        return number;
    }

    /// The feature with that number.
    public static Optional<Feature> find(int number) {
        for (Feature feature : values()) {
            if (feature.number == number) {
                return Optional.of(feature);
            }
        }
        return Optional.empty();
    }
}
