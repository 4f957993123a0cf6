package city.cockpit.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.alerts.Watch.Yardstick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WatchOverValuesTests {

    private static final Instant NOON = Instant.parse("2026-06-21T10:00:00Z");

    private final Yardstick yardstick =
            new Yardstick(Comparison.ABOVE, Duration.ofMinutes(20), 10, Duration.ofMinutes(40));

    @Test
    void nothingIsRaisedBeforeItHasLastedLongEnough() {
        assertThat(breaches(181, 182)).isEmpty();
        assertThat(breaches(181, 182, 183))
                .containsExactly(new Breach(minute(0), minute(20), Optional.empty(), 183, minute(20)));
    }

    @Test
    void whatFallsBelowTheBoundBeforeThatBeginsAnew() {
        assertThat(breaches(181, 179, 181, 182)).isEmpty();
    }

    @Test
    void itIsOverOnlyWhenTheValueIsBackByTheHysteresis() {
        var breaches = breaches(190, 195, 190, 179, 171, 170, 200);
        assertThat(breaches)
                .containsExactly(new Breach(minute(0), minute(20), Optional.of(minute(50)), 195, minute(10)));
    }

    @Test
    void theBoundItselfIsNotAboveIt() {
        assertThat(breaches(180, 180, 180, 180)).isEmpty();
    }

    @Test
    void whatLiesFarApartDoesNotGoOn() {
        var samples = List.of(sample(0, 200), sample(60, 200), sample(70, 200));
        assertThat(Watch.START.over(samples, yardstick).breaches()).isEmpty();
        var more = List.of(sample(0, 200), sample(60, 200), sample(70, 200), sample(80, 200));
        assertThat(Watch.START.over(more, yardstick).breaches())
                .extracting(Breach::since)
                .containsExactly(minute(60));
    }

    @Test
    void outOfSeasonItIsOver() {
        var samples = List.of(
                sample(0, 200), sample(10, 200), sample(20, 200), new Sample(minute(30), minute(30), 200, Double.NaN));
        assertThat(Watch.START.over(samples, yardstick).breaches())
                .extracting(Breach::endedAt)
                .containsExactly(Optional.of(minute(30)));
    }

    @Test
    void lookingPieceByPieceFindsTheSameAsLookingAtOnce() {
        var random = new Random(7);
        for (var round = 0; round < 500; round++) {
            var samples = new ArrayList<Sample>();
            for (var i = 0; i < 60; i++) samples.add(sample(10 * i, 165 + random.nextInt(30)));
            var whole = Watch.START.over(samples, yardstick).breaches();
            var watch = Watch.START;
            var found = new ArrayList<Breach>();
            for (var from = 0; from < samples.size(); ) {
                var to = Math.min(samples.size(), from + 1 + random.nextInt(9));
                var outcome = watch.over(samples.subList(from, to), yardstick);
                found.addAll(outcome.ended());
                watch = outcome.watch();
                from = to;
            }
            watch.raised().ifPresent(found::add);
            assertThat(found).isEqualTo(whole);
        }
    }

    private List<Breach> breaches(double... everyTenMinutes) {
        var samples = new ArrayList<Sample>();
        for (var i = 0; i < everyTenMinutes.length; i++) samples.add(sample(10 * i, everyTenMinutes[i]));
        return Watch.START.over(samples, yardstick).breaches();
    }

    private static Sample sample(int minute, double value) {
        return new Sample(minute(minute), minute(minute), value, 180);
    }

    private static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
