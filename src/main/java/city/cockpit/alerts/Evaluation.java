package city.cockpit.alerts;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import city.cockpit.alerts.IncidentBook.Kept;
import city.cockpit.alerts.IncidentBook.RuleVersion;
import city.cockpit.alerts.Material.Grain;
import city.cockpit.alerts.Watch.Yardstick;
import city.cockpit.history.Extremes;
import city.cockpit.history.Extremes.Extreme;
import city.cockpit.history.ReadingStore;
import city.cockpit.history.TimeSeriesStore;
import city.cockpit.history.UsualValues;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.TownSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Judges what is stored by the rules. What it finds is a function of the stored values in the order of their time, whatever
 * the order of their arrival: where something came late it looks again from there on. It remembers how values stood to rules
 * only to read less; who loses that looks further back and finds the same. Blocks; one thread, in one transaction a look. See
 * decision record 0055.
 */
@Component
class Evaluation {

    /** What is older, as whole histories that are taken over, is not judged any more. */
    static final Duration LONGEST_BACK = Duration.ofDays(30);

    /** Bounds what is asked for at once. */
    private static final int SERIES_AT_ONCE = 200;

    /** Readings one by one take memory. */
    private static final int READ_AT_ONCE = 50;

    private final SeriesCatalog catalog;
    private final ReadingStore readings;
    private final Extremes extremes;
    private final TimeSeriesStore courses;
    private final UsualValues usual;
    private final TownSource town;
    private final IncidentBook book;
    private final Map<WatchKey, Watch> watches = new HashMap<>();
    private final Map<WatchKey, Swing> swings = new HashMap<>();
    private final Map<Integer, Instant> heard = new HashMap<>();
    private Plan plan = new Plan(List.of(), List.of(), Map.of(), Map.of(), Map.of());

    Evaluation(
            SeriesCatalog catalog,
            ReadingStore readings,
            Extremes extremes,
            TimeSeriesStore courses,
            UsualValues usual,
            TownSource town,
            IncidentBook book) {
        this.catalog = catalog;
        this.readings = readings;
        this.extremes = extremes;
        this.courses = courses;
        this.usual = usual;
        this.town = town;
        this.book = book;
    }

    /**
     * What a look is about.
     *
     * @param arrived since when there are new readings, by the number of the series
     * @param news the same, and since when a series has to be looked at again for another reason
     * @param before the time of the look before; everything up to then is judged
     * @param now the time of this look
     * @param isPatient whether readings may still be on their way that are long stored elsewhere, so that nobody is said to
     *     have fallen silent
     */
    record Look(
            Map<Integer, Instant> arrived,
            Map<Integer, Instant> news,
            Instant before,
            Instant now,
            boolean isPatient) {}

    private record WatchKey(String rule, int version, int series) {}

    /** Who is about whom, computed again when rules or sensors change. */
    private record Plan(
            List<ActiveRule> rules,
            List<Series> series,
            Map<Series, List<ActiveRule>> rulesOf,
            Map<Integer, Series> byKey,
            Map<RuleVersion, Scale> scaleOf) {}

    /** A series that a rule looks at again from a moment on. */
    private record Due(ActiveRule rule, Series series, Instant from) {}

    /** Forgets what it remembered, since something was not kept, or another node has looked in between. */
    void forget() {
        watches.clear();
        swings.clear();
        heard.clear();
    }

    void look(List<ActiveRule> rules, Look look) {
        renew(rules);
        var findings = new LinkedHashMap<Scale, Findings>();
        var dues = dues(look);
        var open = book.listOpen();
        endOrphans(open, look.now());
        for (var first = 0; first < dues.size(); first += SERIES_AT_ONCE)
            judge(dues.subList(first, Math.min(dues.size(), first + SERIES_AT_ONCE)), findings, look);
        for (var rule : rules)
            if (rule.rule().condition() instanceof Condition.Silent silent)
                listen(rule, silent, open, findings(rule.rule(), findings, look.now()), look);
        findings.values().forEach(Findings::write);
    }

    private Findings findings(Rule rule, Map<Scale, Findings> all, Instant now) {
        var scale = requireNonNull(plan.scaleOf.get(RuleVersion.of(rule)));
        return all.computeIfAbsent(scale, one -> new Findings(one, book, this::findSeries, now));
    }

    private Optional<Series> findSeries(int key) {
        return Optional.ofNullable(plan.byKey.get(key));
    }

