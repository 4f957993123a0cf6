package city.cockpit.alerts;

import city.cockpit.measurement.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What belongs to one cause: breaches of a rule that overlap in time, at one place or in the whole town as the rule says. Of
 * devices that fell silent those belong together that may have done so at the same moment: each did so after its last
 * reading and before its next one was due. See decision record 0056.
 */
final class Grouping {

    /** A reading may be half an interval late without anything being wrong. */
    private static final double DUE = 1.5;

    private Grouping() {}

    /** One series that broke a rule. */
    record Member(Rule rule, Series series, Breach breach) {}

    /**
     * The members of each incident, in the order in which they began; incidents by their first member.
     *
     * @param rule any of a scale
     */
    static List<List<Member>> of(Rule rule, List<Member> members) {
        var byPlace = new TreeMap<String, List<Member>>();
        for (var member : members)
            byPlace.computeIfAbsent(
                            rule.isTogether() ? "" : member.series().site().key(), place -> new ArrayList<>())
                    .add(member);
        Function<Member, Span> spans = rule.condition() instanceof Condition.Silent ? Grouping::fell : Grouping::lasted;
        return byPlace.values().stream()
                .flatMap(place -> merge(place, spans).stream())
                .sorted(Comparator.comparing(group -> group.getFirst().breach().since()))
                .toList();
    }

    private record Span(Instant from, Optional<Instant> until) {}

    private static Span lasted(Member member) {
        return new Span(member.breach().since(), member.breach().endedAt());
    }

    private static Span fell(Member member) {
        var since = member.breach().since();
        var interval = member.series().interval();
        return new Span(since, Optional.of(since.plus(Duration.ofMillis(Math.round(DUE * interval.toMillis())))));
    }

    private static List<List<Member>> merge(List<Member> members, Function<Member, Span> spans) {
        var groups = new ArrayList<List<Member>>();
        var reach = Optional.of(Instant.MIN);
        for (var member : members.stream()
                .sorted(Comparator.comparing((Member one) -> spans.apply(one).from())
                        .thenComparing(one -> one.series().id()))
                .toList()) {
            var span = spans.apply(member);
            var begins = groups.isEmpty()
                    || reach.map(until -> span.from().isAfter(until)).orElse(false);
            if (begins) groups.add(new ArrayList<>());
            groups.getLast().add(member);
            reach = begins ? span.until() : later(reach, span.until());
        }
        return groups;
    }

    /** Empty is never. */
    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.isEmpty() || other.isEmpty() ? Optional.empty() : one.get().isAfter(other.get()) ? one : other;
    }
}
