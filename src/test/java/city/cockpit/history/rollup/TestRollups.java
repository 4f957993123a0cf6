package city.cockpit.history.rollup;

import city.cockpit.harness.TestDatabase;
import city.cockpit.history.Arrivals;
import city.cockpit.history.Completeness;
import city.cockpit.history.Edition;
import city.cockpit.history.HistoryDatabase;
import city.cockpit.history.TimeSeriesStore;
import city.cockpit.history.UsualValues;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.TownSource;
import java.time.Duration;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import org.springframework.transaction.support.TransactionTemplate;

/** The history of a test database, for tests of those who ask it. */
public final class TestRollups {

    private TestRollups() {}

    public static TimeSeriesStore answers(HistoryDatabase database, TownSource town, InstantSource clock) {
        return new StoredTimeSeries(database.sql(), database.transactions(), town, clock);
    }

    public static Completeness completeness(HistoryDatabase database, TownSource town, InstantSource clock) {
        return new StoredCompleteness(database.sql(), town, clock);
    }

    public static Arrivals arrivals(HistoryDatabase database) {
        return new StoredArrivals(database.sql());
    }

    public static UsualValues usual(
            HistoryDatabase database, SeriesCatalog catalog, TownSource town, InstantSource clock) {
        return new UsualHours(database.sql(), catalog, town, clock);
    }

    /** Brings hours and days up to date. Nothing is thrown away. */
    public static void rollUp(HistoryDatabase database, SeriesCatalog catalog, TownSource town, InstantSource clock) {
        new Upkeep(
                        database.sql(),
                        new TransactionTemplate(database.transactions()),
                        catalog,
                        town,
                        clock,
                        new Clearance(
                                database.sql(),
                                (property, arrival) -> arrival.atOffset(ZoneOffset.UTC)
                                        .minus(Period.ofYears(20))
                                        .toInstant(),
                                TestDatabase.isTimescale() ? Edition.TIMESCALE_APACHE : Edition.PLAIN))
                .run(Duration.ZERO);
    }
}
