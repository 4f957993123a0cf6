package city.cockpit.alerts;

import static java.util.stream.Collectors.toSet;

import city.cockpit.alerts.Grouping.Member;
import city.cockpit.alerts.IncidentBook.Extent;
import city.cockpit.alerts.IncidentBook.Fresh;
import city.cockpit.alerts.IncidentBook.Kept;
import city.cockpit.alerts.IncidentBook.RuleVersion;
import city.cockpit.measurement.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Turns what the rules of one scale found into incidents: compares it with what is kept, puts together what has one cause, and writes what
 * differs. For one look at the values; one thread.
 */
final class Findings {

    /** Before a device is silent it may have had its last reading that long ago without belonging to another cause. */
    private static final Duration NEAR = Duration.ofDays(1);

    private final Scale scale;
    private final IncidentBook book;
    private final IntFunction<Optional<Series>> seriesByKey;
    private final Instant now;
    private final List<Fresh> fresh = new ArrayList<>();
    private final Map<Long, Kept> changed = new HashMap<>();
    private final Map<Long, Kept> gone = new HashMap<>();

    Findings(Scale scale, IncidentBook book, IntFunction<Optional<Series>> seriesByKey, Instant now) {
        this.scale = scale;
        this.book = book;
        this.seriesByKey = seriesByKey;
        this.now = now;
    }

    /**
     * Takes over what a rule found of a series.
     *
     * @param kept what is kept of this rule and series, as far as it may have changed
     * @param found what there is instead
     */
    void add(Rule rule, Series series, List<Kept> kept, List<Breach> found) {
        var left = new ArrayList<>(kept);
        left.sort(Comparator.comparing(one -> one.breach().since()));
        for (var breach : found) {
            var same =
                    left.stream().filter(one -> one.breach().overlaps(breach)).findFirst();
            same.ifPresent(left::remove);
            if (same.isEmpty()) fresh.add(new Fresh(rule, series.key(), breach));
            else if (!isSame(same.get().breach(), breach)) {
                var old = same.get();
                changed.put(
                        old.id(), new Kept(old.id(), old.incident(), old.rule(), old.version(), old.series(), breach));
            }
        }
        for (var one : left) gone.put(one.id(), one);
    }

    private static boolean isSame(Breach one, Breach other) {
        return one.since().equals(other.since())
                && one.raisedAt().equals(other.raisedAt())
                && one.endedAt().equals(other.endedAt())
                && Double.compare(one.worst(), other.worst()) == 0;
    }

    /** Writes what differs. */
    void write() {
        if (fresh.isEmpty() && changed.isEmpty() && gone.isEmpty()) return;
        if (!gone.isEmpty()) book.remove(gone.keySet());
        var kept = related();
        var members = new ArrayList<Member>();
        var idOf = new HashMap<Member, Kept>();
        for (var one : kept)
            seriesByKey.apply(one.series()).ifPresent(series -> {
                var member = new Member(scale.brokenBy(one), series, one.breach());
                members.add(member);
                idOf.put(member, one);
            });
        for (var one : fresh)
            seriesByKey
                    .apply(one.series())
                    .ifPresent(series -> members.add(new Member(one.rule(), series, one.breach())));
        var incidents = incidentsOf(kept);
        var taken = new HashSet<Long>();
        for (var group : Grouping.of(scale.mildest(), members)) write(group, idOf, taken);
        incidents.removeAll(taken);
        if (!incidents.isEmpty()) book.withdraw(incidents, now);
    }

    private Set<Long> incidentsOf(List<Kept> kept) {
        var incidents = new HashSet<Long>();
        for (var one : kept) incidents.add(one.incident());
        for (var one : gone.values()) incidents.add(one.incident());
        return incidents;
    }

    /** Everything that may belong to the same cause as what differs, as it is now. */
    private List<Kept> related() {
        var from = begin().minus(NEAR);
        var kept = new HashMap<Long, Kept>();
        for (var one : book.listOf(scale.rules(), from)) kept.put(one.id(), one);
        for (var one : changed.values()) kept.put(one.id(), one);
        var seen = new HashSet<Long>();
        while (true) {
            var incidents = kept.values().stream().map(Kept::incident).collect(toSet());
            for (var one : gone.values()) incidents.add(one.incident());
            incidents.removeAll(seen);
            if (incidents.isEmpty()) break;
            seen.addAll(incidents);
            for (var one : book.listOfIncidents(incidents)) kept.putIfAbsent(one.id(), one);
        }
        gone.keySet().forEach(kept::remove);
        kept.putAll(changed);
        return List.copyOf(kept.values());
    }

    private Instant begin() {
        var begin = now;
        for (var one : fresh) begin = earlier(begin, one.breach().since());
        for (var one : changed.values()) begin = earlier(begin, one.breach().since());
        for (var one : gone.values()) begin = earlier(begin, one.breach().since());
        return begin;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void write(List<Member> group, Map<Member, Kept> idOf, Set<Long> taken) {
        var known = group.stream().map(idOf::get).filter(Objects::nonNull).toList();
        var incident = known.stream()
                .map(Kept::incident)
                .filter(id -> !taken.contains(id))
                .min(Comparator.naturalOrder());
        var extent = extent(group);
        var id = incident.isPresent() ? incident.get() : book.open(extent, now);
        taken.add(id);
        incident.ifPresent(there -> book.change(there, extent, now));
        var added = group.stream()
                .filter(member -> !idOf.containsKey(member))
                .map(member -> new Fresh(member.rule(), member.series().key(), member.breach()))
                .toList();
        if (!added.isEmpty()) book.add(id, added);
        var moved = known.stream()
                .filter(one -> one.incident() != id || changed.containsKey(one.id()))
                .map(one -> new Kept(one.id(), id, one.rule(), one.version(), one.series(), one.breach()))
                .toList();
        if (!moved.isEmpty()) book.update(moved);
    }

    /** What an incident of these comes to. */
    static Extent extent(List<Member> group) {
        var rule = Scale.worst(group.stream().map(Member::rule).toList());
        var severeAt = Instant.MAX;
        var since = group.getFirst().breach().since();
        var raisedAt = group.getFirst().breach().raisedAt();
        var endedAt = Optional.of(Instant.MIN);
        var worst = Double.NaN;
        for (var member : group) {
            var breach = member.breach();
            since = earlier(since, breach.since());
            raisedAt = earlier(raisedAt, breach.raisedAt());
            endedAt = later(endedAt, breach.endedAt());
            if (!member.rule().equals(rule)) continue;
            severeAt = earlier(severeAt, breach.raisedAt());
            worst = Double.isNaN(worst) ? breach.worst() : worse(rule, worst, breach.worst());
        }
        var broken = group.stream().map(Member::rule).map(RuleVersion::of).collect(toSet());
        return new Extent(rule, severeAt, broken, since, raisedAt, endedAt, worst);
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.isEmpty() || other.isEmpty() ? Optional.empty() : one.get().isAfter(other.get()) ? one : other;
    }

    private static double worse(Rule rule, double one, double other) {
        return switch (rule.condition()) {
            case Condition.Beyond beyond -> beyond.comparison().worse(one, other);
            case Condition.Unusual unusual -> unusual.comparison().worse(one, other);
            case Condition.Changing changing -> Math.max(one, other);
            case Condition.Silent silent -> Double.NaN;
            case Condition.Doubtful doubtful -> Math.max(one, other);
        };
    }
}
