package org.domcaps.qemu.rules;

import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.Release;

import java.util.Objects;
import java.util.Optional;

/// One row of the catalogue: something the document can say, and what must hold for it to be said.
///
/// @param subject what is said
/// @param when what must hold
/// @param since the first release that decides it so; [Release#OLDEST] means "that release or an
///   earlier one"
/// @param until the first release that decides it otherwise; empty if the row still stands
public record Rule(Subject subject, Condition when, Release since, Optional<Release> until) {

    /// Checks.
    public Rule {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
    }

    /// What a row decides.
    public sealed interface Subject {
        /// Whether the element is in the document at all.
        record Reported(Element element) implements Subject {}

        /// Whether the element says `supported='yes'`.
        record Supported(Element element) implements Subject {}

        /// Whether the enum is in its element at all.
        record EnumReported(EnumKey key) implements Subject {}

        /// Whether the enum holds the value.
        record Value(EnumKey key, String value) implements Subject {}
    }

    /// Whether the row counts for that release.
    public boolean appliesTo(Release release) {
        return release.isAtLeast(since) && until.map(end -> !release.isAtLeast(end)).orElse(true);
    }

    /// The same row, from that release on.
    Rule since(int major, int minor) {
        return new Rule(subject, when, new Release(major, minor), until);
    }

    /// The same row, before that release.
    Rule until(int major, int minor) {
        return new Rule(subject, when, since, Optional.of(new Release(major, minor)));
    }

    static Rule reported(Element element, Condition when) {
        return row(new Subject.Reported(element), when);
    }

    static Rule supported(Element element, Condition when) {
        return row(new Subject.Supported(element), when);
    }

    static Rule reported(EnumKey key, Condition when) {
        return row(new Subject.EnumReported(key), when);
    }

    static Rule value(EnumKey key, String value, Condition when) {
        if (key.value(value).isEmpty()) {
            throw new IllegalArgumentException(key.path() + " has no value " + value);
        }
        return row(new Subject.Value(key, value), when);
    }

    private static Rule row(Subject subject, Condition when) {
        return new Rule(subject, when, Release.OLDEST, Optional.empty());
    }
}
