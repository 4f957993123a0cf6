package city.cockpit.history.rollup;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import city.cockpit.history.Evidence;
import city.cockpit.history.Evidence.LeftOut;
import city.cockpit.history.EvidenceStore;
import city.cockpit.history.Level;
import city.cockpit.history.Resolution;
import city.cockpit.history.TimeSeries;
import city.cockpit.history.TimeSeriesStore;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.TownSource;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Computes numbers anew, by the one function that makes every rollup. Each answer is of one moment of the database. */
@Repository
class StoredEvidence implements EvidenceStore {

    /** More readings than can be looked at one by one while somebody waits. */
    private static final long MOST_READINGS = 100_000;

    private final TransactionTemplate reading;
    private final JdbcClient sql;
    private final HourReader reader;
    private final TimeSeriesStore history;
    private final TownSource town;

    StoredEvidence(JdbcClient sql, PlatformTransactionManager transactions, TimeSeriesStore history, TownSource town) {
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.sql = sql;
        this.reader = new HourReader(sql);
        this.history = history;
        this.town = town;
    }

    @Override
    public Optional<Evidence> over(Series series, Interval span) {
        return requireNonNull(reading.execute(status -> {
            var from = HourReader.micros(span.from());
            var to = HourReader.micros(span.to());
            if (from >= to) return Optional.empty();
            if ((to - from) / Reach.of(series).interval() <= MOST_READINGS && isKept(series, from))
                return Optional.of(ofReadings(series, span, from, to));
            return ofRollups(series, span, from, to);
        }));
    }

    /** Whether nothing of what decides about the readings from then on has been thrown away. */
    private boolean isKept(Series series, long from) {
        return sql.sql("SELECT date_part('epoch', before) FROM reading_cleared WHERE series_id = :series")
                .param("series", series.key())
                .query((row, n) -> HourReader.micros(row.getDouble(1)))
                .optional()
                .filter(before -> before > from - Reach.of(series).contextBefore())
                .isEmpty();
    }

    private Evidence ofReadings(Series series, Interval span, long from, long to) {
        var reach = Reach.of(series);
        var begin = from - reach.contextBefore();
        var rows = reader.rows(series, begin, to + reach.contextAfter());
        var sums = HourRollups.of(series, rows, reader.stand(series, begin), from, to, to - from);
        var number = new StoredTimeSeries.Steps(series, Resolution.READING);
        sums.rollups().forEach((start, rollup) -> number.add(new TownDays.Step(from, to), rollup));
        var suspects = Neighbours.suspects(series, rows);
        var implausible = 0;
        var suspect = 0;
        var onArrival = 0;
        for (var row = 0; row < rows.size(); row++) {
            var time = belongsTo(series, rows.micros(row));
            if (time < from || time >= to) continue;
            if (rows.isImplausible(row)) implausible++;
            else if (suspects[row]) suspect++;
            else if (new Quality(rows.flags(row)).has(Quality.TIMED_ON_ARRIVAL)) onArrival++;
        }
        return new Evidence(
                series,
                span,
                number.end(true).points().stream().findFirst(),
                new LeftOut(implausible, suspect, 0),
                onArrival,
                Level.RAW,
                true);
    }

    /** What was counted until one o'clock is of the hour before. */
    private static long belongsTo(Series series, long at) {
        var kind = series.property().kind();
        return kind == Kind.TALLY || kind == Kind.METER ? at - 1 : at;
    }

    private Optional<Evidence> ofRollups(Series series, Interval span, long from, long to) {
        if (Math.floorMod(from, HourRollups.HOUR) != 0) return Optional.empty();
        var calendar = new TownDays(town.town().zone());
        return Arrays.stream(Resolution.values())
                .filter(one -> one.level() != Level.RAW)
                .filter(one -> calendar.step(from, one).equals(new TownDays.Step(from, to)))
                .findFirst()
                .map(one -> ofRollups(series, span, one));
    }

    private Evidence ofRollups(Series series, Interval span, Resolution resolution) {
        TimeSeries answer = history.read(List.of(series), span, resolution).getFirst();
        var doubts =
                answer.doubts().stream().mapToInt(doubt -> doubt.readings()).sum();
        return new Evidence(
                series,
                span,
                answer.points().stream().findFirst(),
                new LeftOut(0, 0, doubts),
                0,
                resolution.level(),
                answer.isComplete());
    }

    @Override
    public Optional<Reading> reading(Series series, Instant at) {
        return requireNonNull(reading.execute(status -> {
            var reach = Reach.of(series);
            var moment = HourReader.micros(at);
            var rows = reader.rows(series, moment - reach.contextBefore(), moment + reach.contextAfter() + 1);
            var suspects = Neighbours.suspects(series, rows);
            for (var row = 0; row < rows.size(); row++)
                if (rows.micros(row) == moment) {
                    var stored = new Quality((short) (rows.flags(row) & ~Quality.SUSPECT.flags()));
                    return Optional.of(new Reading(
                            series.id(), at, rows.value(row), suspects[row] ? stored.with(Quality.SUSPECT) : stored));
                }
            return Optional.empty();
        }));
    }

    @Override
    public Map<SeriesId, Reading> believedAt(Collection<Series> series, Instant moment) {
        var byKey = series.stream().collect(toMap(Series::key, Series::id, (one, same) -> one));
        return sql
                .sql("""
                        SELECT r.series_id, r.ts, r.value, r.quality
                          FROM unnest(:series) AS given (series_id)
                         CROSS JOIN LATERAL (SELECT series_id, ts, value, quality FROM reading
                                              WHERE series_id = given.series_id AND ts <= :moment
                                                AND quality & :doubtful = 0
                                              ORDER BY series_id DESC, ts DESC LIMIT 1) r""")
                .param("series", RollupTable.keys(series))
                .param("moment", HourReader.time(HourReader.micros(moment)))
                .param("doubtful", Quality.DOUBTFUL.flags())
                .query((row, n) -> new Reading(
                        requireNonNull(byKey.get(row.getInt(1))),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getDouble(3),
                        new Quality(row.getShort(4))))
                .list()
                .stream()
                .collect(toMap(Reading::series, one -> one));
    }
}
