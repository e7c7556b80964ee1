package org.domcaps.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Measurements of one thing, in the order they were made. The first one is discarded: it pays for
/// cold file caches.
final class Series {

    private static final double NANOS_PER_MS = 1e6;
    private static final long KIB_PER_MB = 1000;
    private static final long BYTES_PER_KIB = 1024;

    private final List<Double> millis = new ArrayList<>();
    private long peakKib;
    private boolean discarded;

    /// Adds a measurement without a memory figure.
    void add(long nanos) {
        add(nanos, 0);
    }

    /// Adds the run of a process.
    void add(Launcher.Run run) {
        add(run.nanos(), run.peakKib());
    }

    private void add(long nanos, long kib) {
        if (discarded) {
            millis.add(nanos / NANOS_PER_MS);
            peakKib = Math.max(peakKib, kib);
        }
        discarded = true;
    }

    /// Median, minimum, and the largest memory figure. Empty if nothing was measured.
    Optional<Figure> figure() {
        if (millis.isEmpty()) {
            return Optional.empty();
        }
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        double median =
                sorted.size() % 2 == 1
                        ? sorted.get(middle)
                        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return Optional.of(new Figure(median, sorted.getFirst(), memory()));
    }

    private Optional<String> memory() {
        return peakKib == 0
                ? Optional.empty()
                : Optional.of(
                        Math.round((double) peakKib * BYTES_PER_KIB / KIB_PER_MB / KIB_PER_MB)
                                + " MB");
    }
}
