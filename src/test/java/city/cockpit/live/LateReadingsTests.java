package city.cockpit.live;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LateReadingsTests {

    private final LateReadings late = new LateReadings();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aTownThatReportsLiveOrNowAndThenLateFillsNothingIn() {
        arrive(1_000, Duration.ofSeconds(20));
        arrive(30, Duration.ofDays(3));
        assertThat(late.look(now)).isEmpty();
        arrive(30, Duration.ofDays(3));
        assertThat(late.look(now)).isEmpty();
    }

    @Test
    void manyLateReadingsAreAFillingInThatReachesEverFurtherBack() {
        arrive(400, Duration.ofDays(1));
        assertThat(late.look(now)).contains(new CatchUp(400, now.minus(Duration.ofDays(1))));
        arrive(1_000, Duration.ofDays(4));
        arrive(1_000, Duration.ofDays(2));
        assertThat(late.look(now)).contains(new CatchUp(2_400, now.minus(Duration.ofDays(4))));
    }

    @Test
    void aSingleWrongClockDoesNotReachBackToItsYear() {
        arrive(1, Duration.ofDays(20_000));
        arrive(1_000, Duration.ofDays(2));
        late.add(
                IntStream.range(0, 50)
                        .mapToObj(i -> reading(i == 0 ? Duration.ofDays(10_000) : Duration.ofDays(3), i))
                        .toList(),
                now);
        assertThat(late.look(now)).contains(new CatchUp(1_051, now.minus(Duration.ofDays(3))));
    }

    @Test
    void itIsOverSomeSecondsAfterTheLastOfThemAndTheNextOneCountsAnew() {
        arrive(500, Duration.ofDays(9));
        assertThat(late.look(now)).isPresent();
        now = now.plusSeconds(4);
        assertThat(late.look(now)).isPresent();
        now = now.plusSeconds(1);
        assertThat(late.look(now)).isEmpty();
        arrive(60, Duration.ofDays(2));
        assertThat(late.look(now)).contains(new CatchUp(60, now.minus(Duration.ofDays(2))));
    }

    private void arrive(int readings, Duration age) {
        late.add(IntStream.range(0, readings).mapToObj(i -> reading(age, i)).toList(), now);
    }

    private Reading reading(Duration age, int value) {
        return new Reading(new SeriesId("air-1/pm10"), now.minus(age), value, Quality.GOOD);
    }
}
