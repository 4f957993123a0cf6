package city.cockpit.live;

import city.cockpit.history.InMemoryReadings;
import city.cockpit.history.Today;
import city.cockpit.history.Usual;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Site;
import city.cockpit.measurement.Thresholds;
import city.cockpit.measurement.Town;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** A living town for tests: a test says what hangs where and what it reports, then looks at the tiles. */
final class LiveTown {

    private static final ObservedProperties PROPERTIES = ObservedProperties.load();

    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    final FakeCatalog catalog = new FakeCatalog();
    private final InMemoryReadings history = new InMemoryReadings(catalog);
    private Map<SeriesId, Usual> usual = Map.of();
    private Map<SeriesId, Today> today = Map.of();
    /** Names of sensors at which somebody works. */
    final Set<String> workedOn = new HashSet<>();

    private final LivingCity city = new LivingCity(
            catalog,
            history,
            Thresholds.load(),
            time -> usual,
            time -> today,
            Optional.of(series -> workedOn.contains(series.id().sensor().value())),
            () -> now);

    /** Registers a series at the site with the title of the sensor's name. */
    LiveTown with(String id, Duration interval) {
        return with(id, interval, OptionalInt.empty(), List.of());
    }

    LiveTown withCarPark(String id, int capacity) {
        return with(id, Duration.ofSeconds(30), OptionalInt.of(capacity), List.of());
    }

    LiveTown withGauge(String id, Double... marks) {
        return with(id, Duration.ofMinutes(5), OptionalInt.empty(), List.of(marks));
    }

    private LiveTown with(String id, Duration interval, OptionalInt capacity, List<Double> marks) {
        var sensor = new SeriesId(id).sensor().value();
        return with(id, interval, capacity, marks, FakeCatalog.siteOf(sensor));
    }

    LiveTown with(String id, Duration interval, double latitude, double longitude) {
        var sensor = new SeriesId(id).sensor().value();
        var site = new Site(sensor, sensor, "Altstadt", latitude, longitude);
        return with(id, interval, OptionalInt.empty(), List.of(), site);
    }

    /** Registers a series of what the town added to what can be observed. */
    LiveTown with(String sensor, ObservedProperty own) {
        return with(
                sensor + "/" + own.key(),
                own,
                Duration.ofMinutes(1),
                OptionalInt.empty(),
                List.of(),
                FakeCatalog.siteOf(sensor));
    }

    private LiveTown with(String id, Duration interval, OptionalInt capacity, List<Double> marks, Site site) {
        var property = PROPERTIES.find(new SeriesId(id).propertyKey()).orElseThrow();
        return with(id, property, interval, capacity, marks, site);
    }

    private LiveTown with(
            String id,
            ObservedProperty property,
            Duration interval,
            OptionalInt capacity,
            List<Double> marks,
            Site site) {
        catalog.add(new Series(
                catalog.listSeries().size() + 1, new SeriesId(id), property, interval, site, capacity, marks, false));
        return this;
    }

    /** A reading of this moment. */
    LiveTown reports(String id, double value) {
        return reports(id, Duration.ZERO, value);
    }

    LiveTown reports(String id, Duration ago, double value) {
        return stored(new Reading(new SeriesId(id), now.minus(ago), value, Quality.GOOD));
    }

    /** A value of a sensor that names no time. */
    LiveTown reportsOnArrival(String id, double value) {
        return stored(new Reading(new SeriesId(id), now, value, Quality.TIMED_ON_ARRIVAL));
    }

    /** A reading of this moment that nobody believes. */
    LiveTown reportsNonsense(String id, double value) {
        return reportsNonsense(id, Duration.ZERO, value);
    }

    LiveTown reportsNonsense(String id, Duration ago, double value) {
        return stored(new Reading(new SeriesId(id), now.minus(ago), value, Quality.IMPLAUSIBLE));
    }

    private LiveTown stored(Reading reading) {
        history.append(List.of(reading));
        city.stored(List.of(reading));
        return this;
    }

    /** Another node stores a reading, and this one is not told. */
    LiveTown isReportedElsewhere(String id, Duration ago, double value) {
        history.append(List.of(new Reading(new SeriesId(id), now.minus(ago), value, Quality.GOOD)));
        return this;
    }

    /** Another node stores a reading of this moment that nobody believes, and this one is not told. */
    LiveTown isNonsenseElsewhere(String id, double value) {
        history.append(List.of(new Reading(new SeriesId(id), now, value, Quality.IMPLAUSIBLE)));
        return this;
    }

    /** Another node tells a reading that it has stored. */
    LiveTown isTold(String id, Duration ago, double value) {
        city.heard(List.of(new Reading(new SeriesId(id), now.minus(ago), value, Quality.GOOD)));
        return this;
    }

    LiveTown catchesUp() {
        city.catchUp();
        return this;
    }

    /** The same value each minute of the last hour. */
    LiveTown reportsForAnHour(String id, double value) {
        for (var minute = 0; minute < 60; minute++) reports(id, Duration.ofMinutes(minute), value);
        return this;
    }

    /** Somebody works on the device. */
    LiveTown isMaintained(String sensor) {
        catalog.listSeries().stream()
                .filter(series -> series.id().sensor().equals(new SensorId(sensor)))
                .forEach(series -> catalog.add(series.inMaintenance()));
        return this;
    }

    /** At this hour of the week half of the values lie between those two, with the median in the middle. */
    LiveTown usually(String id, double lower, double upper) {
        var next = new HashMap<>(usual);
        next.put(new SeriesId(id), new Usual(lower, (lower + upper) / 2, upper, 8));
        usual = Map.copyOf(next);
        return this;
    }

    /** The day up to this hour, in kWh, with the mean power of last night. */
    LiveTown hasUsed(String id, double used, double usually, double baseLoad) {
        var day = new Today(
                now,
                OptionalDouble.of(used),
                OptionalDouble.of(usually),
                OptionalDouble.of(baseLoad),
                OptionalDouble.empty());
        var next = new HashMap<>(today);
        next.put(new SeriesId(id), day);
        today = Map.copyOf(next);
        return this;
    }

    LiveTown leaves(String sensor) {
        city.sensorOffline(new SensorId(sensor), now);
        return this;
    }

    /** The same town after a restart: what it knows now comes from history. */
    CityPicture restarted() {
        return new LivingCity(
                        catalog,
                        history,
                        Thresholds.load(),
                        time -> Map.of(),
                        time -> Map.of(),
                        Optional.empty(),
                        () -> now)
                .picture();
    }

    /** That day as it is remembered. */
    PastDay remembered(LocalDate day) {
        return past().day(day);
    }

    PastCity past() {
        var zone = ZoneId.of("Europe/Berlin");
        return new KeptDays(
                catalog,
                history,
                Thresholds.load(),
                time -> usual,
                until -> today,
                () -> new Town("Musterstadt", zone),
                () -> now);
    }

    CityPicture picture() {
        city.publish();
        return city.picture();
    }

    DomainState tile(Domain domain) {
        return tile(picture(), domain);
    }

    static DomainState tile(CityPicture picture, Domain domain) {
        return Optional.ofNullable(picture.domains().get(domain)).orElseThrow();
    }

    SeriesState series(String id) {
        return Optional.ofNullable(picture().series().get(new SeriesId(id))).orElseThrow();
    }
}
