package city.cockpit.registry;

import static java.time.ZoneOffset.UTC;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;

import city.cockpit.measurement.Feed;
import city.cockpit.measurement.HomeMunicipality;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.PlausibleRange;
import city.cockpit.measurement.SensorFacts;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Site;
import city.cockpit.measurement.SourceClass;
import city.cockpit.measurement.Town;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What hangs where, in the database, with an immutable copy in memory for the pipeline and the screens. A new table of
 * sensors is taken over whole or not at all.
 */
@Repository
class Registry implements SeriesCatalog, SensorStatus, HomeMunicipality {

    private static final Logger log = LoggerFactory.getLogger(Registry.class);
    private static final Town NAMELESS = new Town("Stadtcockpit", ZoneId.of("Europe/Berlin"));

    private final JdbcClient sql;
    private final ObservedProperties properties;
    private final AliasTable aliases;
    private volatile Snapshot snapshot;

    /** @param feeds of those series of which it is registered, by the field */
    private record Snapshot(
            Map<SeriesId, Series> series,
            List<Series> sorted,
            Map<SensorId, SensorFacts> sensors,
            Map<SensorId, Map<String, Fed>> feeds,
            Town town) {}

    Registry(
            JdbcClient sql,
            TransactionTemplate transaction,
            ObservedProperties properties,
            AliasTable aliases,
            RegistrySettings settings) {
        this.sql = sql;
        this.aliases = aliases;
        this.properties = properties;
        transaction.executeWithoutResult(status -> takeOver(settings));
        this.snapshot = load();
        log.info("Registered: {} sensors with {} series", snapshot.sensors.size(), snapshot.sorted.size());
    }

    @Override
    public Optional<Series> findSeries(SeriesId id) {
        return Optional.ofNullable(snapshot.series.get(id));
    }

    @Override
    public List<Series> listSeries() {
        return snapshot.sorted;
    }

    @Override
    public boolean knows(SensorId sensor) {
        return snapshot.sensors.containsKey(sensor);
    }

    @Override
    public SensorFacts facts(SensorId sensor) {
        return snapshot.sensors.getOrDefault(sensor, SensorFacts.UNKNOWN);
    }

    @Override
    public Optional<Fed> findFed(SensorId sensor, String field) {
        var feeds = snapshot.feeds.getOrDefault(sensor, Map.of());
        return Optional.ofNullable(feeds.get(field))
                .or(() -> SeriesCatalog.super
                        .findFed(sensor, field)
                        .filter(fed -> feeds.values().stream()
                                .noneMatch(one -> one.series().equals(fed.series()))));
    }

    @Override
    public SensorId sensorNamed(SensorId name) {
        return knows(name) ? name : aliases.sensorNamed(name);
    }

    @Override
    public Town municipality() {
        return snapshot.town;
    }

    @Override
    public void offline(SensorId sensor, Instant since) {
        sql.sql("UPDATE sensor SET offline_since = :since WHERE name = :name")
                .param("since", since.atOffset(UTC))
                .param("name", sensor.value())
                .update();
    }

    @Override
    public void online(SensorId sensor) {
        sql.sql("UPDATE sensor SET offline_since = NULL WHERE name = :name AND offline_since IS NOT NULL")
                .param("name", sensor.value())
                .update();
    }

