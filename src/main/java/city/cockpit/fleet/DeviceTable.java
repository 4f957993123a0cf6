package city.cockpit.fleet;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toMap;

import city.cockpit.fleet.DeviceStates.Changes;
import city.cockpit.fleet.DeviceStates.ReasonOf;
import city.cockpit.fleet.DeviceStates.VitalOf;
import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.Vital;
import city.cockpit.measurement.SensorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code device_vital} and {@code device_refusal}: two statements for all sensors together. Blocks; one thread. */
@Repository
class DeviceTable {

    /** Other nodes may commit later what they wrote earlier. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private Instant readUntil = Instant.EPOCH;

    DeviceTable(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /** All or nothing. What belongs to a sensor that is registered no more is left out. */
    void write(Changes changes) {
        if (changes.vitals().isEmpty() && changes.refusals().isEmpty()) return;
        transaction.executeWithoutResult(status -> {
            if (!changes.vitals().isEmpty())
                writeVitals(List.copyOf(changes.vitals().entrySet()));
            if (!changes.refusals().isEmpty())
                writeRefusals(List.copyOf(changes.refusals().entrySet()));
        });
    }

    private void writeVitals(List<Map.Entry<VitalOf, Told>> told) {
        sql.sql("""
                        INSERT INTO device_vital (sensor_name, vital, value, told_at, bad_since)
                        SELECT given.sensor, vital, value, told_at, bad_since
                          FROM unnest(:sensors, :vitals, :values, :times, :since)
                               AS given (sensor, vital, value, told_at, bad_since)
                          JOIN sensor ON sensor.name = given.sensor
                         ORDER BY given.sensor, vital
                            ON CONFLICT (sensor_name, vital) DO UPDATE
                           SET value = excluded.value, told_at = excluded.told_at, bad_since = excluded.bad_since,
                               changed_at = clock_timestamp()
                         WHERE device_vital.told_at <= excluded.told_at""")
                .param(
                        "sensors",
                        texts(told.stream().map(one -> one.getKey().sensor().value())))
                .param(
                        "vitals",
                        texts(told.stream().map(one -> one.getKey().vital().name())))
                .param(
                        "values",
                        new SqlArrayValue(
                                "float8",
                                told.stream().map(one -> one.getValue().value()).toArray()))
                .param(
                        "times",
                        times(told.stream()
                                .map(one -> Optional.of(one.getValue().at()))))
                .param("since", times(told.stream().map(one -> one.getValue().badSince())))
                .update();
    }

    private void writeRefusals(List<Map.Entry<ReasonOf, Refusals>> refused) {
        sql.sql("""
                        INSERT INTO device_refusal AS known (sensor_name, reason, detail, first_at, last_at, readings)
                        SELECT given.sensor, reason, detail, first_at, last_at, readings
                          FROM unnest(:sensors, :reasons, :details, :firsts, :lasts, :readings)
                               AS given (sensor, reason, detail, first_at, last_at, readings)
                          JOIN sensor ON sensor.name = given.sensor
                         ORDER BY given.sensor, reason
                            ON CONFLICT (sensor_name, reason) DO UPDATE
                           SET detail = excluded.detail,
                               first_at = CASE WHEN excluded.first_at > known.last_at + INTERVAL '24 hours'
                                               THEN excluded.first_at
                                               ELSE least(known.first_at, excluded.first_at) END,
                               readings = CASE WHEN excluded.first_at > known.last_at + INTERVAL '24 hours'
                                               THEN excluded.readings
                                               ELSE known.readings + excluded.readings END,
                               last_at = greatest(known.last_at, excluded.last_at),
                               changed_at = clock_timestamp()""")
                .param(
                        "sensors",
                        texts(refused.stream().map(one -> one.getKey().sensor().value())))
                .param(
                        "reasons",
                        texts(refused.stream().map(one -> one.getKey().reason().name())))
                .param(
                        "details",
                        texts(refused.stream().map(one -> one.getValue().detail())))
                .param(
                        "firsts",
                        times(refused.stream()
                                .map(one -> Optional.of(one.getValue().first()))))
                .param(
                        "lasts",
                        times(refused.stream()
                                .map(one -> Optional.of(one.getValue().last()))))
                .param(
                        "readings",
                        new SqlArrayValue(
                                "bigint",
                                refused.stream()
                                        .map(one -> one.getValue().readings())
                                        .toArray()))
                .update();
    }

    private static SqlArrayValue texts(Stream<String> texts) {
        return new SqlArrayValue("text", texts.toArray());
    }

    private static SqlArrayValue times(Stream<Optional<Instant>> times) {
        return new SqlArrayValue(
                "timestamptz",
                times.map(time -> time.map(known -> known.atOffset(UTC)).orElse(null))
                        .toArray());
    }

    /** What any node wrote since it was asked last, the first time everything; not what only a newer cockpit knows. */
    Changes readNew() {
        var since = readUntil.minus(OVERLAP).atOffset(UTC);
        var now = sql.sql("SELECT clock_timestamp()")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
        var vitals = sql.sql("""
                        SELECT sensor_name, vital, value, told_at, bad_since FROM device_vital
                         WHERE changed_at > :since AND vital = ANY (:known)""")
                .param("since", since)
                .param("known", texts(Stream.of(Vital.values()).map(Vital::name)))
                .query((row, n) -> Map.entry(
                        new VitalOf(new SensorId(row.getString("sensor_name")), Vital.valueOf(row.getString("vital"))),
                        new Told(row.getDouble("value"), time(row, "told_at").orElseThrow(), time(row, "bad_since"))))
                .list();
        var refusals = sql.sql("""
                        SELECT sensor_name, reason, detail, first_at, last_at, readings FROM device_refusal
                         WHERE changed_at > :since AND reason = ANY (:known)""")
                .param("since", since)
                .param("known", texts(Stream.of(RejectReason.values()).map(RejectReason::name)))
                .query((row, n) -> Map.entry(
                        new ReasonOf(
                                new SensorId(row.getString("sensor_name")),
                                RejectReason.valueOf(row.getString("reason"))),
                        new Refusals(
                                row.getString("detail"),
                                time(row, "first_at").orElseThrow(),
                                time(row, "last_at").orElseThrow(),
                                row.getLong("readings"))))
                .list();
        readUntil = now;
        return new Changes(
                vitals.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue)),
                refusals.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
