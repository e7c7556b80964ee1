package org.domcaps.decide.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/// Collects the changes between two documents in an order in which neither is the first.
final class ChangeList {

    private final List<Change> changes = new ArrayList<>();

    void add(
            String what,
            ChangeKind kind,
            String path,
            Optional<String> before,
            Optional<String> after) {
        changes.add(new Change(what, kind, path, before, after));
    }

    /// A value that is another; a value that only one of them tells is not reported by the other.
    void value(String what, String path, Optional<String> before, Optional<String> after) {
        if (before.equals(after)) {
            return;
        }
        ChangeKind kind =
                after.isEmpty()
                        ? ChangeKind.UNREPORTED
                        : before.isEmpty() ? ChangeKind.REPORTED : ChangeKind.CHANGED;
        add(what, kind, path, before, after);
    }

    /// Two sets of names, in the order of the names.
    ///
    /// @param canReport whether a side could tell of a name: the first side is `true`
    /// @param normalized what makes two names the same
    void names(
            String what,
            String path,
            Collection<String> before,
            Collection<String> after,
            BiPredicate<Boolean, String> canReport,
            UnaryOperator<String> normalized) {
        TreeSet<String> gone = new TreeSet<>(before);
        gone.removeAll(after);
        TreeSet<String> come = new TreeSet<>(after);
        come.removeAll(before);
        renamed(what, path, gone, come, normalized);
        TreeSet<String> all = new TreeSet<>(gone);
        all.addAll(come);
        for (String name : all) {
            if (gone.contains(name)) {
                add(
                        what,
                        canReport.test(false, name) ? ChangeKind.LOST : ChangeKind.UNREPORTED,
                        path,
                        Optional.of(name),
                        Optional.empty());
            } else {
                add(
                        what,
                        canReport.test(true, name) ? ChangeKind.GAINED : ChangeKind.REPORTED,
                        path,
                        Optional.empty(),
                        Optional.of(name));
            }
        }
    }

    /// Takes names out of both sets that mean the same.
    private void renamed(
            String what,
            String path,
            Set<String> gone,
            Set<String> come,
            UnaryOperator<String> normalized) {
        List<Change> found = new ArrayList<>();
        for (String old : List.copyOf(gone)) {
            for (String now : List.copyOf(come)) {
                if (gone.contains(old) && normalized.apply(old).equals(normalized.apply(now))) {
                    gone.remove(old);
                    come.remove(now);
                    found.add(
                            new Change(
                                    what,
                                    ChangeKind.RENAMED,
                                    path,
                                    Optional.of(old),
                                    Optional.of(now)));
                }
            }
        }
        // By the smaller of the two names, which is the same from both sides.
        found.sort((one, other) -> smaller(one).compareTo(smaller(other)));
        changes.addAll(found);
    }

    private static String smaller(Change change) {
        String one = change.before().orElse("");
        String other = change.after().orElse("");
        return one.compareTo(other) < 0 ? one : other;
    }

    List<Change> toList() {
        return List.copyOf(changes);
    }
}
