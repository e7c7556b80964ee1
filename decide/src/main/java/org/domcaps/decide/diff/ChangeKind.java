package org.domcaps.decide.diff;

import org.domcaps.decide.Outcome;
import org.domcaps.decide.Severity;

/// What happened to something between two documents.
public enum ChangeKind {
    /// It was there and is not there any more.
    LOST("lost", Outcome.NO, Severity.WARNING),
    /// It is another.
    CHANGED("changed", Outcome.YES, Severity.INFO),
    /// It has another name.
    RENAMED("renamed", Outcome.YES, Severity.INFO),
    /// It is there and was not there before.
    GAINED("gained", Outcome.YES, Severity.INFO),
    /// The second document does not say, the first one does.
    UNREPORTED("unreported", Outcome.UNKNOWN, Severity.INFO),
    /// The first document does not say, the second one does.
    REPORTED("reported", Outcome.YES, Severity.INFO);

    private final String word;
    private final Outcome outcome;
    private final Severity severity;

    ChangeKind(String word, Outcome outcome, Severity severity) {
        this.word = word;
        this.outcome = outcome;
        this.severity = severity;
    }

    /// The word in text and JSON.
    public String word() {
        return word;
    }

    /// Whether what was there is still there.
    public Outcome outcome() {
        return outcome;
    }

    /// How much it matters.
    public Severity severity() {
        return severity;
    }

    /// Whether something is different, and not just told by one document only.
    public boolean isDifference() {
        return this != UNREPORTED && this != REPORTED;
    }

    /// The same seen from the other side.
    public ChangeKind mirrored() {
        return switch (this) {
            case LOST -> GAINED;
            case GAINED -> LOST;
            case UNREPORTED -> REPORTED;
            case REPORTED -> UNREPORTED;
            case CHANGED -> CHANGED;
            case RENAMED -> RENAMED;
        };
    }
}
