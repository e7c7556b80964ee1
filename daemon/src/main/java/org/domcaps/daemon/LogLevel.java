package org.domcaps.daemon;

import java.util.List;
import java.util.Optional;
import java.util.logging.Level;

/// How much the log says.
public enum LogLevel {
    /// What the daemon cannot go on with.
    ERROR("error", 3, Level.SEVERE),
    /// What somebody should look at.
    WARNING("warning", 4, Level.WARNING),
    /// Start and end, each connection when it ends, each answer that had to be worked out, each
    /// refusal.
    INFO("info", 6, Level.INFO),
    /// Every call and every connection.
    DEBUG("debug", 7, Level.FINE);

    private final String word;
    private final int priority;
    private final Level level;

    LogLevel(String word, int priority, Level level) {
        this.word = word;
        this.priority = priority;
        this.level = level;
    }

    /// The word for it on the command line.
    public String word() {
        return word;
    }

    /// The number that syslog and the journal have for it.
    int priority() {
        return priority;
    }

    Level level() {
        return level;
    }

    /// The level of that word.
    public static Optional<LogLevel> find(String word) {
        for (LogLevel level : values()) {
            if (level.word.equals(word)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /// All words, from little to much.
    public static List<String> words() {
        return List.of(ERROR.word, WARNING.word, INFO.word, DEBUG.word);
    }
}
