package city.cockpit.alerts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import city.cockpit.alerts.Grouping.Member;
import city.cockpit.alerts.Material.Grain;
import city.cockpit.history.Extremes.Extreme;
import city.cockpit.history.TimeSeries;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One rule over a time that is past, by the same judgement as {@link Evaluation}. The hours of each series say where
 * something may have been; readings are read there only, some thousand at a time. For one look; one thread. See decision
 * record 0062.
 */
final class LookBack {

    /** Their hours are read at once. */
    private static final int SERIES_AT_ONCE = 50;

    private static final int READINGS_AT_ONCE = 10_000;
    private static final Duration HOUR = Duration.ofHours(1);

    /** A rule that finds more finds nothing. */
    private static final int MOST_BREACHES = 10_000;

    /** Nothing is missing in an hour of which so much is covered. */
    private static final double WHOLE = 0.9999;

    /** After that part of its interval more, the next reading is missing. */
    private static final double STANDS = 1.5;

    private final Rule rule;
    private final List<Series> series;
    private final Interval span;
    private final Sources sources;
    private final RuleTrials.Onlooker onlooker;
    private final Judging judging;
    private final List<Member> members = new ArrayList<>();
    private Optional<Instant> knownSince = Optional.empty();
    private int judged;
    private int done;

    /** @param series of which the rule speaks */
    LookBack(Rule rule, List<Series> series, Interval span, Sources sources, RuleTrials.Onlooker onlooker) {
        this.rule = rule;
        this.series = series;
        this.span = span;
        this.sources = sources;
        this.onlooker = onlooker;
        this.judging = new Judging(sources.zone());
    }

    /** Empty if nobody waits for it any more. */
    Optional<Trial> look() {
        onlooker.done(0);
        for (var some : parts()) {
            if (!onlooker.isWaiting()) return Optional.empty();
            look(some);
            if (isTooMuch()) break;
        }
        return onlooker.isWaiting() ? Optional.of(trial()) : Optional.empty();
    }

    /** The series of one device stay together. */
    private List<List<Series>> parts() {
        var parts = new ArrayList<List<Series>>();
        for (var device : devices(series)) {
            if (parts.isEmpty() || parts.getLast().size() + device.size() > SERIES_AT_ONCE)
                parts.add(new ArrayList<>());
            parts.getLast().addAll(device);
        }
        return parts;
    }

    private static Collection<List<Series>> devices(List<Series> some) {
        return some.stream()
                .sorted(Comparator.comparing(Series::id))
                .collect(groupingBy(one -> one.id().sensor(), TreeMap::new, toList()))
                .values();
    }

    private void look(List<Series> some) {
        var material = material(span.to());
        for (var one : some) {
            material.want(Grain.HOUR, one, begin(one));
            if (Judging.grain(rule) == Grain.DAY) material.want(Grain.DAY, one, begin(one));
        }
        if (rule.condition() instanceof Condition.Silent silent) {
            for (var device : devices(some)) {
                if (!goesOn()) return;
                listen(silent, device, material);
                progressed(device.size());
            }
            return;
        }
        for (var one : some) {
            if (!goesOn()) return;
            judge(one, material);
            progressed(1);
        }
    }

    private boolean goesOn() {
        return onlooker.isWaiting() && !isTooMuch();
    }

    private boolean isTooMuch() {
        return members.size() > MOST_BREACHES;
    }

    private void progressed(int more) {
        done += more;
        onlooker.done((double) done / series.size());
    }

    private Material material(Instant until) {
        return new Material(sources.readings(), sources.courses(), sources.usual(), until);
    }

    /** Where what makes a difference to the first value begins. */
    private Instant begin(Series one) {
        return span.from().minus(Judging.reach(rule, one));
    }

    private void known(TimeSeries hours) {
        var first = hours.points().stream()
                .filter(point -> point.count() > 0 && point.to().isAfter(span.from()))
                .map(TimeSeries.Point::from)
                .findFirst();
        if (first.isEmpty()) return;
        judged++;
        knownSince = Optional.of(
                knownSince.filter(since -> since.isBefore(first.get())).orElse(first.get()));
    }

