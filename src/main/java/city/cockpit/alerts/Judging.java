package city.cockpit.alerts;

import city.cockpit.alerts.Watch.Yardstick;
import city.cockpit.history.Doubt;
import city.cockpit.history.Extremes.Extreme;
import city.cockpit.history.Step;
import city.cockpit.history.TimeSeries;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.RunningMean;
import city.cockpit.measurement.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes of what history knows the values that a rule judges, in the order of their time. Pure functions. */
final class Judging {

    /** Part of the promised readings, or of the time, that a mean needs before it stands for its step. */
    static final double COVERAGE = 0.75;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int HOURS_OF_DAY = 24;

    /** Beyond that a device is silent, and what it says then does not go on from what it said before. */
    private static final int LONGEST_GAP = 4;

    private final ZoneId zone;

    Judging(ZoneId zone) {
        this.zone = zone;
    }

    /** How the values of a series are judged by a rule that is about it. */
    static Yardstick yardstick(Rule rule, Series series) {
        var gap = series.interval().multipliedBy(LONGEST_GAP);
        return switch (rule.condition()) {
            case Condition.Beyond(var comparison, var bound, var averaging, var lasting, var hysteresis) ->
                new Yardstick(
                        comparison,
                        averaging == Averaging.THREE_HOURS_EACH ? HOUR.multipliedBy(3) : lasting,
                        bound.scaled(hysteresis, series),
                        averaging == Averaging.INSTANT ? gap : Duration.ZERO);
            case Condition.Unusual(var comparison, var margin, var lasting, var hysteresis) ->
                new Yardstick(comparison, lasting, hysteresis, Duration.ZERO);
            case Condition.Changing(var rising, var by, var within) ->
                new Yardstick(Comparison.FROM, Duration.ZERO, by / 2, gap);
            case Condition.Silent silent -> throw new IllegalArgumentException("silence has no values");
            case Condition.Doubtful(var percent) -> new Yardstick(Comparison.ABOVE, Duration.ZERO, 0, Duration.ZERO);
        };
    }

    /** How far before a value one has to look to judge it: nothing further back makes a difference. */
    static Duration reach(Rule rule, Series series) {
        var gap = series.interval().multipliedBy(LONGEST_GAP);
        return switch (rule.condition()) {
            case Condition.Beyond beyond ->
                switch (beyond.averaging()) {
                    case INSTANT -> beyond.lasting().plus(gap);
                    case MOVING_DAY -> beyond.lasting().plusHours(HOURS_OF_DAY + 1);
                    case DAY -> beyond.lasting().plusDays(2);
                    case THREE_HOURS_EACH -> HOUR.multipliedBy(4);
                    default -> beyond.lasting().plusHours(2);
                };
            case Condition.Unusual unusual -> unusual.lasting().plusHours(2);
            case Condition.Changing changing -> changing.within().plus(gap);
            case Condition.Silent silent -> silent.after(series.interval());
            case Condition.Doubtful doubtful -> HOUR.multipliedBy(2);
        };
    }

    /** Of what the values of a rule are made. */
    static Material.Grain grain(Rule rule) {
        return switch (rule.condition()) {
            case Condition.Beyond beyond ->
                switch (beyond.averaging()) {
                    case INSTANT -> Material.Grain.READING;
                    case FIFTEEN_MINUTES -> Material.Grain.QUARTER;
                    case DAY -> Material.Grain.DAY;
                    default -> Material.Grain.HOUR;
                };
            case Condition.Unusual unusual -> Material.Grain.HOUR;
            case Condition.Changing changing -> Material.Grain.READING;
            case Condition.Silent silent -> Material.Grain.READING;
            case Condition.Doubtful doubtful -> Material.Grain.HOUR;
        };
    }

    /** The values of a series that a rule judges, as far as the material reaches. */
    List<Sample> samples(Rule rule, Series series, Material material) {
        return switch (rule.condition()) {
            case Condition.Beyond beyond -> {
                var bound = beyond.bound().at(series);
                yield bound.isEmpty() ? List.of() : beyond(rule, beyond, bound.getAsDouble(), series, material);
            }
            case Condition.Unusual unusual -> unusual(rule, unusual, series, material);
            case Condition.Changing changing -> changing(rule, changing, believed(series, material));
            case Condition.Silent silent -> List.of();
            case Condition.Doubtful doubtful -> doubtful(rule, doubtful, material.hours(series));
        };
    }

    private List<Sample> beyond(Rule rule, Condition.Beyond beyond, double bound, Series series, Material material) {
        var isRounded = !(beyond.bound() instanceof Bound.ShareOfCapacity);
        Stream<Sample> samples = switch (beyond.averaging()) {
            case INSTANT ->
                believed(series, material).stream()
                        .map(reading ->
                                new Sample(reading.phenomenonTime(), reading.phenomenonTime(), reading.value(), bound));
            case FIFTEEN_MINUTES ->
                material.quarters(series).stream()
                        .filter(step -> isCovered(step, series))
                        .map(step -> new Sample(step.start(), step.start().plus(Material.QUARTER), step.mean(), bound));
            case MOVING_DAY -> movingDays(series, material.hours(series), bound).stream();
            case DAY -> ofPoints(material.days(series), bound);
            default -> ofPoints(material.hours(series).points(), bound);
        };
        return samples.map(sample -> isRounded ? rounded(sample, series) : sample)
                .map(sample -> inForce(rule, sample))
                .toList();
    }

    private static boolean isCovered(Step step, Series series) {
        var promised = (double) Material.QUARTER.toMillis() / series.interval().toMillis();
        return step.samples() >= Math.max(1, Math.floor(COVERAGE * promised));
    }