    private void renew(List<ActiveRule> rules) {
        var series = catalog.listSeries();
        if (plan.rules.equals(rules) && plan.series.equals(series)) return;
        var rulesOf = new HashMap<Series, List<ActiveRule>>();
        var byKey = new HashMap<Integer, Series>();
        for (var one : series) {
            byKey.put(one.key(), one);
            var about = rules.stream().filter(rule -> rule.rule().isAbout(one)).toList();
            if (!about.isEmpty()) rulesOf.put(one, about);
        }
        var scaleOf = new HashMap<RuleVersion, Scale>();
        for (var scale : Scale.of(rules.stream().map(ActiveRule::rule).toList()))
            for (var rule : scale.rules()) scaleOf.put(RuleVersion.of(rule), scale);
        plan = new Plan(rules, series, rulesOf, byKey, scaleOf);
        watches.clear();
        swings.clear();
    }

    /** What rules say of values that are new, or of steps that are over since the last look, series by series. */
    private List<List<Due>> dues(Look look) {
        var dues = new TreeMap<Integer, List<Due>>();
        plan.rulesOf.forEach((series, rules) -> {
            var news = Optional.ofNullable(look.news().get(series.key()));
            for (var rule : rules)
                from(rule, news, look)
                        .ifPresent(from -> dues.computeIfAbsent(series.key(), key -> new ArrayList<>())
                                .add(new Due(rule, series, from)));
        });
        return List.copyOf(dues.values());
    }

