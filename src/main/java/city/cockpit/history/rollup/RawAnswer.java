package city.cockpit.history.rollup;

import city.cockpit.history.Doubt;
import city.cockpit.history.Resolution;
import city.cockpit.history.TimeSeries;
import city.cockpit.history.TimeSeries.Point;
import city.cockpit.history.TimeSeriesQuery;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Answers from the readings themselves. Blocks. */
final class RawAnswer {

    private final HourReader reader;

    RawAnswer(HourReader reader) {
        this.reader = reader;
    }

    /**
     * The answer; empty if a series has more readings than an answer may have points. Throws
     * {@link TooManyReadingsException}.
     */
    Optional<List<TimeSeries>> read(TimeSeriesQuery query, Resolution resolution) {
        var answers = new ArrayList<TimeSeries>();
        for (var series : query.series()) {
            var answer = resolution == Resolution.READING
                    ? readings(series, query)
                    : Optional.of(steps(series, query, resolution));
            if (answer.isEmpty()) return Optional.empty();
            answers.add(answer.get());
        }
        return Optional.of(answers);
    }

    private TimeSeries steps(Series series, TimeSeriesQuery query, Resolution resolution) {
        var length = resolution.typical().toNanos() / 1_000;
        var from = HourReader.micros(query.span().from());
        var begin = from - Math.floorMod(from, length);
        var end = HourReader.micros(query.span().to());
        var to = end + Math.floorMod(-end, length);
        var steps = new StoredTimeSeries.Steps(series, resolution);
        reader.steps(series, begin, to, length)
                .rollups()
                .forEach((start, rollup) -> steps.add(new TownDays.Step(start, start + length), rollup));
        return steps.end(true);
    }

    /** Empty if there are more of them than points in an answer. */
    private Optional<TimeSeries> readings(Series series, TimeSeriesQuery query) {
        var reach = Reach.of(series);
        var from = HourReader.micros(query.span().from());
        var to = HourReader.micros(query.span().to());
        var rows = reader.rows(series, from - reach.contextBefore(), to + reach.contextAfter());
        if (rows.within(from, to) > TimeSeriesQuery.MOST_POINTS) return Optional.empty();
        var suspects = Neighbours.suspects(series, rows);
        var points = new ArrayList<Point>();
        var doubts = new ArrayList<Doubt>();
        var believed = new ArrayList<Integer>();
        for (var row = 0; row < rows.size(); row++) {
            var isWithin = rows.micros(row) >= from && rows.micros(row) < to;
            if (!rows.isImplausible(row) && !suspects[row]) believed.add(row);
            else if (isWithin)
                doubts.add(new Doubt(HourReader.instant(rows.micros(row)), rows.value(row), rows.value(row), 1));
        }
        for (var i = 0; i < believed.size(); i++) {
            var at = rows.micros(believed.get(i));
            if (at >= from && at < to) points.add(point(series, rows, believed, i, reach));
        }
        return Optional.of(new TimeSeries(series, Resolution.READING, points, doubts, true));
    }

    private static Point point(Series series, Rows rows, List<Integer> believed, int i, Reach reach) {
        var at = rows.micros(believed.get(i));
        var value = OptionalDouble.of(rows.value(believed.get(i)));
        // What was counted until then is of the time before.
        if (series.property().kind() == Kind.TALLY) {
            var since = i == 0 ? Long.MAX_VALUE : at - rows.micros(believed.get(i - 1));
            var from = HourReader.instant(at - stood(since, reach));
            return new Point(from, HourReader.instant(at), value, value, value, 1, 1);
        }
        var until = i == believed.size() - 1 ? Long.MAX_VALUE : rows.micros(believed.get(i + 1)) - at;
        var to = HourReader.instant(at + stood(until, reach));
        return new Point(HourReader.instant(at), to, value, value, value, 1, 1);
    }

    private static long stood(long time, Reach reach) {
        return time <= reach.stands() ? time : reach.interval();
    }
}