    private void judge(Series one, Material material) {
        var hours = material.hours(one);
        known(hours);
        var breaches = switch (Judging.grain(rule)) {
            case READING, QUARTER -> walk(one, hours);
            case HOUR, DAY -> {
                var samples = judging.samples(rule, one, material);
                if (rule.condition() instanceof Condition.Unusual
                        && samples.isEmpty()
                        && !hours.points().isEmpty()) judged--;
                yield Watch.START.over(samples, Judging.yardstick(rule, one)).breaches();
            }
        };
        add(one, breaches);
    }

    /** What was raised before the span belongs to a time that is not asked about. */
    private void add(Series one, List<Breach> breaches) {
        for (var breach : breaches)
            if (!breach.raisedAt().isBefore(span.from())) members.add(new Member(rule, one, breach));
    }

    /** Through the readings of those times in which something may have been, or goes on. */
    private List<Breach> walk(Series one, TimeSeries hours) {
        var yardstick = Judging.yardstick(rule, one);
        var breaches = new ArrayList<Breach>();
        var watch = Watch.START;
        var length = length(List.of(one));
        var points = byHour(hours);
        var start = floor(begin(one));
        while (start.isBefore(last()) && goesOn() && breaches.size() <= MOST_BREACHES) {
            var end = end(start, length);
            if (watch.pending().isPresent()
                    || watch.raised().isPresent()
                    || !hours.isComplete()
                    || mayBeBeyond(one, points, start, end)) {
                var outcome = watch.over(samples(one, start, end), yardstick);
                breaches.addAll(outcome.ended());
                watch = outcome.watch();
            }
            start = end;
        }
        watch.raised().ifPresent(breaches::add);
        return breaches;
    }

    /** Some readings are ahead of the clock. */
    private Instant last() {
        return span.to().plus(Material.AHEAD);
    }

    /** From when on hours are not over. */
    private Instant closed() {
        return floor(Material.closed(span.to()));
    }

    private Instant end(Instant start, Duration length) {
        var end = start.plus(length);
        if (!start.isBefore(closed())) return last();
        return end.isBefore(closed()) ? end : closed();
    }

    private List<Sample> samples(Series one, Instant start, Instant end) {
        var isOfReadings = Judging.grain(rule) == Grain.READING;
        var isLast = end.equals(last());
        var material =
                material(isLast ? span.to() : isOfReadings ? end.minus(Material.AHEAD) : end.plus(Material.GRACE));
        var lead = rule.condition() instanceof Condition.Changing changing ? changing.within() : Duration.ZERO;
        material.want(Judging.grain(rule), one, start.minus(lead));
        return judging.samples(rule, one, material).stream()
                .filter(sample -> !sample.at().isBefore(start))
                .toList();
    }

    private Duration length(Collection<Series> some) {
        var shortest = some.stream()
                .map(Series::interval)
                .min(Comparator.naturalOrder())
                .orElse(HOUR);
        var hours = Math.max(1, shortest.multipliedBy(READINGS_AT_ONCE).toHours());
        return HOUR.multipliedBy(Math.min(hours, Trial.LENGTH.toHours() * 2));
    }

