package org.domcaps.decide.diff;

import org.domcaps.decide.Judgement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One change between two documents.
///
/// @param what what kind of thing it is about, a stable word: `element`, `value`, `machine`,
///   `model`, `feature` ...
/// @param kind what happened to it
/// @param path where it stands in the document, in dotted form: `devices.disk.bus`
/// @param before the name or value in the first document; absent if it has none
/// @param after the name or value in the second document; absent likewise
public record Change(
        String what,
        ChangeKind kind,
        String path,
        Optional<String> before,
        Optional<String> after) {

    /// Checks that all are there.
    public Change {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /// The stable id: `diff.value.lost`.
    public String id() {
        return "diff." + what + "." + kind.word();
    }

    /// The same seen from the other side.
    public Change mirrored() {
        Optional<String> first = after;
        Optional<String> second = before;
        return new Change(what, kind.mirrored(), path, first, second);
    }

    /// Whether what was there is still there.
    public Judgement judgement() {
        return new Judgement(
                id(), kind.outcome(), kind.severity(), path, message(), List.of(reason()));
    }

    private String message() {
        String old = what + before.map(name -> " '" + name + "'").orElse("");
        String now = what + after.map(name -> " '" + name + "'").orElse("");
        return switch (kind) {
            case LOST -> old + " is gone";
            case GAINED -> now + " is new";
            case CHANGED -> old + " is now" + after.map(name -> " '" + name + "'").orElse(" none");
            case RENAMED -> old + " is now called '" + after.orElse("") + "'";
            case UNREPORTED -> old + " is told by the first document only";
            case REPORTED -> now + " is told by the second document only";
        };
    }

    private ChangeReason reason() {
        return new ChangeReason(what, kind, before, after);
    }

    /// The name or value, or how it went from one to the other.
    public String words() {
        if (before.isPresent() && after.isPresent()) {
            return before.get() + " -> " + after.get();
        }
        return before.or(() -> after).orElse("");
    }
}