    private static Optional<Instant> from(ActiveRule rule, Optional<Instant> news, Look look) {
        if (rule.rule().condition() instanceof Condition.Silent) return Optional.empty();
        var from = switch (Judging.grain(rule.rule())) {
            case READING -> news;
            case QUARTER -> steps(news.map(one -> floor(one, Material.QUARTER)), Material.QUARTER, look);
            // What a reading weighs follows from those around it, also in the hour before.
            case HOUR ->
                steps(
                        news.map(one -> one.truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.HOURS)),
                        Duration.ofHours(1),
                        look);
            case DAY ->
                steps(news.map(one -> one.minus(2, ChronoUnit.DAYS)), Duration.ofHours(1), look)
                        .map(one -> one.minus(2, ChronoUnit.DAYS));
        };
        var earliest = later(rule.activeFrom(), look.now().minus(LONGEST_BACK));
        return from.map(one -> later(one, earliest));
    }

    /** News of steps that are over, or the steps that are over since the last look. */
    private static Optional<Instant> steps(Optional<Instant> news, Duration step, Look look) {
        var before = floor(Material.closed(look.before()), step);
        var now = floor(Material.closed(look.now()), step);
        var late = news.filter(one -> one.isBefore(before));
        if (late.isPresent()) return late;
        return before.isBefore(now) ? Optional.of(before) : Optional.empty();
    }

    private static Instant floor(Instant time, Duration step) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), step.toSeconds()) * step.toSeconds());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void judge(List<List<Due>> dues, Map<Scale, Findings> findings, Look look) {
        var bySeries = worthALook(dues.stream().flatMap(List::stream).toList(), look).stream()
                .collect(groupingBy(due -> due.series().key(), TreeMap::new, toList()));
        var some = new ArrayList<Due>();
        for (var ofOne : bySeries.values()) {
            some.addAll(ofOne);
            if (some.size() < READ_AT_ONCE) continue;
            judgeTogether(some, findings, look);
            some.clear();
        }
        if (!some.isEmpty()) judgeTogether(some, findings, look);
    }

    private void judgeTogether(List<Due> dues, Map<Scale, Findings> findings, Look look) {
        var from = dues.stream().map(Due::from).min(Comparator.naturalOrder()).orElse(look.now());
        var kept = book
                .listOf(dues.stream().map(due -> due.series().key()).distinct().toList(), from)
                .stream()
                .collect(groupingBy(one -> new WatchKey(one.rule(), one.version(), one.series())));
        var material = new Material(readings, courses, usual, look.now());
        for (var due : dues)
            material.want(
                    Judging.grain(due.rule().rule()), due.series(), begin(due, kept.getOrDefault(key(due), List.of())));
        var judging = new Judging(town.town().zone());
        for (var due : dues) judge(due, kept.getOrDefault(key(due), List.of()), material, judging, findings, look);
    }

    /**
     * Without those of which nothing new can be beyond: nothing was raised or pending, and not even the furthest reading is
     * beyond the bound. That is nearly all of them nearly always, and reading them one by one costs a third of storing them.
     */
    private List<Due> worthALook(List<Due> dues, Look look) {
        var calm = dues.stream().filter(this::isCalm).toList();
        if (calm.isEmpty()) return dues;
        var from = calm.stream().map(Due::from).min(Comparator.naturalOrder()).orElseThrow();
        var series = calm.stream().map(Due::series).distinct().toList();
        var found = extremes.of(series, new Interval(from, look.now().plus(Material.AHEAD)));
        var dull = new HashSet<Due>();
        for (var due : calm) {
            var extreme = found.get(due.series().id());
            if (extreme != null && canBeBeyond(due, extreme)) continue;
            dull.add(due);
            if (extreme != null)
                watches.put(key(due), new Watch(Optional.empty(), Optional.empty(), Optional.of(extreme.newest())));
        }
        return dues.stream().filter(due -> !dull.contains(due)).toList();
    }

    private boolean isCalm(Due due) {
        return switch (due.rule().rule().condition()) {
            case Condition.Beyond beyond -> isCalm(remembered(due));
            case Condition.Changing changing -> swings.containsKey(key(due)) && isCalm(known(due));
            default -> false;
        };
    }

    private static boolean isCalm(Optional<Watch> known) {
        return known.filter(watch -> watch.pending().isEmpty() && watch.raised().isEmpty())
                .isPresent();
    }

    /** @param extreme of the new readings */
    private boolean canBeBeyond(Due due, Extreme extreme) {
        var rule = due.rule().rule();
        if (!(rule.condition() instanceof Condition.Changing changing))
            return Judging.isBeyond(rule, due.series(), extreme);
        var swing = requireNonNull(swings.get(key(due)));
        swing.add(extreme);
        return swing.since(due.from().minus(changing.within())) >= changing.by();
    }

    private static WatchKey key(Due due) {
        return new WatchKey(
                due.rule().rule().key(),
                due.rule().rule().version(),
                due.series().key());
    }

    /** Where a due look begins: at its news if it is known how values stood until then, else so far back that it gets known. */
    private Instant begin(Due due, List<Kept> kept) {
        if (remembered(due).isPresent()) return due.from();
        var reach = due.from().minus(Judging.reach(due.rule().rule(), due.series()));
        var worst = kept.stream()
                .map(Kept::breach)
                .filter(breach ->
                        goesOnInto(breach, due.from()) && !breach.worstAt().isBefore(due.from()))
                .map(Breach::since)
                .min(Comparator.naturalOrder());
        return later(
                worst.map(since -> earlier(since, reach)).orElse(reach),
                due.rule().activeFrom());
    }

    /** Of a change the values before are needed, too. */
    private Optional<Watch> remembered(Due due) {
        return due.rule().rule().condition() instanceof Condition.Changing ? Optional.empty() : known(due);
    }

    private Optional<Watch> known(Due due) {
        if (Judging.grain(due.rule().rule()) != Grain.READING) return Optional.empty();
        return Optional.ofNullable(watches.get(key(due)))
                .filter(watch ->
                        watch.last().map(last -> last.isBefore(due.from())).orElse(false));
    }

    /** Whether it was raised before that time and not over then. */
    private static boolean goesOnInto(Breach breach, Instant from) {
        return breach.raisedAt().isBefore(from)
                && breach.endedAt().map(end -> !end.isBefore(from)).orElse(true);
    }

    private void judge(
            Due due, List<Kept> kept, Material material, Judging judging, Map<Scale, Findings> findings, Look look) {
        var rule = due.rule().rule();
        var begin = begin(due, kept);
        var yardstick = Judging.yardstick(rule, due.series());
        var samples = judging.samples(rule, due.series(), material).stream()
                .filter(sample -> !sample.at().isBefore(begin))
                .filter(sample -> !sample.at().isBefore(due.rule().activeFrom()))
                .toList();
        var past = samples.stream()
                .filter(sample -> sample.at().isBefore(due.from()))
                .toList();
        var present = samples.subList(past.size(), samples.size());
        var watch = remembered(due).orElseGet(() -> watchAt(due.from(), kept, past, yardstick));
        var outcome = watch.over(present, yardstick);
        var concerned = kept.stream()
                .filter(one -> one.breach()
                        .endedAt()
                        .map(end -> !end.isBefore(due.from()))
                        .orElse(true))
                .toList();
        findings(rule, findings, look.now()).add(rule, due.series(), concerned, outcome.breaches());
        watches.put(key(due), outcome.watch());
        if (rule.condition() instanceof Condition.Changing)
            swings.put(key(due), Swing.of(material.readings(due.series())));
    }

    /** How values stood just before that time: what is kept says what was raised, what was pending follows from values. */
    private static Watch watchAt(Instant from, List<Kept> kept, List<Sample> past, Yardstick yardstick) {
        var before = Watch.START.over(past, yardstick).watch();
        var raised = kept.stream()
                .map(Kept::breach)
                .filter(breach -> goesOnInto(breach, from))
                .findFirst()
                .map(breach -> going(breach, from, past, yardstick));
        return raised.isPresent()
                ? new Watch(Optional.empty(), raised, before.last())
                : new Watch(before.pending().or(before::raised), Optional.empty(), before.last());
    }

    /** As it was then, without what came later. */
    private static Breach going(Breach breach, Instant from, List<Sample> past, Yardstick yardstick) {
        var worst = breach.worst();
        var worstAt = breach.worstAt();
        if (!worstAt.isBefore(from)) {
            worst = Double.NaN;
            for (var sample : past) {
                if (sample.from().isBefore(breach.since())) continue;
                var next = Double.isNaN(worst)
                        ? sample.value()
                        : yardstick.comparison().worse(worst, sample.value());
                if (next != worst) worstAt = sample.at();
                worst = next;
            }
        }
        return new Breach(breach.since(), breach.raisedAt(), Optional.empty(), worst, worstAt);
    }

    /** What goes on although its rule or series is not looked after any more ends now. */
    private void endOrphans(List<Kept> open, Instant now) {
        for (var one : open) {
            var series = findSeries(one.series());
            var rule = plan.rules.stream()
                    .map(ActiveRule::rule)
                    .filter(active -> active.key().equals(one.rule()) && active.version() == one.version())
                    .findFirst();
            var isAbout = rule.isPresent()
                    && series.map(there -> rule.get().isAbout(there)).orElse(false);
            if (!isAbout) book.end(one, now);
        }
    }

    /** Finds out which devices have fallen silent, and which are heard again. */
    private void listen(ActiveRule rule, Condition.Silent silent, List<Kept> open, Findings findings, Look look) {
        var devices = new TreeMap<SensorId, List<Series>>();
        plan.rulesOf.forEach((series, rules) -> {
            if (rules.contains(rule))
                devices.computeIfAbsent(series.id().sensor(), id -> new ArrayList<>())
                        .add(series);
        });
        if (devices.isEmpty()) return;
        var before = heardBefore(devices);
        hear(devices, look);
        var silentNow = new HashMap<Integer, Kept>();
        for (var one : open)
            if (one.rule().equals(rule.rule().key())
                    && one.version() == rule.rule().version()) silentNow.put(one.series(), one);
        var again = new ArrayList<List<Series>>();
        var quiet = new ArrayList<List<Series>>();
        for (var device : devices.values()) {
            var isSilent = silentNow.containsKey(device.getFirst().key());
            var news = news(device, look);
            var after = silent.after(interval(device));
            var last = Optional.ofNullable(before.get(device.getFirst().key()));
            if (news.isPresent() && (isSilent || mayHideSilence(news.get(), last, after, look.now())))
                again.add(device);
            else if (!isSilent && !look.isPatient() && isQuiet(device, silent, look.now())) quiet.add(device);
        }
        listenAgain(rule, silent, again, before, findings, look);
        confirm(rule, silent, quiet, findings, look);
    }

    /** When each was heard last, or later. */
    private void hear(Map<SensorId, List<Series>> devices, Look look) {
        var unknown = devices.values().stream()
                .flatMap(List::stream)
                .filter(series -> !heard.containsKey(series.key()))
                .toList();
        if (!unknown.isEmpty()) {
            var newest = readings.newest(unknown);
            for (var series : unknown)
                heard.put(
                        series.key(),
                        Optional.ofNullable(newest.get(series.id()))
                                .map(Reading::phenomenonTime)
                                .orElse(Instant.MAX));
        }
        look.arrived()
                .forEach((key, time) -> heard.merge(
                        key, time, (before, news) -> before.equals(Instant.MAX) ? news : later(before, news)));
    }

    private static Optional<Instant> news(List<Series> device, Look look) {
        return device.stream()
                .flatMap(series -> Stream.ofNullable(look.news().get(series.key())))
                .min(Comparator.naturalOrder());
    }

    /** Whether there may have been a silence within what is new, or right before it. */
    private static boolean mayHideSilence(Instant news, Optional<Instant> before, Duration after, Instant now) {
        return news.isBefore(now.minus(after))
                || before.map(last -> last.plus(after).isBefore(news)).orElse(false);
    }

    /** When each device was heard last before this look, by its first series. */
    private Map<Integer, Instant> heardBefore(Map<SensorId, List<Series>> devices) {
        var times = new HashMap<Integer, Instant>();
        for (var device : devices.values()) {
            device.sort(Comparator.comparing(Series::id));
            lastHeard(device).ifPresent(time -> times.put(device.getFirst().key(), time));
        }
        return times;
    }

    private Optional<Instant> lastHeard(List<Series> device) {
        return device.stream()
                .map(series -> heard.getOrDefault(series.key(), Instant.MAX))
                .filter(time -> !time.equals(Instant.MAX))
                .max(Comparator.naturalOrder());
    }

    private boolean isQuiet(List<Series> device, Condition.Silent silent, Instant now) {
        return lastHeard(device)
                .map(time -> time.plus(silent.after(interval(device))).isBefore(now))
                .orElse(false);
    }

    /** The shortest that the device promises. */
    static Duration interval(List<Series> device) {
        return device.stream()
                .map(Series::interval)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private void listenAgain(
            ActiveRule rule,
            Condition.Silent silent,
            List<List<Series>> devices,
            Map<Integer, Instant> before,
            Findings findings,
            Look look) {
        if (devices.isEmpty()) return;
        var earliest = later(rule.activeFrom(), look.now().minus(LONGEST_BACK));
        var begins = new HashMap<Integer, Instant>();
        for (var device : devices)
            begins.put(device.getFirst().key(), later(news(device, look).orElse(look.now()), earliest));
        var from = begins.values().stream().min(Comparator.naturalOrder()).orElseThrow();
        var kept = book
                .listOf(devices.stream().map(device -> device.getFirst().key()).toList(), from)
                .stream()
                .filter(one -> one.rule().equals(rule.rule().key())
                        && one.version() == rule.rule().version())
                .collect(groupingBy(Kept::series));
        for (var device : devices) {
            var key = device.getFirst().key();
            var begin = Optional.ofNullable(begins.get(key)).orElseThrow();
            var concerned = kept.getOrDefault(key, List.of()).stream()
                    .filter(one -> one.breach()
                            .endedAt()
                            .map(end -> !end.isBefore(begin))
                            .orElse(true))
                    .toList();
            var last = Optional.ofNullable(before.get(key))
                    .map(time -> earlier(time, begin))
                    .orElse(begin);
            findings.add(
                    rule.rule(),
                    device.getFirst(),
                    concerned,
                    silences(rule, silent, device, concerned, begin, last, look));
        }
    }

    private List<Breach> silences(
            ActiveRule rule,
            Condition.Silent silent,
            List<Series> device,
            List<Kept> kept,
            Instant begin,
            Instant last,
            Look look) {
        var after = silent.after(interval(device));
        var since = kept.stream().map(one -> one.breach().since()).min(Comparator.naturalOrder());
        var from = since.map(one -> earlier(one, last)).orElse(last).minus(after);
        var times = new TreeSet<Instant>();
        since.ifPresent(times::add);
        readings.readings(device, new Interval(from, look.now().plus(Duration.ofHours(1))))
                .values()
                .forEach(list -> list.forEach(reading -> times.add(reading.phenomenonTime())));
        var wasOpen = kept.stream().anyMatch(one -> one.breach().endedAt().isEmpty());
        return Silence.of(times, after, look.now()).stream()
                .filter(breach ->
                        breach.endedAt().map(end -> !end.isBefore(begin)).orElse(!look.isPatient() || wasOpen))
                .map(breach -> notBefore(rule.activeFrom(), breach))
                .toList();
    }

    /** Of those that seem to be silent the database knows the newest readings. */
    private void confirm(
            ActiveRule rule, Condition.Silent silent, List<List<Series>> devices, Findings findings, Look look) {
        if (devices.isEmpty()) return;
        var day = look.now().atZone(town.town().zone()).toLocalDate();
        if (!rule.rule().holdsOn(day)) return;
        var newest = readings.newest(devices.stream().flatMap(List::stream).toList());
        newest.forEach((id, reading) ->
                catalog.findSeries(id).ifPresent(series -> heard.put(series.key(), reading.phenomenonTime())));
        for (var device : devices) {
            var times = new TreeSet<Instant>();
            for (var series : device)
                Optional.ofNullable(newest.get(series.id()))
                        .map(Reading::phenomenonTime)
                        .ifPresent(times::add);
            if (times.isEmpty()) continue;
            var last = new TreeSet<>(List.of(times.last()));
            var breaches = Silence.of(last, silent.after(interval(device)), look.now()).stream()
                    .map(breach -> notBefore(rule.activeFrom(), breach))
                    .toList();
            if (!breaches.isEmpty()) findings.add(rule.rule(), device.getFirst(), List.of(), breaches);
        }
    }

    /** What was silent already when the rule began is told from then on. */
    static Breach notBefore(Instant activeFrom, Breach breach) {
        return new Breach(
                breach.since(),
                later(breach.raisedAt(), activeFrom),
                breach.endedAt(),
                breach.worst(),
                breach.worstAt());
    }
}
