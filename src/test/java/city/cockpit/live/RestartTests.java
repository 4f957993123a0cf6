package city.cockpit.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.history.InMemoryReadings;
import city.cockpit.history.Step;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a cockpit reads of history when it starts. */
class RestartTests {

    private static final int SENSORS = 50;
    private static final int SECONDS_OF_FLOOD = 30;
    private static final int READINGS_A_SECOND = 20;
    private static final int MOST_SERIES_AT_ONCE = 20;

    private final Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final FakeCatalog town = new FakeCatalog();
    private final CountedRows history = new CountedRows(town);

    @Test
    void afterAFloodAStartReadsOneRowForASecondOfASensorAndNotAllSensorsAtOnce() {
        var before = flooded();
        var after = city();
        assertThat(history.mostRows).isEqualTo(MOST_SERIES_AT_ONCE * SECONDS_OF_FLOOD);
        assertThat(after.picture().series())
                .hasSize(SENSORS)
                .containsOnlyKeys(before.series().keySet());
        before.series().forEach((id, state) -> {
            var restored = Objects.requireNonNull(after.picture().series().get(id));
            assertThat(restored.newest()).isEqualTo(state.newest());
            assertThat(restored.hourMean().orElseThrow())
                    .isCloseTo(state.hourMean().orElseThrow(), within(1e-9));
        });
    }

    private CityPicture flooded() {
        for (var sensor = 0; sensor < SENSORS; sensor++) town.add("flood-%d/pm10".formatted(sensor), "Altstadt");
        var city = city();
        for (var series : town.listSeries())
            for (var i = 0; i < SECONDS_OF_FLOOD * READINGS_A_SECOND; i++) {
                var time = now.minusSeconds(60).plusMillis(1_000L / READINGS_A_SECOND * i);
                var reading = List.of(new Reading(series.id(), time, i % 30, Quality.GOOD));
                history.append(reading);
                city.stored(reading);
            }
        city.publish();
        return city.picture();
    }

    private LivingCity city() {
        return new LivingCity(
                town, history, Thresholds.load(), time -> Map.of(), time -> Map.of(), Optional.empty(), () -> now);
    }

    /** Counts what it gives at once. */
    private static final class CountedRows extends InMemoryReadings {

        private int mostRows;

        CountedRows(SeriesCatalog catalog) {
            super(catalog);
        }

        @Override
        public synchronized Map<SeriesId, List<Reading>> readings(Collection<Series> series, Interval span) {
            return counted(super.readings(series, span));
        }

        @Override
        public Map<SeriesId, List<Step>> course(Collection<Series> series, Interval span, Duration step) {
            return counted(super.course(series, span, step));
        }

        private <T> Map<SeriesId, List<T>> counted(Map<SeriesId, List<T>> rows) {
            mostRows = Math.max(
                    mostRows, rows.values().stream().mapToInt(List::size).sum());
            return rows;
        }
    }
}