    @Override
    public Map<SensorId, Instant> listOffline() {
        return sql
                .sql("SELECT name, offline_since FROM sensor WHERE offline_since IS NOT NULL")
                .query((row, n) -> Map.entry(
                        new SensorId(row.getString("name")),
                        row.getObject("offline_since", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void takeOver(RegistrySettings settings) {
        writeObservedProperties();
        if (settings.sensors() != null) write(SensorTable.of(settings.sensors()));
        else if (settings.demo()) takeOverDemo(SensorTable.demoCity());
    }

    /** At every start, since its simulator follows the same table; never beside sensors of somebody else. */
    private void takeOverDemo(List<SensorTable.Row> city) {
        var ours = city.stream().map(row -> row.sensor().value()).distinct().toArray();
        var isOurs = sql.sql("SELECT NOT EXISTS (SELECT FROM sensor WHERE NOT simulated OR name <> ALL (:ours))")
                .param("ours", new SqlArrayValue("varchar", ours))
                .query((row, n) -> row.getBoolean(1))
                .single();
        if (isOurs) write(city);
    }

    private void writeObservedProperties() {
        for (var property : properties.list())
            sql.sql("""
                            INSERT INTO observed_property (key, domain, kind, ucum, decimals, name_de, name_en)
                            VALUES (:key, :domain, :kind, :ucum, :decimals, :german, :english)
                                ON CONFLICT (key) DO UPDATE
                               SET domain = excluded.domain, kind = excluded.kind, ucum = excluded.ucum,
                                   decimals = excluded.decimals, name_de = excluded.name_de,
                                   name_en = excluded.name_en""")
                    .param("key", property.key())
                    .param("domain", property.domain().name())
                    .param("kind", property.kind().name())
                    .param("ucum", property.unit().ucum())
                    .param("decimals", property.decimals())
                    .param("german", property.germanName())
                    .param("english", property.englishName())
                    .update();
    }

    private void write(List<SensorTable.Row> rows) {
        // What one line of a device says holds for all of them.
        var facts = rows.stream().collect(toMap(SensorTable.Row::sensor, SensorTable.Row::facts, SensorFacts::or));
        for (var row : rows) {
            var property = properties
                    .find(row.propertyKey())
                    .orElseThrow(() -> new SensorTableException(
                            "The table of sensors names '%.100s', which this cockpit cannot observe."
                                    .formatted(row.propertyKey())));
            checkRange(row, property);
            write(row, facts.getOrDefault(row.sensor(), SensorFacts.UNKNOWN));
        }
    }

    private static void checkRange(SensorTable.Row row, ObservedProperty property) {
        try {
            plausible(property, row.plausibleLowest(), row.plausibleHighest());
        } catch (IllegalArgumentException e) {
            throw new SensorTableException(
                    "The table of sensors gives %s of %s %s.".formatted(property.key(), row.sensor(), e.getMessage()),
                    e);
        }
    }

    /** The range of the property, where the place has no end of its own. */
    private static PlausibleRange plausible(ObservedProperty property, OptionalDouble lowest, OptionalDouble highest) {
        return new PlausibleRange(
                lowest.orElse(property.plausible().lowest()),
                highest.orElse(property.plausible().highest()));
    }

    private void write(SensorTable.Row row, SensorFacts facts) {
        sql.sql("""
                        WITH town AS (
                            INSERT INTO municipality (key, name, time_zone) VALUES (:town, :townName, :zone)
                                ON CONFLICT (key) DO UPDATE SET name = excluded.name, time_zone = excluded.time_zone
                            RETURNING key),
                        place AS (
                            INSERT INTO site (name, municipality_key, title, district, latitude, longitude)
                            SELECT :site, key, :siteTitle, :district, :latitude, :longitude FROM town
                                ON CONFLICT (name) DO UPDATE
                               SET municipality_key = excluded.municipality_key, title = excluded.title,
                                   district = excluded.district, latitude = excluded.latitude, longitude = excluded.longitude
                            RETURNING name),
                        device AS (
                            INSERT INTO sensor (name, site_name, simulated, method, height_metres, source_class,
                                                calibrated_on, calibration)
                            SELECT :sensor, name, :simulated, :method, :height, :sourceClass, :calibratedOn, :calibration
                              FROM place
                                ON CONFLICT (name) DO UPDATE
                               SET site_name = excluded.site_name, simulated = excluded.simulated,
                                   method = excluded.method, height_metres = excluded.height_metres,
                                   source_class = excluded.source_class, calibrated_on = excluded.calibrated_on,
                                   calibration = excluded.calibration
                            RETURNING name)
                        INSERT INTO series (sensor_name, property_key, interval_seconds, capacity, marks,
                                            plausible_lowest, plausible_highest,
                                            feed_field, feed_scale, feed_offset, feed_missing)
                        SELECT name, :property, :interval, :capacity, :marks, :lowest, :highest,
                               :field, :scale, :offset, :missing FROM device
                            ON CONFLICT (sensor_name, property_key) DO UPDATE
                           SET interval_seconds = excluded.interval_seconds, capacity = excluded.capacity,
                               marks = excluded.marks, plausible_lowest = excluded.plausible_lowest,
                               plausible_highest = excluded.plausible_highest, feed_field = excluded.feed_field,
                               feed_scale = excluded.feed_scale, feed_offset = excluded.feed_offset,
                               feed_missing = excluded.feed_missing""")
                .param("town", row.municipalityKey())
                .param("townName", row.municipality())
                .param("zone", row.zone().getId())
                .param("site", row.site().value())
                .param("siteTitle", row.siteTitle())
                .param("district", row.district())
                .param("latitude", row.latitude())
                .param("longitude", row.longitude())
                .param("sensor", row.sensor().value())
                .param("simulated", row.simulated())
                .param("method", facts.method())
                .param("height", number(facts.heightMetres()), Types.DOUBLE)
                .param("sourceClass", facts.sourceClass().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("calibratedOn", facts.calibratedOn().orElse(null), Types.DATE)
                .param("calibration", facts.calibration())
                .param("property", row.propertyKey())
                .param("interval", row.interval().toSeconds())
                .param("capacity", row.capacity().isPresent() ? row.capacity().getAsInt() : null, Types.INTEGER)
                .param("lowest", number(row.plausibleLowest()), Types.DOUBLE)
                .param("highest", number(row.plausibleHighest()), Types.DOUBLE)
                .param("marks", new SqlArrayValue("float8", row.marks().toArray()))
                .param("field", row.feed().map(Feed::field).orElse(null), Types.VARCHAR)
                .param("scale", row.feed().map(Feed::scale).orElse(1.0))
                .param("offset", row.feed().map(Feed::offset).orElse(0.0))
                .param(
                        "missing",
                        new SqlArrayValue(
                                "float8",
                                row.feed().map(Feed::missing).orElse(Set.of()).toArray()))
                .update();
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static OptionalDouble number(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, Double.class);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private Snapshot load() {
        var feeds = new HashMap<SensorId, Map<String, Fed>>();
        var sorted = sql
                .sql("""
                        SELECT series.key, sensor_name, property_key, interval_seconds, capacity, marks,
                               plausible_lowest, plausible_highest, feed_field, feed_scale, feed_offset, feed_missing,
                               simulated, site.name AS site, title, district, latitude, longitude
                          FROM series
                          JOIN sensor ON sensor.name = sensor_name
                          JOIN site ON site.name = site_name""")
                .query((row, n) -> {
                    var series = series(row);
                    feed(row)
                            .ifPresent(feed -> feeds.computeIfAbsent(series.id().sensor(), sensor -> new HashMap<>())
                                    .put(feed.field(), new Fed(series, feed)));
                    return series;
                })
                .list()
                .stream()
                .sorted(Comparator.comparing(Series::id))
                .toList();
        var sensors = sql
                .sql("SELECT name, method, height_metres, source_class, calibrated_on, calibration FROM sensor")
                .query((row, n) -> Map.entry(new SensorId(row.getString("name")), facts(row)))
                .list()
                .stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        var town = sql.sql("""
                        SELECT municipality.name, time_zone
                          FROM municipality LEFT JOIN site ON municipality_key = key
                         GROUP BY key ORDER BY count(site.name) DESC, key LIMIT 1""")
                .query((row, n) -> new Town(row.getString("name"), ZoneId.of(row.getString("time_zone"))))
                .optional()
                .orElse(NAMELESS);
        return new Snapshot(
                sorted.stream().collect(toUnmodifiableMap(Series::id, identity())),
                sorted,
                sensors,
                Map.copyOf(feeds),
                town);
    }

    private static Optional<Feed> feed(ResultSet row) throws SQLException {
        var field = row.getString("feed_field");
        if (field == null) return Optional.empty();
        var missing = (Double[]) row.getArray("feed_missing").getArray();
        return Optional.of(new Feed(field, row.getDouble("feed_scale"), row.getDouble("feed_offset"), Set.of(missing)));
    }

    private static SensorFacts facts(ResultSet row) throws SQLException {
        return new SensorFacts(
                row.getString("method"),
                number(row, "height_metres"),
                Optional.ofNullable(row.getString("source_class")).map(SourceClass::valueOf),
                Optional.ofNullable(row.getObject("calibrated_on", LocalDate.class)),
                row.getString("calibration"));
    }

    private Series series(ResultSet row) throws SQLException {
        var propertyKey = row.getString("property_key");
        var capacity = row.getObject("capacity", Integer.class);
        var property = properties
                .find(propertyKey)
                .orElseThrow(() -> new IllegalStateException(
                        "The database knows '%s', this version of the cockpit does not.".formatted(propertyKey)));
        return new Series(
                row.getInt("key"),
                SeriesId.of(new SensorId(row.getString("sensor_name")), propertyKey),
                property,
                Duration.ofSeconds(row.getInt("interval_seconds")),
                new Site(
                        row.getString("site"),
                        row.getString("title"),
                        row.getString("district"),
                        row.getDouble("latitude"),
                        row.getDouble("longitude")),
                capacity == null ? OptionalInt.empty() : OptionalInt.of(capacity),
                List.of((Double[]) row.getArray("marks").getArray()),
                plausible(property, number(row, "plausible_lowest"), number(row, "plausible_highest")),
                row.getBoolean("simulated"));
    }
}
