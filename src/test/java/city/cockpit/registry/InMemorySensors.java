package city.cockpit.registry;

import city.cockpit.measurement.SensorId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The sensors of a town for as long as a test lasts. Guards nobody and asks no property. One thread. */
public final class InMemorySensors implements Sensors {

    private final Map<SensorId, Sensor> sensors = new TreeMap<>();
    private final Map<String, Place> places = new TreeMap<>();
    private final Map<SensorId, List<Swap>> swaps = new HashMap<>();
    private final Map<SensorId, Photo> photos = new HashMap<>();
    private final Consumer<SensorsChanged> listener;
    private final InstantSource clock;

    public InMemorySensors() {
        this(changed -> {}, () -> Instant.EPOCH);
    }

    public InMemorySensors(Consumer<SensorsChanged> listener, InstantSource clock) {
        this.listener = listener;
        this.clock = clock;
    }

    public void clear() {
        sensors.clear();
        places.clear();
        swaps.clear();
        photos.clear();
    }

    @Override
    public List<Sensor> listSensors() {
        return List.copyOf(sensors.values());
    }

    @Override
    public Optional<Sensor> find(SensorId id) {
        return Optional.ofNullable(sensors.get(id));
    }

    @Override
    public List<Place> listPlaces() {
        return List.copyOf(places.values());
    }

    @Override
    public Optional<Place> findPlace(String key) {
        return Optional.ofNullable(places.get(key));
    }

    @Override
    public Sensor register(Sensor sensor, Optional<Place> newPlace, String by) {
        if (sensors.containsKey(sensor.id()))
            throw new NameTakenException(sensor.id().value());
        newPlace.filter(place -> places.containsKey(place.key())).ifPresent(place -> {
            throw new NameTakenException(place.key());
        });
        newPlace.ifPresent(place -> savePlace(place, by));
        return keep(sensor.withVersion(1));
    }

    @Override
    public Sensor change(Sensor sensor, String by) {
        var before = known(sensor.id());
        if (before.version() != sensor.version())
            throw new ChangedMeanwhileException(sensor.id().value());
        return keep(sensor.withVersion(sensor.version() + 1));
    }

    private Sensor known(SensorId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no sensor " + id));
    }

    private Sensor keep(Sensor sensor) {
        if (!places.containsKey(sensor.siteKey())) throw new IllegalArgumentException("no site " + sensor.siteKey());
        sensors.put(sensor.id(), sensor);
        listener.accept(new SensorsChanged(Set.of(sensor.id())));
        return sensor;
    }

    @Override
    public Place savePlace(Place place, String by) {
        var version = findPlace(place.key()).map(Place::version).orElse(0);
        if (place.version() == 0 && version > 0) throw new NameTakenException(place.key());
        if (place.version() != version) throw new ChangedMeanwhileException(place.key());
        var kept = new Place(place.site(), place.address(), place.municipalityKey(), version + 1);
        places.put(place.key(), kept);
        return kept;
    }

    @Override
    public void swap(SensorId id, Device next, LocalDate on, String by) {
        var before = known(id);
        swaps.computeIfAbsent(id, sensor -> new ArrayList<>())
                .addFirst(new Swap(on, before.device(), next, by, clock.instant()));
        keep(before.withDevice(next).withVersion(before.version() + 1));
    }

    @Override
    public List<Swap> listSwaps(SensorId id) {
        return List.copyOf(swaps.getOrDefault(id, List.of()));
    }

    @Override
    public void phase(SensorId id, Phase phase, String by) {
        var before = known(id);
        keep(before.withPhase(phase).withVersion(before.version() + 1));
    }

    @Override
    public Optional<Photo> photo(SensorId id) {
        return Optional.ofNullable(photos.get(id));
    }

    @Override
    public void keepPhoto(SensorId id, Photo photo, String by) {
        photos.put(known(id).id(), photo);
    }
}