    private static Instant floor(Instant time) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), HOUR.toSeconds()) * HOUR.toSeconds());
    }

    private static NavigableMap<Instant, TimeSeries.Point> byHour(TimeSeries hours) {
        var points = new TreeMap<Instant, TimeSeries.Point>();
        for (var point : hours.points()) points.put(point.from(), point);
        return points;
    }

    /** Not if even the furthest readings of all its hours are not. What the rollups do not know yet may be anything. */
    private boolean mayBeBeyond(
            Series one, NavigableMap<Instant, TimeSeries.Point> points, Instant start, Instant end) {
        if (end.isAfter(closed())) return true;
        return switch (rule.condition()) {
            case Condition.Beyond beyond ->
                points.subMap(start, end).values().stream()
                        .anyMatch(point -> extreme(point)
                                .map(extreme -> Judging.isBeyond(rule, one, extreme))
                                .orElse(true));
            case Condition.Changing(var rising, var by, var within) ->
                points.subMap(start, end).values().stream()
                        .anyMatch(point -> differs(
                                points.subMap(floor(point.from().minus(within)), point.to())
                                        .values(),
                                by));
            case Condition.Unusual unusual -> true;
            case Condition.Silent silent -> true;
            case Condition.Doubtful doubtful -> true;
        };
    }

    private static Optional<Extreme> extreme(TimeSeries.Point point) {
        return point.min().isPresent() && point.max().isPresent()
                ? Optional.of(new Extreme(point.min().getAsDouble(), point.max().getAsDouble(), point.to()))
                : Optional.empty();
    }

    private static boolean differs(Collection<TimeSeries.Point> points, double by) {
        var lowest = Double.POSITIVE_INFINITY;
        var highest = Double.NEGATIVE_INFINITY;
        for (var point : points) {
            var extreme = extreme(point);
            if (extreme.isEmpty() && point.count() > 0) return true;
            lowest = Math.min(lowest, extreme.map(Extreme::lowest).orElse(lowest));
            highest = Math.max(highest, extreme.map(Extreme::highest).orElse(highest));
        }
        return highest - lowest >= by;
    }

    private void listen(Condition.Silent silent, List<Series> device, Material material) {
        var after = silent.after(Evaluation.interval(device));
        var whole = new TreeSet<Instant>();
        for (var one : device) {
            var hours = material.hours(one);
            known(hours);
            if (STANDS * one.interval().toMillis() > after.toMillis()) continue;
            for (var point : hours.points()) if (point.coverage() >= WHOLE) whole.add(point.from());
        }
        var heard = new TreeSet<Instant>();
        var isAcross = false;
        var breaches = new ArrayList<Breach>();
        var length = length(device);
        for (var start = floor(span.from().minus(after));
                start.isBefore(span.to()) && goesOn();
                start = start.plus(length)) {
            var end = start.plus(length);
            if (whole.subSet(start, end).size() == length.toHours()) {
                isAcross = false;
                continue;
            }
            // Of a whole hour the last reading is in it.
            var from = isAcross ? start : start.minus(HOUR);
            if (!isAcross) heard.clear();
            times(device, new Interval(from, end), heard);
            breaches.addAll(Silence.of(heard, after, Instant.MIN));
            while (heard.size() > 1) heard.pollFirst();
            isAcross = true;
        }
        breaches.addAll(goingOn(device, after));
        add(
                device.getFirst(),
                breaches.stream()
                        .map(breach -> Evaluation.notBefore(span.from(), breach))
                        .filter(breach -> breach.endedAt()
                                .map(end -> end.isAfter(span.from()))
                                .orElse(true))
                        .filter(breach -> rule.holdsOn(day(breach.raisedAt())))
                        .toList());
    }

    private void times(List<Series> device, Interval time, Collection<Instant> heard) {
        for (var list : sources.readings().readings(device, time).values())
            for (Reading reading : list) heard.add(reading.phenomenonTime());
    }

    private List<Breach> goingOn(List<Series> device, Duration after) {
        return sources.readings().newest(device).values().stream()
                .map(Reading::phenomenonTime)
                .max(Comparator.naturalOrder())
                .map(last -> Silence.of(new TreeSet<>(List.of(last)), after, span.to()))
                .orElse(List.of());
    }

    private LocalDate day(Instant time) {
        return time.atZone(sources.zone()).toLocalDate();
    }

    private Trial trial() {
        var groups = Grouping.of(rule, members);
        return new Trial(
                span,
                series.size(),
                judged,
                knownSince,
                isInForce(),
                groups.size(),
                isTooMuch(),
                groups.reversed().stream()
                        .limit(Trial.MOST_TOLD)
                        .map(this::incident)
                        .toList());
    }

    private boolean isInForce() {
        return day(span.from()).datesUntil(day(span.to()).plusDays(1)).anyMatch(rule::holdsOn);
    }

    private Incident incident(List<Member> group) {
        var extent = Findings.extent(group);
        var concerned = new TreeMap<SeriesId, Series>();
        for (var member : group) concerned.put(member.series().id(), member.series());
        return new Incident(
                0,
                rule,
                List.copyOf(concerned.values()),
                Optional.empty(),
                extent.since(),
                extent.raisedAt(),
                extent.endedAt(),
                Double.isNaN(extent.worst()) ? OptionalDouble.empty() : OptionalDouble.of(extent.worst()),
                extent.endedAt().isPresent() ? Incident.State.RESOLVED : Incident.State.RAISED,
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
