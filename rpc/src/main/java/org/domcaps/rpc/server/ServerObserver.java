package org.domcaps.rpc.server;

import org.domcaps.rpc.message.ErrorRecord;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// Who wants to know what happens in a server: the log, the metrics. Called by the threads of the
/// sessions, so it must be quick and must not throw.
public interface ServerObserver {

    /// Somebody connected.
    void connected(Peer peer);

    /// A connection ended.
    ///
    /// @param why in a few words: `closed by the client`
    void disconnected(Peer peer, String why);

    /// A call was answered.
    void answered(Answered call);

    /// Something that concerns no connection: a listener that could not accept.
    void trouble(String what);

    /// An answer that nobody has asked for yet could not be worked out.
    default void workAheadFailed(String what) {}

    /// Where an answer came from.
    enum Source {
        /// The server itself: the protocol, empty lists, refusals.
        PROTOCOL("protocol"),
        /// An answer that had been kept.
        KEPT("kept"),
        /// Whoever knows the host.
        WORKED_OUT("worked-out");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        /// The word for it, in logs and metrics.
        public String word() {
            return word;
        }
    }

    /// A call that was answered.
    ///
    /// @param peer who asked
    /// @param api what was asked, the name of the API function; the number in words if it has none
    /// @param arguments what it was about, for logs; empty if there is nothing to say
    /// @param took from the whole call to the reply, which is not sent yet
    /// @param from where the answer came from
    /// @param error the reply, if the call failed
    record Answered(
            Peer peer,
            String api,
            String arguments,
            Duration took,
            Source from,
            Optional<ErrorRecord> error) {
        /// Checks that nothing is null.
        public Answered {
            Objects.requireNonNull(peer, "peer");
            Objects.requireNonNull(api, "api");
            Objects.requireNonNull(arguments, "arguments");
            Objects.requireNonNull(took, "took");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(error, "error");
        }
    }
}
