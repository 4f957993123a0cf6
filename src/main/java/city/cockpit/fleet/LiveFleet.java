package city.cockpit.fleet;

import city.cockpit.history.Completeness.Shares;
import city.cockpit.live.CityPicture;
import city.cockpit.live.LiveCity;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.SeriesId;
import city.cockpit.registry.Place;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.Sensors;
import city.cockpit.registry.SeriesPlan;
import java.text.CollationKey;
import java.text.Collator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together what registry, picture of the city, devices and history know, for all sensors at once. */
@Component
class LiveFleet implements Fleet {

    private final Sensors sensors;
    private final LiveCity city;
    private final ObservedProperties properties;
    private final DeviceStates devices;
    private final InstantSource clock;
    private final Diagnosis diagnosis = new Diagnosis();
    private volatile Map<Integer, Shares> completeness = Map.of();
    private volatile FleetPicture picture = new FleetPicture(Instant.EPOCH, List.of());
    private Map<String, CollationKey> order = Map.of();

    LiveFleet(
            Sensors sensors, LiveCity city, ObservedProperties properties, DeviceStates devices, InstantSource clock) {
        this.sensors = sensors;
        this.city = city;
        this.properties = properties;
        this.devices = devices;
        this.clock = clock;
    }

    @Override
    public FleetPicture picture() {
        return picture;
    }

    @Override
    public Optional<SensorHealth> find(SensorId id) {
        var known = picture.find(id);
        return sensors.find(id).map(sensor -> health(sensor, city.picture(), known, clock.instant()));
    }

    /** The histories of series by their number, from now on. */
    void complete(Map<Integer, Shares> shares) {
        completeness = Map.copyOf(shares);
    }

    /** Takes the next picture. One thread. */
    void look() {
        var live = city.picture();
        var before = picture;
        var now = clock.instant();
        var all = sensors.listSensors();
        var intervals = new HashMap<SensorId, Duration>(2 * all.size());
        var next = new ArrayList<SensorHealth>(all.size());
        for (var sensor : all) {
            next.add(health(sensor, live, before.find(sensor.id()), now));
            Diagnosis.interval(sensor).ifPresent(interval -> intervals.put(sensor.id(), interval));
        }
        devices.expect(intervals);
        sort(next);
        picture = new FleetPicture(now, next);
    }

    /** As people look names up in German lists; English ones are in the same order. */
    private void sort(List<SensorHealth> all) {
        var collator = Collator.getInstance(Locale.GERMAN);
        var before = order;
        var keys = new HashMap<String, CollationKey>(2 * all.size());
        for (var one : all) {
            var name = one.sensor().name();
            keys.computeIfAbsent(name, text -> {
                var known = before.get(text);
                return known == null ? collator.getCollationKey(text) : known;
            });
        }
        order = keys;
        all.sort(Comparator.<SensorHealth, CollationKey>comparing(one -> key(keys, one))
                .thenComparing(one -> one.sensor().id()));
    }

    private static CollationKey key(Map<String, CollationKey> keys, SensorHealth one) {
        return Optional.ofNullable(keys.get(one.sensor().name())).orElseThrow();
    }

    private SensorHealth health(Sensor sensor, CityPicture live, Optional<SensorHealth> before, Instant now) {
        var place = sensors.findPlace(sensor.siteKey());
        var series = series(sensor, live);
        var device = devices.of(sensor.id());
        var complete = new HashMap<SeriesId, Shares>();
        for (var state : series) {
            var shares = completeness.get(state.series().key());
            if (shares != null) complete.put(state.series().id(), shares);
        }
        var unchanged =
                before.filter(one -> one.sensor().equals(sensor) && one.place().equals(place));
        return new SensorHealth(
                sensor,
                place,
                unchanged
                        .map(SensorHealth::domains)
                        .orElseGet(() -> sensor.series().stream()
                                .flatMap(plan -> properties.find(plan.propertyKey()).stream())
                                .map(ObservedProperty::domain)
                                .distinct()
                                .sorted()
                                .toList()),
                series,
                Diagnosis.lastHeard(series),
                diagnosis.of(sensor, series, device, now),
                device,
                least(complete),
                complete,
                unchanged.map(SensorHealth::searched).orElseGet(() -> searched(sensor, place)));
    }

    private static List<SeriesState> series(Sensor sensor, CityPicture live) {
        return sensor.series().stream()
                .map(SeriesPlan::propertyKey)
                .flatMap(key -> Stream.ofNullable(live.series().get(SeriesId.of(sensor.id(), key))))
                .toList();
    }

    private static Shares least(Map<SeriesId, Shares> of) {
        return new Shares(least(of, Shares::day), least(of, Shares::week), least(of, Shares::month));
    }

    private static OptionalDouble least(Map<SeriesId, Shares> of, Function<Shares, OptionalDouble> part) {
        return of.values().stream()
                .map(part)
                .flatMapToDouble(OptionalDouble::stream)
                .min();
    }

    private static String searched(Sensor sensor, Optional<Place> place) {
        return Stream.concat(
                        Stream.of(
                                sensor.title(),
                                sensor.id().value(),
                                sensor.device().kind(),
                                sensor.device().model(),
                                sensor.device().serial(),
                                sensor.stewardship().owner()),
                        place.stream()
                                .flatMap(at ->
                                        Stream.of(at.site().title(), at.site().district(), at.address(), at.key())))
                .filter(text -> !text.isBlank())
                .reduce("", (all, text) -> all + "\n" + text)
                .toLowerCase(Locale.ROOT);
    }
}
