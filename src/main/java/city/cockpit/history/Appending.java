package city.cockpit.history;

import static java.util.Objects.requireNonNull;

import city.cockpit.history.Appended.Conflict;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SeriesCatalog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes readings in one way for every edition of the database. Nearly always all of them are new: then they are copied,
 * which costs the database half of what a statement does. A copy that meets a row that is there already writes nothing;
 * then a statement asks which rows are new, and since whoever repeats himself does so again, it is asked at once for the
 * next ones. See decision record 0026.
 */
final class Appending {

    private static final int ASKING_AT_ONCE = 100;

    private static final Appended NOTHING = new Appended(List.of(), List.of(), List.of());

    /** Sorted, so that two nodes that write the same rows wait for each other and never in a circle. */
    private static final String INSERT_AND_ASK = """
            INSERT INTO reading (ts, value, series_id, quality)
            SELECT TIMESTAMPTZ 'epoch' + micros * INTERVAL '1 microsecond', value, series_id, quality
              FROM unnest(:micros, :value, :series, :quality) AS given (micros, value, series_id, quality)
             ORDER BY series_id, micros
                ON CONFLICT DO NOTHING
            RETURNING series_id, ts""";

    private static final String PRESENT = """
            SELECT r.series_id, r.ts, r.value
              FROM unnest(:series, :micros) AS given (series_id, micros)
              JOIN reading r ON r.series_id = given.series_id
               AND r.ts = TIMESTAMPTZ 'epoch' + given.micros * INTERVAL '1 microsecond'""";

    private final JdbcOperations jdbc;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final SeriesCatalog catalog;
    private final Marks marks;
    private final AtomicInteger askAtOnce = new AtomicInteger();

    Appending(JdbcOperations jdbc, TransactionTemplate transaction, SeriesCatalog catalog) {
        this.jdbc = jdbc;
        this.sql = JdbcClient.create(jdbc);
        this.transaction = transaction;
        this.catalog = catalog;
        this.marks = new Marks(sql, catalog);
    }

    Appended append(List<Reading> readings) {
        return readings.isEmpty() ? NOTHING : append(readings, appended -> {});
    }

    /** @param beside done in the transaction that stores them, after that; what it throws undoes everything */
    Appended append(List<Reading> readings, Consumer<Appended> beside) {
        if (askAtOnce.get() > 0) askAtOnce.decrementAndGet();
        else if (areAllNew(readings, beside)) return new Appended(readings, List.of(), List.of());
        else askAtOnce.set(ASKING_AT_ONCE);
        return appendAndAsk(readings, beside);
    }

    /** What would become of them now; stores nothing. */
    Appended foresee(List<Reading> readings) {
        if (readings.isEmpty()) return NOTHING;
        var present = present(readings);
        var stored = new ArrayList<Reading>();
        var duplicates = new ArrayList<Reading>();
        var conflicts = new ArrayList<Conflict>();
        for (var reading : readings) {
            var kept = present.putIfAbsent(rowOf(reading), reading.value());
            if (kept == null) stored.add(reading);
            else if (kept == reading.value()) duplicates.add(reading);
            else conflicts.add(new Conflict(reading, kept));
        }
        return new Appended(stored, duplicates, conflicts);
    }

    /** Stores all of them or none. */
    private boolean areAllNew(List<Reading> readings, Consumer<Appended> beside) {
        if (readings.isEmpty()) return false;
        var rows = new CopyRows(readings.size());
        var hours = new Marks.Batch();
        for (var reading : readings) {
            var series = keyOf(reading);
            rows.add(series, reading);
            hours.add(series, reading.phenomenonTime());
        }
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.execute(rows::copyTo);
                marks.write(hours);
                beside.accept(new Appended(readings, List.of(), List.of()));
            });
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private Appended appendAndAsk(List<Reading> readings, Consumer<Appended> beside) {
        var firsts = new LinkedHashMap<Reading.Key, Reading>();
        var repeats = new ArrayList<Reading>();
        for (var reading : readings) if (firsts.putIfAbsent(reading.key(), reading) != null) repeats.add(reading);
        return requireNonNull(transaction.execute(status -> {
            var appended = append(List.copyOf(firsts.values()), repeats);
            beside.accept(appended);
            return appended;
        }));
    }

    private Appended append(List<Reading> firsts, List<Reading> repeats) {
        if (firsts.isEmpty()) return NOTHING;
        var added = insert(firsts);
        var stored = new ArrayList<Reading>();
        var late = new ArrayList<>(repeats);
        for (var reading : firsts) (added.contains(rowOf(reading)) ? stored : late).add(reading);
        marks.mark(stored);
        return late.isEmpty() ? new Appended(stored, List.of(), List.of()) : sortOut(stored, late);
    }

    private Set<Row> insert(List<Reading> readings) {
        var values = new double[readings.size()];
        var qualities = new short[readings.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = readings.get(i).value();
            qualities[i] = readings.get(i).quality().flags();
        }
        return sql.sql(INSERT_AND_ASK)
                .param("micros", column(micros(readings)))
                .param("value", column(values))
                .param("series", column(keys(readings)))
                .param("quality", column(qualities))
                .query((row, n) -> new Row(row.getInt("series_id"), time(row)))
                .set();
    }

    /** Tells repeats from conflicts by what the table holds, this transaction's own rows among them. */
    private Appended sortOut(List<Reading> stored, List<Reading> late) {
        var present = present(late);
        var duplicates = new ArrayList<Reading>();
        var conflicts = new ArrayList<Conflict>();
        for (var reading : late) {
            var kept = present.getOrDefault(rowOf(reading), reading.value());
            if (kept == reading.value()) duplicates.add(reading);
            else conflicts.add(new Conflict(reading, kept));
        }
        return new Appended(stored, duplicates, conflicts);
    }

    private Map<Row, Double> present(List<Reading> readings) {
        var present = new HashMap<Row, Double>();
        sql.sql(PRESENT)
                .param("series", column(keys(readings)))
                .param("micros", column(micros(readings)))
                .query(row -> {
                    present.put(new Row(row.getInt("series_id"), time(row)), row.getDouble("value"));
                });
        return present;
    }

    private long[] micros(List<Reading> readings) {
        return readings.stream()
                .mapToLong(reading -> ChronoUnit.MICROS.between(Instant.EPOCH, reading.phenomenonTime()))
                .toArray();
    }

    private int[] keys(List<Reading> readings) {
        return readings.stream().mapToInt(this::keyOf).toArray();
    }

    private int keyOf(Reading reading) {
        return catalog.series(reading.series()).key();
    }

    /** An array of primitives goes over the wire as it is; times would become text, so they go as numbers. */
    private static SqlTypeValue column(Object primitives) {
        return (statement, index, type, name) -> statement.setObject(index, primitives);
    }

    private Row rowOf(Reading reading) {
        return new Row(keyOf(reading), reading.phenomenonTime());
    }

    private static Instant time(ResultSet row) throws SQLException {
        return row.getObject("ts", OffsetDateTime.class).toInstant();
    }

    private record Row(int series, Instant time) {}
}
