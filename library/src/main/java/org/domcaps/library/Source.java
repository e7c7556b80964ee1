package org.domcaps.library;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Where facts come from, and how they are asked for.
///
/// @param replay a facts bundle (a folder) or one `.replies` file to answer from; absent: the
///   emulators of this host
/// @param hostFacts a file with the facts of a host to use instead of this one's, or of the
///   bundle's
/// @param emulators binaries to list and to record instead of those that are found by themselves;
///   empty: those that are found. A request may name any other binary
/// @param cache whether facts may be read from the cache and kept there
/// @param probeTimeout how long one probe of an emulator may take, or one answer of a daemon;
///   absent: the driver's own limit
/// @param connect the URI of a daemon to ask instead of emulators, or an alias, or the word
///   `default` for libvirt's default URI ([Domcaps#connect()]); absent: no daemon is asked
public record Source(
        Optional<Path> replay,
        Optional<Path> hostFacts,
        List<String> emulators,
        boolean cache,
        Optional<Duration> probeTimeout,
        Optional<String> connect) {

    /// Checks and copies.
    public Source {
        Objects.requireNonNull(replay, "replay");
        Objects.requireNonNull(hostFacts, "hostFacts");
        emulators = List.copyOf(emulators);
        Objects.requireNonNull(probeTimeout, "probeTimeout");
        Objects.requireNonNull(connect, "connect");
    }

    /// Emulators or recordings, without any daemon.
    public Source(
            Optional<Path> replay,
            Optional<Path> hostFacts,
            List<String> emulators,
            boolean cache,
            Optional<Duration> probeTimeout) {
        this(replay, hostFacts, emulators, cache, probeTimeout, Optional.empty());
    }

    /// The daemon of a URI.
    public static Source daemon(String uri) {
        return new Source(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                Optional.empty(),
                Optional.of(uri));
    }

    /// This host, with the cache.
    public static Source thisHost() {
        return new Source(Optional.empty(), Optional.empty(), List.of(), true, Optional.empty());
    }
}
