package org.domcaps.rule;

import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.Release;

import java.util.Objects;
import java.util.Optional;

/// One row of a table: something the document can say, and what must hold for it to be said.
///
/// @param <F> what the hypervisor's facts are read from
/// @param subject what is said
/// @param when what must hold
/// @param since the first release that decides it so; [Release#OLDEST] means "that release or an
///   earlier one"
/// @param until the first release that decides it otherwise; empty if the row still stands
public record Rule<F>(Subject subject, Condition<F> when, Release since, Optional<Release> until) {

    /// Checks.
    public Rule {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
    }

    /// The element is in the document if the condition holds.
    public static <F> Rule<F> reported(Element element, Condition<F> when) {
        return row(new Subject.Reported(element), when);
    }

    /// The element is supported if the condition holds, and reported in any case.
    public static <F> Rule<F> supported(Element element, Condition<F> when) {
        return row(new Subject.Supported(element), when);
    }

    /// The enum is in its element if the condition holds.
    public static <F> Rule<F> reported(EnumKey key, Condition<F> when) {
        return row(new Subject.EnumReported(key), when);
    }

    /// The enum holds the value if the condition holds, and is reported in any case.
    public static <F> Rule<F> value(EnumKey key, String value, Condition<F> when) {
        return row(new Subject.Value(key, value), when);
    }

    private static <F> Rule<F> row(Subject subject, Condition<F> when) {
        return new Rule<>(subject, when, Release.OLDEST, Optional.empty());
    }

    /// Whether the row counts for that release.
    public boolean appliesTo(Release release) {
        return release.isAtLeast(since) && (until.isEmpty() || !release.isAtLeast(until.get()));
    }

    /// The same row, from that release on.
    public Rule<F> since(int major, int minor) {
        return new Rule<>(subject, when, new Release(major, minor), until);
    }

    /// The same row, before that release.
    public Rule<F> until(int major, int minor) {
        return new Rule<>(subject, when, since, Optional.of(new Release(major, minor)));
    }
}
