package org.domcaps.daemon;

import org.domcaps.rpc.message.ErrorRecord;
import org.domcaps.rpc.server.LogText;
import org.domcaps.rpc.server.Peer;
import org.domcaps.rpc.server.ServerObserver;

import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/// The log: one line for each event, `key=value` throughout, the event first.
///
/// In front of it stands the priority as the journal reads it (`<6>`), if the journal reads, and
/// the time otherwise.
final class DaemonLog implements ServerObserver {

    private static final String NAME = "org.domcaps.daemon";

    private final Logger logger = Logger.getLogger(NAME);
    private final Map<Long, AtomicLong> calls = new ConcurrentHashMap<>();

    /// A log to a stream.
    ///
    /// @param journal whether the journal reads the stream
    DaemonLog(OutputStream out, LogLevel level, boolean journal, Clock clock) {
        for (var handler : logger.getHandlers()) {
            logger.removeHandler(handler);
        }
        logger.setUseParentHandlers(false);
        logger.setLevel(level.level());
        logger.addHandler(new Lines(out, new Line(journal, clock)));
    }

    /// One line of whatever event.
    void say(LogLevel level, String event, String fields) {
        if (logger.isLoggable(level.level())) {
            logger.log(level.level(), fields.isEmpty() ? event : event + " " + fields);
        }
    }

    @Override
    public void connected(Peer peer) {
        calls.put(peer.id(), new AtomicLong());
        say(LogLevel.DEBUG, "event=connected", who(peer));
    }

    @Override
    public void disconnected(Peer peer, String why) {
        AtomicLong count = calls.remove(peer.id());
        say(
                LogLevel.INFO,
                "event=disconnected",
                who(peer)
                        + " calls="
                        + (count == null ? 0 : count.get())
                        + " why="
                        + LogText.quoted(why));
    }

    @Override
    public void answered(Answered call) {
        AtomicLong count = calls.get(call.peer().id());
        if (count != null) {
            count.incrementAndGet();
        }
        LogLevel level = level(call);
        if (logger.isLoggable(level.level())) {
            say(level, "event=call", fields(call));
        }
    }

    private static LogLevel level(Answered call) {
        if (call.error().isPresent()) {
            return LogLevel.INFO;
        }
        return switch (call.from()) {
            case WORKED_OUT -> LogLevel.INFO;
            case PROTOCOL, KEPT -> LogLevel.DEBUG;
        };
    }

    private static String fields(Answered call) {
        StringBuilder line =
                new StringBuilder(who(call.peer())).append(" api=").append(api(call.api()));
        if (!call.arguments().isEmpty()) {
            line.append(' ').append(call.arguments());
        }
        line.append(" from=").append(call.from().word());
        line.append(" us=").append(call.took().toNanos() / 1000);
        if (call.error().isPresent()) {
            ErrorRecord error = call.error().get();
            line.append(" error=")
                    .append(error.code())
                    .append(" message=")
                    .append(LogText.quoted(error.message().orElse("")));
        } else {
            line.append(" ok");
        }
        return line.toString();
    }

    private static String api(String name) {
        return name.indexOf(' ') < 0 ? name : LogText.quoted(name);
    }

    private static String who(Peer peer) {
        return "connection="
                + peer.id()
                + " transport="
                + peer.transport().word()
                + (peer.readOnly() ? " readonly" : "")
                + " peer="
                + LogText.quoted(peer.name());
    }

    @Override
    public void workAheadFailed(String what) {
        say(LogLevel.INFO, "event=work-ahead-failed", LogText.field("what", what));
    }

    @Override
    public void trouble(String what) {
        say(LogLevel.WARNING, "event=trouble", LogText.field("what", what));
    }

    /// Writes each line at once.
    private static final class Lines extends StreamHandler {
        private Lines(OutputStream out, Formatter formatter) {
            super(out, formatter);
            setLevel(Level.ALL);
            try {
                setEncoding(StandardCharsets.UTF_8.name());
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public synchronized void publish(LogRecord entry) {
            super.publish(entry);
            flush();
        }
    }

    /// One line.
    private static final class Line extends Formatter {
        private final boolean journal;
        private final Clock clock;

        private Line(boolean journal, Clock clock) {
            this.journal = journal;
            this.clock = clock;
        }

        @Override
        public String format(LogRecord entry) {
            return start(entry) + entry.getMessage() + "\n";
        }

        private String start(LogRecord entry) {
            LogLevel level = LogLevel.DEBUG;
            for (LogLevel candidate : LogLevel.values()) {
                if (candidate.level().equals(entry.getLevel())) {
                    level = candidate;
                }
            }
            return journal
                    ? "<" + level.priority() + ">"
                    : clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + level.word() + " ";
        }
    }
}
