package org.domcaps.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class SeriesTest {

    private static final long MS = 1_000_000;

    @Test
    void theFirstMeasurementIsDiscarded() {
        Series series = new Series();
        series.add(900 * MS);
        assertThat(series.figure()).isEmpty();
        series.add(20 * MS);
        assertThat(series.figure().orElseThrow().text()).isEqualTo("20.0 (20.0)");
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        Series series = new Series();
        for (long millis : new long[] {500, 10, 40, 20, 30}) {
            series.add(millis * MS);
        }
        assertThat(series.figure().orElseThrow().median()).isEqualTo(25);
        assertThat(series.figure().orElseThrow().least()).isEqualTo(10);
    }

    @Test
    void theLargestMemoryCountsAndIsToldInMegabytes() {
        Series series = new Series();
        series.add(new Launcher.Run(MS, 0, 900_000));
        series.add(new Launcher.Run(MS, 0, 50_000));
        series.add(new Launcher.Run(MS, 0, 60_000));
        assertThat(series.figure().orElseThrow().memory()).contains("61 MB");
    }

    @Test
    void figuresHaveThreeDigitsThatCount() {
        Figure figure = new Figure(123.4, 1.234, Optional.empty());
        assertThat(figure.text()).isEqualTo("123 (1.23)");
        assertThat(figure.ratioTo(new Figure(61.7, 1, Optional.empty()))).isEqualTo("2.00");
    }
}
