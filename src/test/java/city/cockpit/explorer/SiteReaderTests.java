package city.cockpit.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.history.Resolution;
import city.cockpit.history.TimeSeries;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SiteReaderTests {

    private static final Instant END = Instant.parse("2026-05-21T10:00:00Z");
    private static final Interval DAY = new Interval(END.minus(Duration.ofDays(1)), END);

    /** Hours before the end, each covered by that part. */
    private static TimeSeries hours(double coverage, int... before) {
        var points = IntStream.of(before)
                .mapToObj(hour -> END.minus(Duration.ofHours(hour)))
                .map(from -> new TimeSeries.Point(
                        from,
                        from.plus(Duration.ofHours(1)),
                        OptionalDouble.of(1),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        60,
                        coverage))
                .toList();
        return new TimeSeries(new FakeCatalog().add("air-01/pm10", "Markt"), Resolution.HOUR, points, List.of(), true);
    }

    @Test
    void aSensorThatReportedHalfOfADayIsHalfComplete() {
        var half = IntStream.rangeClosed(1, 12).map(hour -> 13 - hour).toArray();
        assertThat(SiteReader.covered(hours(1, half), DAY)).isCloseTo(0.5, within(1e-9));
        assertThat(SiteReader.covered(hours(0.5, half), DAY)).isCloseTo(0.25, within(1e-9));
        assertThat(SiteReader.covered(hours(1), DAY)).isZero();
    }

    @Test
    void gapsAreTheHoursWithoutAnyReadingNewestFirst() {
        assertThat(SiteReader.gaps(hours(1, 24, 23, 20, 19), DAY)).containsExactly(gap(18, 0), gap(22, 20));
        assertThat(SiteReader.gaps(hours(1), DAY)).containsExactly(gap(24, 0));
    }

    @Test
    void whoReportedInEveryHourHasNoGap() {
        var all = IntStream.rangeClosed(0, 25).map(hour -> 26 - hour).toArray();
        assertThat(SiteReader.gaps(hours(0.1, all), DAY)).isEmpty();
    }

    private static Interval gap(int from, int to) {
        return new Interval(END.minus(Duration.ofHours(from)), END.minus(Duration.ofHours(to)));
    }
}
