package city.cockpit.registry;

import static java.time.ZoneOffset.UTC;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.SensorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sensors of this installation: changes of a single one, its swaps and its photo. */
@Repository
class RegisteredSensors implements Sensors {

    private final Registry registry;
    private final ObservedProperties properties;
    private final Formats formats;
    private final JdbcClient sql;
    private final AuditTrail trail;
    private final InstantSource clock;

    RegisteredSensors(
            Registry registry,
            ObservedProperties properties,
            Formats formats,
            JdbcClient sql,
            AuditTrail trail,
            InstantSource clock) {
        this.registry = registry;
        this.properties = properties;
        this.formats = formats;
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public List<Sensor> listSensors() {
        return registry.snapshot().listed();
    }

    @Override
    public Optional<Sensor> find(SensorId id) {
        return registry.snapshot().find(id);
    }

    @Override
    public List<Place> listPlaces() {
        return registry.snapshot().listPlaces();
    }

    @Override
    public Optional<Place> findPlace(String key) {
        return registry.snapshot().findPlace(key);
    }

    @Override
    public Sensor register(Sensor sensor, Optional<Place> newPlace, String by) {
        return registry.change(turn -> {
            if (turn.now().find(sensor.id()).isPresent())
                throw new NameTakenException(sensor.id().value());
            newPlace.ifPresent(place -> save(turn, place, by));
            if (newPlace.filter(place -> place.key().equals(sensor.siteKey())).isEmpty()) checkSite(turn, sensor);
            checkFormat(sensor);
            checkSeries(sensor);
            var kept = sensor.withVersion(1);
            turn.writeSensor(kept, by);
            trail.record(
                    by, Deed.SENSOR_REGISTERED, sensor.id().value(), SensorColumns.changes(Optional.empty(), sensor));
            return kept;
        });
    }

    private static void checkSite(Turn turn, Sensor sensor) {
        if (turn.now().findPlace(sensor.siteKey()).isEmpty())
            throw new IllegalArgumentException("There is no site '%.100s'.".formatted(sensor.siteKey()));
    }

    private void checkFormat(Sensor sensor) {
        sensor.format().filter(name -> !formats.listFormats().contains(name)).ifPresent(name -> {
            throw new IllegalArgumentException("This cockpit does not read '%.100s'; it reads %s."
                    .formatted(name, String.join(", ", formats.listFormats())));
        });
    }

    private void checkSeries(Sensor sensor) {
        for (var plan : sensor.series())
            plan.plausible(properties
                    .find(plan.propertyKey())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "This cockpit cannot observe '%.100s'.".formatted(plan.propertyKey()))));
    }

    @Override
    public Sensor change(Sensor sensor, String by) {
        return registry.change(turn -> {
            var before = known(turn, sensor.id());
            if (before.version() != sensor.version())
                throw new ChangedMeanwhileException(sensor.id().value());
            checkSite(turn, sensor);
            checkFormat(sensor);
            checkSeries(sensor);
            return write(turn, Deed.SENSOR_CHANGED, before, sensor, by);
        });
    }

    private static Sensor known(Turn turn, SensorId id) {
        return turn.now()
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no sensor '%s'.".formatted(id)));
    }

    /** What does not differ is no change: neither the version nor the audit trail grows. */
    private Sensor write(Turn turn, Deed deed, Sensor before, Sensor next, String by) {
        var changes = SensorColumns.changes(Optional.of(before), next);
        if (changes.isEmpty()) return before;
        var kept = next.withVersion(before.version() + 1);
        turn.writeSensor(kept, by);
        trail.record(by, deed, next.id().value(), changes);
        return kept;
    }

    @Override
    public Place savePlace(Place place, String by) {
        return registry.change(turn -> save(turn, place, by));
    }

    private Place save(Turn turn, Place place, String by) {
        var before = turn.now().findPlace(place.key());
        if (place.version() == 0 && before.isPresent()) throw new NameTakenException(place.key());
        if (place.version() != before.map(Place::version).orElse(0)) throw new ChangedMeanwhileException(place.key());
        var town = Optional.of(place.municipalityKey())
                .filter(key -> !key.isEmpty())
                .or(() -> before.map(Place::municipalityKey))
                .orElseGet(turn::homeKey);
        if (!town.equals(Municipality.NAMELESS.key())
                && !turn.now().municipalities().containsKey(town))
            throw new IllegalArgumentException("There is no municipality '%s'.".formatted(town));
        var kept = new Place(place.site(), place.address(), town, place.version() + 1);
        var changes = SensorColumns.changes(before.map(SensorColumns::of).orElse(Map.of()), SensorColumns.of(kept));
        if (before.isPresent() && changes.isEmpty()) return before.get();
        turn.writePlaces(List.of(kept), by);
        trail.record(by, before.isEmpty() ? Deed.SITE_ADDED : Deed.SITE_CHANGED, place.key(), changes);
        return kept;
    }

    @Override
    public void swap(SensorId id, Device next, LocalDate on, String by) {
        registry.change(turn -> {
            var before = known(turn, id);
            addSwap(id, before.device(), next, on, by);
            return write(turn, Deed.DEVICE_SWAPPED, before, before.withDevice(next), by);
        });
    }

    private void addSwap(SensorId id, Device before, Device next, LocalDate on, String by) {
        sql.sql("""
                        INSERT INTO device_swap (sensor_name, swapped_on, before_kind, before_model, before_serial,
                                                 before_since, next_kind, next_model, next_serial, next_since, said_by,
                                                 said_at)
                        VALUES (:sensor, :on, :beforeKind, :beforeModel, :beforeSerial, :beforeSince, :nextKind,
                                :nextModel, :nextSerial, :nextSince, :by, :at)""")
                .param("sensor", id.value())
                .param("on", on)
                .param("beforeKind", before.kind())
                .param("beforeModel", before.model())
                .param("beforeSerial", before.serial())
                .param("beforeSince", before.since().orElse(null), Types.DATE)
                .param("nextKind", next.kind())
                .param("nextModel", next.model())
                .param("nextSerial", next.serial())
                .param("nextSince", next.since().orElse(null), Types.DATE)
                .param("by", by)
                .param("at", clock.instant().atOffset(UTC))
                .update();
    }

    @Override
    public List<Swap> listSwaps(SensorId id) {
        return sql.sql("SELECT * FROM device_swap WHERE sensor_name = :sensor ORDER BY swapped_on DESC, number DESC")
                .param("sensor", id.value())
                .query((row, n) -> new Swap(
                        row.getObject("swapped_on", LocalDate.class),
                        device(row, "before"),
                        device(row, "next"),
                        row.getString("said_by"),
                        row.getObject("said_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Device device(ResultSet row, String which) throws SQLException {
        return new Device(
                row.getString(which + "_kind"),
                row.getString(which + "_model"),
                row.getString(which + "_serial"),
                Optional.ofNullable(row.getObject(which + "_since", LocalDate.class)));
    }

    @Override
    public void phase(SensorId id, Phase phase, String by) {
        registry.change(turn -> {
            var before = known(turn, id);
            return write(turn, Deed.SENSOR_PHASE_CHANGED, before, before.withPhase(phase), by);
        });
    }

    @Override
    public Optional<Photo> photo(SensorId id) {
        return sql.sql("SELECT image FROM sensor_photo WHERE sensor_name = :sensor")
                .param("sensor", id.value())
                .query((row, n) -> Photo.of(row.getBytes("image")))
                .optional();
    }

    @Override
    public void keepPhoto(SensorId id, Photo photo, String by) {
        registry.change(turn -> {
            known(turn, id);
            trail.record(by, Deed.SENSOR_PHOTO_KEPT, id.value(), List.of(new Change("photo", "", photo.toString())));
            return sql.sql("""
                            INSERT INTO sensor_photo (sensor_name, image) VALUES (:sensor, :image)
                                ON CONFLICT (sensor_name) DO UPDATE SET image = excluded.image""")
                    .param("sensor", id.value())
                    .param("image", photo.bytes())
                    .update();
        });
    }
}
