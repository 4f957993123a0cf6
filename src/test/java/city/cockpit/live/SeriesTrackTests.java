package city.cockpit.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesTrackTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, LIVE",
        "119, LIVE",
        "120, DELAYED",
        "239, DELAYED",
        "240, STALE",
        "86399, STALE",
        "86400, OFFLINE",
        "-200, LIVE"
    })
    void aSensorThatReportsEachMinuteAgesByItsInterval(long seconds, State state) {
        var track = track("air-07/pm10", Duration.ofMinutes(1));
        track.add(reading("air-07/pm10", NOON, 12), NOON);
        assertThat(track.at(NOON.plusSeconds(seconds)).state()).isEqualTo(state);
    }

    @Test
    void aSensorThatReportsOnceADayIsNotOfflineTheNextMorning() {
        var track = track("air-07/pm10", Duration.ofDays(1));
        track.add(reading("air-07/pm10", NOON, 12), NOON);
        assertThat(track.at(NOON.plus(Duration.ofHours(30))).state()).isEqualTo(State.LIVE);
        assertThat(track.at(NOON.plus(Duration.ofDays(4))).state()).isEqualTo(State.OFFLINE);
    }

    @Test
    void aSensorThatNeverReportedHasNoData() {
        var state = track("air-07/pm10", Duration.ofMinutes(1)).at(NOON);
        assertThat(state.state()).isEqualTo(State.NO_DATA);
        assertThat(state.newest()).isEmpty();
    }

    @Test
    void aLateReadingDoesNotReplaceANewerOne() {
        var track = track("air-07/pm10", Duration.ofMinutes(1));
        track.add(reading("air-07/pm10", NOON, 12), NOON);
        track.add(reading("air-07/pm10", NOON.minusSeconds(60), 99), NOON);
        assertThat(track.at(NOON).newest().orElseThrow().value()).isEqualTo(12);
    }

    @Test
    void theLastWillTakesASensorOffUntilItReportsAgain() {
        var track = track("air-07/pm10", Duration.ofMinutes(1));
        track.add(reading("air-07/pm10", NOON, 12), NOON);
        track.offline(NOON.plusSeconds(10));
        assertThat(track.at(NOON.plusSeconds(10)).state()).isEqualTo(State.OFFLINE);
        track.add(reading("air-07/pm10", NOON.plusSeconds(5), 13), NOON.plusSeconds(15));
        assertThat(track.at(NOON.plusSeconds(15)).state())
                .as("observed before the will")
                .isEqualTo(State.OFFLINE);
        track.add(reading("air-07/pm10", NOON.plusSeconds(20), 13), NOON.plusSeconds(20));
        assertThat(track.at(NOON.plusSeconds(20)).state()).isEqualTo(State.LIVE);
    }

    @Test
    void particulatesAreJudgedByTheMeanOfTheLastHourOnly() {
        var track = track("air-07/pm2_5", Duration.ofMinutes(1));
        for (var minute = 0; minute <= 60; minute++)
            track.add(reading("air-07/pm2_5", NOON.minusSeconds(60L * minute), minute == 0 ? 200 : 4), NOON);
        var assessment = track.at(NOON).assessment().orElseThrow();
        assertThat(assessment.value().value()).isCloseTo((59 * 4 + 200) / 60.0, within(1e-9));
        assertThat(assessment.band().key()).isEqualTo("good");
    }

    @Test
    void withLessThanThreeQuartersOfTheReadingsAnHourHasNoMeanAndNoBand() {
        var track = track("air-07/pm2_5", Duration.ofMinutes(1));
        for (var minute = 0; minute < 44; minute++)
            track.add(reading("air-07/pm2_5", NOON.minusSeconds(60L * minute), 4), NOON);
        assertThat(track.at(NOON).hourMean()).isEmpty();
        assertThat(track.at(NOON).assessment()).isEmpty();
        track.add(reading("air-07/pm2_5", NOON.minusSeconds(60L * 44), 4), NOON);
        assertThat(track.at(NOON).hourMean()).hasValue(4);
    }

    @Test
    void aStaleValueIsJudgedByNoNorm() {
        var track = track("uv-01/uv_index", Duration.ofMinutes(1));
        track.add(reading("uv-01/uv_index", NOON, 7), NOON);
        assertThat(track.at(NOON).assessment().orElseThrow().band().key()).isEqualTo("high");
        assertThat(track.at(NOON.plusSeconds(240)).assessment()).isEmpty();
    }

    @Test
    void theTrailHoldsADayOfQuartersWithGapsWhereNothingWasMeasured() {
        var track = track("noise-01/laeq", Duration.ofMinutes(15));
        track.add(reading("noise-01/laeq", NOON.minusSeconds(60), 50), NOON);
        track.add(reading("noise-01/laeq", NOON.minusSeconds(30), 60), NOON);
        track.add(reading("noise-01/laeq", NOON, 0), NOON);
        var means = track.at(NOON).trail().means();
        assertThat(means).hasSize(Trail.LENGTH);
        assertThat(means.getLast()).hasValue(0);
        assertThat(means.get(Trail.LENGTH - 2).orElseThrow()).isCloseTo(57.4, within(0.01));
        assertThat(means.get(Trail.LENGTH - 3)).isEmpty();
        var later = track.at(NOON.plus(Duration.ofHours(23)));
        assertThat(later.trail().means().get(3))
                .as("moved along with the clock")
                .hasValue(0);
    }

    @Test
    void withoutChangeTheStateStaysTheSameObject() {
        var track = track("air-07/pm10", Duration.ofMinutes(1));
        track.add(reading("air-07/pm10", NOON, 12), NOON);
        assertThat(track.at(NOON.plusSeconds(2))).isSameAs(track.at(NOON.plusSeconds(1)));
    }

    static Series series(String id, Duration interval) {
        var seriesId = new SeriesId(id);
        return new Series(
                1,
                seriesId,
                ObservedProperties.load().find(seriesId.propertyKey()).orElseThrow(),
                interval,
                FakeCatalog.siteOf("Rathaus"),
                OptionalInt.empty(),
                List.of(),
                false);
    }

    private static SeriesTrack track(String id, Duration interval) {
        var series = series(id, interval);
        return new SeriesTrack(series, Judge.of(series, Thresholds.load()));
    }

    private static Reading reading(String id, Instant time, double value) {
        return new Reading(new SeriesId(id), time, value, Quality.GOOD);
    }
}
