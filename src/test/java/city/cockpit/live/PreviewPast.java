package city.cockpit.live;

import city.cockpit.history.InMemoryReadings;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.Thresholds;
import city.cockpit.measurement.Town;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.QueryTimeoutException;

/** A past that a test makes by hand. */
public final class PreviewPast implements PastCity {

    private final InstantSource clock;
    private FakeCatalog catalog = new FakeCatalog();
    private InMemoryReadings history = new InMemoryReadings(catalog);
    private boolean isAway;

    public PreviewPast(InstantSource clock) {
        this.clock = clock;
    }

    public synchronized void measured(Series series, Instant at, double value) {
        catalog.add(series);
        history.append(List.of(new Reading(series.id(), at, value, Quality.GOOD)));
    }

    /** The database does not answer. */
    public synchronized void isAway(boolean away) {
        isAway = away;
    }

    public synchronized void clear() {
        catalog = new FakeCatalog();
        history = new InMemoryReadings(catalog);
        isAway = false;
    }

    @Override
    public PastDay day(LocalDate day) {
        return city().day(day);
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return city().firstDay();
    }

    private synchronized PastCity city() {
        if (isAway) throw new QueryTimeoutException("the database is away");
        return new KeptDays(
                catalog,
                history,
                Thresholds.load(),
                time -> Map.of(),
                until -> Map.of(),
                () -> new Town("Musterstadt", ZoneId.of("Europe/Berlin")),
                clock);
    }
}
