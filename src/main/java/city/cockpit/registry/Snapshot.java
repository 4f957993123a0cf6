package city.cockpit.registry;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog.Fed;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Site;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole registry at one revision, in memory. Immutable; what did not change is the same object as before.
 *
 * @param bySensor what each sensor observes
 * @param series by their names
 * @param sorted the same, by name
 * @param home the municipality with the most sites
 * @param own observed properties that the town has added
 * @param swaps the days on which devices were swapped, oldest first
 * @param aliases which sensor is meant by a name that somebody assigned to it
 * @param byDevEui which sensor is meant by the number of its LoRaWAN device, where no other has the same
 */
record Snapshot(
        long revision,
        SortedMap<SensorId, Registered> sensors,
        SortedMap<String, RegisteredPlace> places,
        Map<String, Municipality> municipalities,
        Optional<Municipality> home,
        Map<SensorId, Observed> bySensor,
        Map<SeriesId, Series> series,
        List<Series> sorted,
        List<Sensor> listed,
        List<ObservedProperty> own,
        Map<SensorId, List<LocalDate>> swaps,
        Map<SensorId, SensorId> aliases,
        Map<SensorId, SensorId> byDevEui) {

    private static final Logger log = LoggerFactory.getLogger(Snapshot.class);

    static final Snapshot EMPTY = new Snapshot(
            -1,
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Map.of(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            Map.of());

    /**
     * @param active those that are not retired, by the key of the property
     * @param feeds of those series of which it is registered, by the field
     */
    record Observed(boolean isRetired, List<Series> series, Map<String, Series> active, Map<String, Fed> feeds) {}

    /** What changed after a revision, and everything of which there is little. */
    record Delta(
            long revision,
            List<Registered> sensors,
            List<RegisteredPlace> places,
            List<Municipality> municipalities,
            Optional<Municipality> home,
            List<ObservedProperty> own,
            Map<SensorId, List<LocalDate>> swaps,
            Map<SensorId, SensorId> aliases) {}

    boolean differsBy(Delta delta) {
        return !delta.sensors().isEmpty()
                || !delta.places().isEmpty()
                || !delta.own().equals(own);
    }

    Snapshot with(Delta delta, ObservedProperties properties) {
        var municipalities =
                delta.municipalities().stream().collect(toUnmodifiableMap(Municipality::key, Function.identity()));
        if (!differsBy(delta))
            return new Snapshot(
                    delta.revision(),
                    sensors,
                    places,
                    municipalities,
                    delta.home(),
                    bySensor,
                    series,
                    sorted,
                    listed,
                    own,
                    delta.swaps(),
                    delta.aliases(),
                    byDevEui);
        var allSensors = new TreeMap<>(sensors);
        delta.sensors().forEach(one -> allSensors.put(one.sensor().id(), one));
        var allPlaces = new TreeMap<>(places);
        delta.places().forEach(one -> allPlaces.put(one.place().key(), one));
        var observed = new HashMap<>(bySensor);
        var touched = delta.own().equals(own) ? touched(delta, allSensors) : allSensors.keySet();
        for (var id : touched) observed.put(id, observed(requireNonNull(allSensors.get(id)), allPlaces, properties));
        var all = observed.values().stream()
                .flatMap(one -> one.series().stream())
                .sorted(Comparator.comparing(Series::id))
                .toList();
        return new Snapshot(
                delta.revision(),
                Collections.unmodifiableSortedMap(allSensors),
                Collections.unmodifiableSortedMap(allPlaces),
                municipalities,
                delta.home(),
                Collections.unmodifiableMap(observed),
                all.stream().collect(toUnmodifiableMap(Series::id, Function.identity())),
                all,
                allSensors.values().stream().map(Registered::sensor).toList(),
                delta.own(),
                delta.swaps(),
                delta.aliases(),
                byDevEui(allSensors.values()));
    }

    /** The Things Stack calls a device {@code eui-} and its number, unless somebody calls it otherwise. */
    private static Map<SensorId, SensorId> byDevEui(Collection<Registered> sensors) {
        var found = new HashMap<SensorId, SensorId>();
        var twice = new HashSet<SensorId>();
        for (var one : sensors) {
            if (one.sensor().phase() == Phase.RETIRED) continue;
            var sensor = one.sensor().id();
            one.sensor().device().devEui().ifPresent(number -> {
                if (found.put(number, sensor) != null) twice.add(number);
                found.put(new SensorId("eui-" + number), sensor);
            });
        }
        for (var number : twice) {
            found.remove(number);
            found.remove(new SensorId("eui-" + number));
        }
        return Map.copyOf(found);
    }

    /** Sensors that changed, or whose sites did. */
    Set<SensorId> touched(Delta delta) {
        return touched(delta, sensors);
    }

    private static Set<SensorId> touched(Delta delta, SortedMap<SensorId, Registered> sensors) {
        var touched = new HashSet<SensorId>();
        delta.sensors().forEach(one -> touched.add(one.sensor().id()));
        var sites = new HashSet<String>();
        delta.places().forEach(one -> sites.add(one.place().key()));
        if (!sites.isEmpty())
            sensors.values().stream()
                    .map(Registered::sensor)
                    .filter(sensor -> sites.contains(sensor.siteKey()))
                    .forEach(sensor -> touched.add(sensor.id()));
        return touched;
    }

    private static Observed observed(
            Registered registered, Map<String, RegisteredPlace> places, ObservedProperties properties) {
        var site = requireNonNull(places.get(registered.sensor().siteKey()))
                .place()
                .site();
        var feeds = new HashMap<String, Fed>();
        var all = registered.kept().stream()
                .flatMap(kept -> series(registered.sensor(), kept, site, properties).stream())
                .toList();
        for (var kept : registered.kept())
            kept.plan()
                    .feed()
                    .ifPresent(feed -> all.stream()
                            .filter(one -> one.key() == kept.key() && !one.isRetired())
                            .forEach(one -> feeds.put(feed.field(), new Fed(one, feed))));
        return new Observed(
                registered.sensor().phase() == Phase.RETIRED,
                all,
                all.stream()
                        .filter(one -> !one.isRetired())
                        .collect(toUnmodifiableMap(one -> one.property().key(), Function.identity())),
                Map.copyOf(feeds));
    }

    private static Optional<Series> series(Sensor sensor, KeptSeries kept, Site site, ObservedProperties properties) {
        var plan = kept.plan();
        var property = properties.find(plan.propertyKey());
        if (property.isEmpty()) {
            // A newer cockpit on the same database has registered it.
            log.warn("This version of the cockpit cannot observe '{}' of {}", plan.propertyKey(), sensor.id());
            return Optional.empty();
        }
        return Optional.of(new Series(
                kept.key(),
                SeriesId.of(sensor.id(), plan.propertyKey()),
                property.get(),
                plan.interval(),
                site,
                plan.capacity(),
                plan.marks(),
                plan.plausible(property.get()),
                sensor.simulated(),
                sensor.visibility() == Visibility.PUBLIC,
                kept.ended() || sensor.phase() == Phase.RETIRED,
                sensor.phase() == Phase.MAINTENANCE));
    }

    Optional<Sensor> find(SensorId id) {
        return Optional.ofNullable(sensors.get(id)).map(Registered::sensor);
    }

    Optional<Place> findPlace(String key) {
        return Optional.ofNullable(places.get(key)).map(RegisteredPlace::place);
    }

    List<Place> listPlaces() {
        return places.values().stream().map(RegisteredPlace::place).toList();
    }
}