    private static Stream<Sample> ofPoints(List<TimeSeries.Point> points, double bound) {
        return points.stream()
                .filter(point -> point.coverage() >= COVERAGE)
                .flatMap(point ->
                        point.value().stream().mapToObj(value -> new Sample(point.from(), point.to(), value, bound)));
    }

    /** The mean of the 24 hours up to each full one; three quarters of them must be there. */
    private static List<Sample> movingDays(Series series, TimeSeries hours, double bound) {
        var samples = new ArrayList<Sample>();
        Deque<TimeSeries.Point> window = new ArrayDeque<>();
        for (var point : hours.points()) {
            if (point.coverage() < COVERAGE || point.value().isEmpty()) continue;
            window.addLast(point);
            var begin = point.to().minus(HOUR.multipliedBy(HOURS_OF_DAY));
            while (window.getFirst().from().isBefore(begin)) window.removeFirst();
            if (window.size() < COVERAGE * HOURS_OF_DAY) continue;
            together(series, window)
                    .ifPresent(value -> samples.add(new Sample(point.to().minus(HOUR), point.to(), value, bound)));
        }
        return samples;
    }

    private static OptionalDouble together(Series series, Deque<TimeSeries.Point> hours) {
        var kind = series.property().kind();
        // What meters counted in an hour adds up as counted things do.
        var mean = new RunningMean(kind == Kind.METER ? Kind.TALLY : kind == Kind.STATE ? Kind.LEVEL : kind);
        for (var hour : hours) mean.add(hour.from(), hour.value().orElseThrow());
        return mean.mean();
    }

    private List<Sample> unusual(Rule rule, Condition.Unusual unusual, Series series, Material material) {
        var isUp = unusual.comparison().isUpward();
        return material.hours(series).points().stream()
                .filter(point -> point.coverage() >= COVERAGE && point.value().isPresent())
                .flatMap(point -> material.usual(series, point.from()).stream()
                        .map(usual -> new Sample(
                                point.from(),
                                point.to(),
                                point.value().orElseThrow(),
                                isUp
                                        ? usual.upperQuartile() + unusual.margin()
                                        : usual.lowerQuartile() - unusual.margin())))
                .map(sample -> inForce(rule, sample))
                .toList();
    }

    private List<Sample> changing(Rule rule, Condition.Changing changing, List<Reading> readings) {
        var samples = new ArrayList<Sample>();
        Deque<Reading> window = new ArrayDeque<>();
        for (var reading : readings) {
            var begin = reading.phenomenonTime().minus(changing.within());
            while (!window.isEmpty() && window.getFirst().phenomenonTime().isBefore(begin)) window.removeFirst();
            // The extreme of the window stands first: what is less extreme and older can never be it again.
            while (!window.isEmpty()
                    && (changing.rising()
                            ? window.getLast().value() >= reading.value()
                            : window.getLast().value() <= reading.value())) window.removeLast();
            window.addLast(reading);
            var first = window.getFirst();
            samples.add(inForce(
                    rule,
                    new Sample(
                            first.phenomenonTime(),
                            reading.phenomenonTime(),
                            Math.abs(reading.value() - first.value()),
                            changing.by())));
        }
        return samples;
    }

    private List<Sample> doubtful(Rule rule, Condition.Doubtful doubtful, TimeSeries hours) {
        var samples = new ArrayList<Sample>();
        var byHour = new TreeMap<Instant, int[]>();
        for (var point : hours.points()) byHour.computeIfAbsent(point.from(), hour -> new int[2])[0] = point.count();
        for (Doubt doubt : hours.doubts())
            byHour.computeIfAbsent(doubt.start(), hour -> new int[2])[1] = doubt.readings();
        byHour.forEach((hour, counts) -> {
            var all = counts[0] + counts[1];
            if (all > 0)
                samples.add(
                        inForce(rule, new Sample(hour, hour.plus(HOUR), 100.0 * counts[1] / all, doubtful.percent())));
        });
        return samples;
    }

    private static List<Reading> believed(Series series, Material material) {
        return material.readings(series).stream()
                .filter(reading -> reading.quality().isPlausible())
                .toList();
    }

    /** Whether any of the readings may lie beyond the bound of a rule about values of the moment. */
    static boolean isBeyond(Rule rule, Series series, Extreme extreme) {
        if (!(rule.condition() instanceof Condition.Beyond beyond)) return true;
        var bound = beyond.bound().at(series);
        if (bound.isEmpty()) return false;
        var furthest = beyond.comparison().isUpward() ? extreme.highest() : extreme.lowest();
        var value = beyond.bound() instanceof Bound.ShareOfCapacity ? furthest : rounded(furthest, series);
        return beyond.comparison().holds(value, bound.getAsDouble());
    }

    /** As screens show it: what reads 180 is not above 180. */
    private static double rounded(double value, Series series) {
        var scale = Math.pow(10, series.property().decimals());
        return Math.floor(value * scale + 0.5) / scale;
    }

    private static Sample rounded(Sample sample, Series series) {
        return new Sample(sample.from(), sample.at(), rounded(sample.value(), series), sample.bound());
    }

    /** Out of season, and before or after its norm holds, nothing is beyond. */
    private Sample inForce(Rule rule, Sample sample) {
        if (rule.season().isEmpty() && rule.norm().isEmpty()) return sample;
        // What ends at midnight is of the day before.
        var day = (sample.at().equals(sample.from()) ? sample.at() : sample.at().minusNanos(1))
                .atZone(zone)
                .toLocalDate();
        return rule.holdsOn(day) ? sample : new Sample(sample.from(), sample.at(), sample.value(), Double.NaN);
    }
}
