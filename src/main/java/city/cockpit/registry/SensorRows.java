package city.cockpit.registry;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableList;
import static java.util.stream.Collectors.toUnmodifiableMap;

import city.cockpit.measurement.Feed;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.SensorFacts;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Site;
import city.cockpit.measurement.SourceClass;
import city.cockpit.registry.Snapshot.Delta;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code municipality}, {@code site}, {@code sensor} and {@code series}: read by revision, written many at once. */
@Repository
class SensorRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    SensorRows(JdbcClient sql) {
        this.sql = sql;
    }

    long revision() {
        return sql.sql("SELECT revision FROM registry_revision")
                .query((row, n) -> row.getLong(1))
                .single();
    }

    /** Begins a change: until the end of the transaction nobody else changes anything. */
    long next() {
        return sql.sql("UPDATE registry_revision SET revision = revision + 1 RETURNING revision")
                .query((row, n) -> row.getLong(1))
                .single();
    }

    /** What changed after that revision. To be called in a transaction that sees one moment. */
    Delta read(long after, long revision, List<ObservedProperty> own) {
        var series = new HashMap<String, List<KeptSeries>>();
        sql.sql("""
                        SELECT series.key, sensor_name, property_key, interval_seconds, capacity, marks, plausible_lowest,
                               plausible_highest, feed_field, feed_scale, feed_offset, feed_missing, ended
                          FROM series JOIN sensor ON sensor.name = sensor_name
                         WHERE changed_in > :after ORDER BY sensor_name, property_key""")
                .param("after", after)
                .query((row, n) -> Map.entry(row.getString("sensor_name"), kept(row)))
                .list()
                .forEach(entry -> series.computeIfAbsent(entry.getKey(), name -> new ArrayList<>())
                        .add(entry.getValue()));
        var sensors = sql.sql("SELECT * FROM sensor WHERE changed_in > :after")
                .param("after", after)
                .query((row, n) -> registered(row, series.getOrDefault(row.getString("name"), List.of())))
                .list();
        var places = sql.sql("SELECT * FROM site WHERE changed_in > :after")
                .param("after", after)
                .query((row, n) -> new RegisteredPlace(place(row), Optional.ofNullable(row.getString("changed_by"))))
                .list();
        var municipalities = sql.sql("SELECT key, name, time_zone FROM municipality")
                .query((row, n) -> municipality(row))
                .list();
        var home = sql.sql("""
                        SELECT key, municipality.name, time_zone
                          FROM municipality LEFT JOIN site ON municipality_key = key
                         GROUP BY key ORDER BY count(site.name) DESC, key LIMIT 1""").query((row, n) -> municipality(row)).optional();
        return new Delta(revision, sensors, places, municipalities, home, own, swaps(), aliases());
    }

    private Map<SensorId, List<LocalDate>> swaps() {
        return sql
                .sql("SELECT sensor_name, swapped_on FROM device_swap ORDER BY swapped_on")
                .query((row, n) -> Map.entry(
                        new SensorId(row.getString("sensor_name")), row.getObject("swapped_on", LocalDate.class)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toUnmodifiableList())));
    }

    private Map<SensorId, SensorId> aliases() {
        return sql
                .sql("SELECT name, sensor_name FROM sensor_alias")
                .query((row, n) ->
                        Map.entry(new SensorId(row.getString("name")), new SensorId(row.getString("sensor_name"))))
                .list()
                .stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Municipality municipality(ResultSet row) throws SQLException {
        return new Municipality(row.getString("key"), row.getString("name"), ZoneId.of(row.getString("time_zone")));
    }

    private static KeptSeries kept(ResultSet row) throws SQLException {
        var plan = new SeriesPlan(
                row.getString("property_key"),
                Duration.ofSeconds(row.getInt("interval_seconds")),
                whole(row, "capacity"),
                List.of((Double[]) row.getArray("marks").getArray()),
                number(row, "plausible_lowest"),
                number(row, "plausible_highest"),
                feed(row));
        return new KeptSeries(row.getInt("key"), plan, row.getBoolean("ended"));
    }

    private static Optional<Feed> feed(ResultSet row) throws SQLException {
        var field = row.getString("feed_field");
        if (field == null) return Optional.empty();
        var missing = (Double[]) row.getArray("feed_missing").getArray();
        return Optional.of(new Feed(field, row.getDouble("feed_scale"), row.getDouble("feed_offset"), Set.of(missing)));
    }

    private static Registered registered(ResultSet row, List<KeptSeries> series) throws SQLException {
        var sensor = new Sensor(
                new SensorId(row.getString("name")),
                row.getString("title"),
                row.getString("site_name"),
                new Device(
                        row.getString("device_kind"),
                        row.getString("device_model"),
                        row.getString("device_serial"),
                        day(row, "device_since")),
                new Placement(whole(row, "orientation"), row.getString("surroundings")),
                stewardship(row),
                facts(row),
                Visibility.valueOf(row.getString("visibility")),
                Phase.valueOf(row.getString("phase")),
                Optional.ofNullable(row.getString("format")),
                whole(row, "port"),
                row.getBoolean("simulated"),
                series.stream()
                        .filter(one -> !one.ended())
                        .map(KeptSeries::plan)
                        .toList(),
                row.getInt("version"));
        return new Registered(sensor, series, Optional.ofNullable(row.getString("changed_by")));
    }

    private static Stewardship stewardship(ResultSet row) throws SQLException {
        var by = row.getString("privacy_by");
        var note = row.getString("privacy_note");
        return new Stewardship(
                row.getString("owner"),
                row.getString("contact"),
                row.getString("licence"),
                row.getString("purpose"),
                day(row, "privacy_day").map(day -> new PrivacyCheck(day, by, note)));
    }

    private static SensorFacts facts(ResultSet row) throws SQLException {
        return new SensorFacts(
                row.getString("method"),
                number(row, "height_metres"),
                Optional.ofNullable(row.getString("source_class")).map(SourceClass::valueOf),
                day(row, "calibrated_on"),
                row.getString("calibration"));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                new Site(
                        row.getString("name"),
                        row.getString("title"),
                        row.getString("district"),
                        row.getDouble("latitude"),
                        row.getDouble("longitude")),
                row.getString("address"),
                row.getString("municipality_key"),
                row.getInt("version"));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static OptionalDouble number(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, Double.class);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static OptionalInt whole(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, Integer.class);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    void write(Municipality town) {
        sql.sql("""
                        INSERT INTO municipality (key, name, time_zone) VALUES (:key, :name, :zone)
                            ON CONFLICT (key) DO UPDATE SET name = excluded.name, time_zone = excluded.time_zone""")
                .param("key", town.key())
                .param("name", town.name())
                .param("zone", town.zone().getId())
                .update();
    }

    /** @param by nobody if it is a table at the start */
    void writePlaces(Collection<Place> places, long revision, @Nullable String by) {
        if (places.isEmpty()) return;
        sql.sql("""
                        INSERT INTO site (name, municipality_key, title, district, latitude, longitude, address, version,
                                          changed_in, changed_by)
                        SELECT name, municipality_key, title, district, latitude, longitude, address, version,
                               :revision, :by
                          FROM jsonb_to_recordset(CAST(:rows AS jsonb))
                               AS given (name text, municipality_key text, title text, district text,
                                         latitude double precision, longitude double precision, address text,
                                         version integer)
                            ON CONFLICT (name) DO UPDATE
                           SET municipality_key = excluded.municipality_key, title = excluded.title,
                               district = excluded.district, latitude = excluded.latitude,
                               longitude = excluded.longitude, address = excluded.address,
                               version = excluded.version, changed_in = excluded.changed_in,
                               changed_by = excluded.changed_by""")
                .param(
                        "rows",
                        JSON.writeValueAsString(
                                places.stream().map(SensorRows::row).toList()))
                .param("revision", revision)
                .param("by", by, Types.VARCHAR)
                .update();
    }

    private static Map<String, @Nullable Object> row(Place place) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("name", place.key());
        row.put("municipality_key", place.municipalityKey());
        row.put("title", place.site().title());
        row.put("district", place.site().district());
        row.put("latitude", place.site().latitude());
        row.put("longitude", place.site().longitude());
        row.put("address", place.address());
        row.put("version", place.version());
        return row;
    }

    /**
     * New ones and changed ones with all they observe; series that are not named end.
     *
     * @param by nobody if it is a table at the start
     */
    void writeSensors(Collection<Sensor> sensors, long revision, @Nullable String by) {
        if (sensors.isEmpty()) return;
        sql.sql("""
                        INSERT INTO sensor (name, site_name, simulated, title, device_kind, device_model, device_serial,
                                            device_since, orientation, surroundings, owner, contact, licence, purpose,
                                            privacy_day, privacy_by, privacy_note, method, height_metres, source_class,
                                            calibrated_on, calibration, visibility, phase, format, port, version,
                                            changed_in, changed_by)
                        SELECT name, site_name, simulated, title, device_kind, device_model, device_serial, device_since,
                               orientation, surroundings, owner, contact, licence, purpose, privacy_day, privacy_by,
                               privacy_note, method, height_metres, source_class, calibrated_on, calibration, visibility,
                               phase, format, port, version, :revision, :by
                          FROM jsonb_to_recordset(CAST(:rows AS jsonb))
                               AS given (name text, site_name text, simulated boolean, title text, device_kind text,
                                         device_model text, device_serial text, device_since date, orientation integer,
                                         surroundings text, owner text, contact text, licence text, purpose text,
                                         privacy_day date, privacy_by text, privacy_note text, method text,
                                         height_metres double precision, source_class text, calibrated_on date,
                                         calibration text, visibility text, phase text, format text, port integer,
                                         version integer)
                            ON CONFLICT (name) DO UPDATE
                           SET site_name = excluded.site_name, simulated = excluded.simulated, title = excluded.title,
                               device_kind = excluded.device_kind, device_model = excluded.device_model,
                               device_serial = excluded.device_serial, device_since = excluded.device_since,
                               orientation = excluded.orientation, surroundings = excluded.surroundings,
                               owner = excluded.owner, contact = excluded.contact, licence = excluded.licence,
                               purpose = excluded.purpose, privacy_day = excluded.privacy_day,
                               privacy_by = excluded.privacy_by, privacy_note = excluded.privacy_note,
                               method = excluded.method, height_metres = excluded.height_metres,
                               source_class = excluded.source_class, calibrated_on = excluded.calibrated_on,
                               calibration = excluded.calibration, visibility = excluded.visibility,
                               phase = excluded.phase, format = excluded.format, port = excluded.port,
                               version = excluded.version, changed_in = excluded.changed_in, changed_by = excluded.changed_by""")
                .param(
                        "rows",
                        JSON.writeValueAsString(
                                sensors.stream().map(SensorRows::row).toList()))
                .param("revision", revision)
                .param("by", by, Types.VARCHAR)
                .update();
        writeSeries(sensors);
    }

    private static Map<String, @Nullable Object> row(Sensor sensor) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("name", sensor.id().value());
        row.put("site_name", sensor.siteKey());
        row.put("simulated", sensor.simulated());
        row.put("title", sensor.title());
        row.put("device_kind", sensor.device().kind());
        row.put("device_model", sensor.device().model());
        row.put("device_serial", sensor.device().serial());
        row.put("device_since", text(sensor.device().since()));
        row.put("orientation", number(sensor.placement().orientation()));
        row.put("surroundings", sensor.placement().surroundings());
        var stewardship = sensor.stewardship();
        row.put("owner", stewardship.owner());
        row.put("contact", stewardship.contact());
        row.put("licence", stewardship.licence());
        row.put("purpose", stewardship.purpose());
        row.put("privacy_day", text(stewardship.privacyCheck().map(PrivacyCheck::day)));
        row.put("privacy_by", stewardship.privacyCheck().map(PrivacyCheck::by).orElse(""));
        row.put(
                "privacy_note",
                stewardship.privacyCheck().map(PrivacyCheck::note).orElse(""));
        var facts = sensor.facts();
        row.put("method", facts.method());
        row.put("height_metres", number(facts.heightMetres()));
        row.put("source_class", text(facts.sourceClass()));
        row.put("calibrated_on", text(facts.calibratedOn()));
        row.put("calibration", facts.calibration());
        row.put("visibility", sensor.visibility().name());
        row.put("phase", sensor.phase().name());
        row.put("format", text(sensor.format()));
        row.put("port", number(sensor.port()));
        row.put("version", sensor.version());
        return row;
    }

    private static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static @Nullable Integer number(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    /** All of them end first, so that a field may go from one series to another. */
    private void writeSeries(Collection<Sensor> sensors) {
        var names = sensors.stream().map(sensor -> sensor.id().value()).toArray();
        sql.sql("UPDATE series SET ended = true, feed_field = NULL WHERE sensor_name = ANY (:names)")
                .param("names", new SqlArrayValue("text", names))
                .update();
        var rows = sensors.stream()
                .flatMap(sensor -> sensor.series().stream().map(plan -> row(sensor, plan)))
                .toList();
        sql.sql("""
                        INSERT INTO series (sensor_name, property_key, interval_seconds, capacity, marks,
                                            plausible_lowest, plausible_highest, feed_field, feed_scale, feed_offset,
                                            feed_missing)
                        SELECT sensor_name, property_key, interval_seconds, capacity, marks, plausible_lowest,
                               plausible_highest, feed_field, feed_scale, feed_offset, feed_missing
                          FROM jsonb_to_recordset(CAST(:rows AS jsonb))
                               AS given (sensor_name text, property_key text, interval_seconds integer,
                                         capacity integer, marks double precision[],
                                         plausible_lowest double precision, plausible_highest double precision,
                                         feed_field text, feed_scale double precision,
                                         feed_offset double precision, feed_missing double precision[])
                            ON CONFLICT (sensor_name, property_key) DO UPDATE
                           SET interval_seconds = excluded.interval_seconds, capacity = excluded.capacity,
                               marks = excluded.marks, plausible_lowest = excluded.plausible_lowest,
                               plausible_highest = excluded.plausible_highest, feed_field = excluded.feed_field,
                               feed_scale = excluded.feed_scale, feed_offset = excluded.feed_offset,
                               feed_missing = excluded.feed_missing, ended = false""").param("rows", JSON.writeValueAsString(rows)).update();
    }

    private static Map<String, @Nullable Object> row(Sensor sensor, SeriesPlan plan) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("sensor_name", sensor.id().value());
        row.put("property_key", plan.propertyKey());
        row.put("interval_seconds", plan.interval().toSeconds());
        row.put("capacity", number(plan.capacity()));
        row.put("marks", plan.marks());
        row.put("plausible_lowest", number(plan.plausibleLowest()));
        row.put("plausible_highest", number(plan.plausibleHighest()));
        row.put("feed_field", plan.feed().map(Feed::field).orElse(null));
        row.put("feed_scale", plan.feed().map(Feed::scale).orElse(1.0));
        row.put("feed_offset", plan.feed().map(Feed::offset).orElse(0.0));
        row.put("feed_missing", plan.feed().map(Feed::missing).orElse(Set.of()));
        return row;
    }
}
