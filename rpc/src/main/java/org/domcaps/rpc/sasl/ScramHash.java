package org.domcaps.rpc.sasl;

import java.util.Optional;

/// The hashes that SCRAM comes with, the strongest first.
enum ScramHash {
    SHA_512("SCRAM-SHA-512", "SHA-512", "HmacSHA512"),
    SHA_256("SCRAM-SHA-256", "SHA-256", "HmacSHA256"),
    SHA_1("SCRAM-SHA-1", "SHA-1", "HmacSHA1");

    private final String mechanism;
    private final String digest;
    private final String mac;

    ScramHash(String mechanism, String digest, String mac) {
        this.mechanism = mechanism;
        this.digest = digest;
        this.mac = mac;
    }

    /// The mechanism's name.
    String mechanism() {
        return mechanism;
    }

    /// Java's name of the hash.
    String digest() {
        return digest;
    }

    /// Java's name of the keyed hash.
    String mac() {
        return mac;
    }

    static Optional<ScramHash> find(String mechanism) {
        for (ScramHash hash : values()) {
            if (hash.mechanism.equals(mechanism)) {
                return Optional.of(hash);
            }
        }
        return Optional.empty();
    }
}
