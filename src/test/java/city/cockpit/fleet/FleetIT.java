package city.cockpit.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.fleet.DeviceStates.Changes;
import city.cockpit.fleet.DeviceStates.ReasonOf;
import city.cockpit.fleet.DeviceStates.VitalOf;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.history.Completeness.Shares;
import city.cockpit.history.HistoryDatabase;
import city.cockpit.history.rollup.TestRollups;
import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.Vital;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Town;
import city.cockpit.measurement.TownSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of devices and what histories say of them, in a real database. */
@WithoutDatabase
class FleetIT {

    private static final HistoryDatabase DATABASE = new HistoryDatabase().granted();
    private static final SensorId SENSOR = new SensorId("air-07");
    private static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");

    private final DeviceTable here = newTable();
    private final DeviceTable elsewhere = newTable();

    private static DeviceTable newTable() {
        return new DeviceTable(DATABASE.sql(), new TransactionTemplate(DATABASE.transactions()));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void aSensor() {
        DATABASE.empty();
        for (var table : List.of("sensor", "site", "municipality"))
            DATABASE.sql().sql("DELETE FROM " + table).update();
        DATABASE.sql().sql("""
                        WITH town AS (
                            INSERT INTO municipality (key, name, time_zone)
                            VALUES ('16053000', 'Jena', 'Europe/Berlin') RETURNING key),
                        place AS (
                            INSERT INTO site (name, municipality_key, title, latitude, longitude)
                            SELECT 'markt', key, 'Markt', 50.9, 11.6 FROM town RETURNING name)
                        INSERT INTO sensor (name, site_name) SELECT 'air-07', name FROM place""").update();
    }

    @Test
    void whatOneNodeHeardAllNodesKnow() {
        here.write(told(new Told(12, NOON, Optional.of(NOON))));
        assertThat(elsewhere.readNew().vitals())
                .containsExactly(Map.entry(battery(), new Told(12, NOON, Optional.of(NOON))));
        elsewhere.write(told(new Told(90, NOON.plusSeconds(60), Optional.empty())));
        here.write(told(new Told(13, NOON.plusSeconds(30), Optional.of(NOON))));
        assertThat(here.readNew().vitals().get(battery()))
                .as("the newest stays")
                .isEqualTo(new Told(90, NOON.plusSeconds(60), Optional.empty()));
    }

    @Test
    void refusalsOfAllNodesAreAddedUpUntilADayPassesWithoutAny() {
        here.write(refused(new Refusals("one", NOON, NOON, 2)));
        elsewhere.write(refused(new Refusals("two", NOON.plusSeconds(60), NOON.plusSeconds(90), 3)));
        assertThat(refusals()).isEqualTo(new Refusals("two", NOON, NOON.plusSeconds(90), 5));
        var later = NOON.plus(Duration.ofDays(3));
        here.write(refused(new Refusals("three", later, later, 1)));
        assertThat(refusals()).isEqualTo(new Refusals("three", later, later, 1));
    }

    @Test
    void whatBelongsToASensorThatIsGoneIsLeftOut() {
        here.write(new Changes(
                Map.of(new VitalOf(new SensorId("gone"), Vital.BATTERY), new Told(1, NOON, Optional.empty())),
                Map.of()));
        assertThat(here.readNew().vitals()).isEmpty();
    }

    @Test
    void historiesSayHowCompleteTheyAreSinceTheirFirstReading() {
        var catalog = new FakeCatalog();
        var series = catalog.add("air-07/pm10", "Markt");
        var silent = catalog.add("air-08/pm10", "Markt");
        TownSource town = () -> new Town("Jena", ZoneId.of("Europe/Berlin"));
        InstantSource clock = () -> NOON.plusSeconds(600);
        var readings = new ArrayList<Reading>();
        var from = NOON.minus(Duration.ofDays(3));
        for (var time = from; time.isBefore(NOON); time = time.plusSeconds(60)) {
            var hoursAgo = Duration.between(time, NOON).toHours();
            if (hoursAgo >= 6 && hoursAgo < 12) continue;
            // A value that never changes is not believed for long.
            readings.add(new Reading(series.id(), time, 7 + time.getEpochSecond() % 7, Quality.GOOD));
        }
        DATABASE.store(catalog).append(readings);
        TestRollups.rollUp(DATABASE, catalog, town, clock);
        var shares = TestRollups.completeness(DATABASE, town, clock).of(catalog.listSeries());
        assertThat(shares).containsOnlyKeys(series.key()).doesNotContainKey(silent.key());
        var known = Optional.ofNullable(shares.get(series.key())).orElse(Shares.NONE);
        assertThat(known.day().orElseThrow()).isCloseTo(0.75, within(0.01));
        assertThat(known.week().orElseThrow())
                .as("two full days and a half, less an hour of the gap")
                .isGreaterThan(0.9);
        assertThat(known.month()).isEqualTo(known.week());
    }

    private Refusals refusals() {
        return Objects.requireNonNull(here.readNew().refusals().get(new ReasonOf(SENSOR, RejectReason.UNIT)));
    }

    private static VitalOf battery() {
        return new VitalOf(SENSOR, Vital.BATTERY);
    }

    private static Changes told(Told told) {
        return new Changes(Map.of(battery(), told), Map.of());
    }

    private static Changes refused(Refusals refusals) {
        return new Changes(Map.of(), Map.of(new ReasonOf(SENSOR, RejectReason.UNIT), refusals));
    }
}
