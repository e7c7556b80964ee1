package org.domcaps.cli;

import org.domcaps.conformance.CaseResult;
import org.domcaps.document.Release;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Replays every case of a folder that is laid out like libvirt's `tests/`.
@FunctionalInterface
public interface ConformanceRun {

    /// Runs the cases and tells each result as soon as it is known, in a stable order.
    ///
    /// @throws org.domcaps.error.DomcapsException if the folder cannot be read; a case that fails
    ///   is a result instead
    void run(Order order, Consumer<CaseResult> results);

    /// What to run.
    ///
    /// @param folder the folder; at least one of the four known ones is in it
    /// @param generation the release to answer as; absent: what the cases are written for
    /// @param only which names to run; the others give no result at all
    record Order(Path folder, Optional<Release> generation, Predicate<String> only) {
        /// Checks.
        public Order {
            Objects.requireNonNull(folder, "folder");
            Objects.requireNonNull(generation, "generation");
            Objects.requireNonNull(only, "only");
        }
    }
}
