package city.cockpit.live;

import city.cockpit.live.DomainState.Headline;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Sums up the series of one domain for its tile. */
final class DomainSummary {

    private DomainSummary() {}

    /** @param states of all series of the domain, at least one */
    static DomainState of(Domain domain, List<SeriesState> states, Instant now) {
        var rule = Objects.requireNonNull(HeadlineRule.RULES.get(domain));
        var candidates = candidates(rule, states);
        var pool = pool(candidates);
        var chosen = pool.isEmpty() ? List.<SeriesState>of() : rule.choose(pool);
        var property =
                (chosen.isEmpty() ? candidates : chosen).getFirst().series().property();
        var assessment = chosen.size() == 1 ? chosen.getFirst().assessment() : Optional.<Assessment>empty();
        return new DomainState(
                domain,
                property,
                headline(chosen, assessment),
                capacity(chosen),
                assessment,
                (chosen.isEmpty() ? candidates : chosen)
                        .stream().map(state -> state.series().id()).toList(),
                chosen.size() == 1 ? Optional.of(chosen.getFirst().series().place()) : Optional.empty(),
                chosen.stream().map(SeriesState::state).min(State::compareTo).orElse(State.NO_DATA),
                chosen.stream()
                        .flatMap(state -> state.newest().stream())
                        .map(Reading::phenomenonTime)
                        .min(Instant::compareTo),
                places(candidates.stream()
                        .filter(state -> state.state().isCurrent())
                        .toList()),
                places(candidates),
                trail(chosen, now),
                chosen.stream().anyMatch(state -> state.series().simulated()));
    }

    /** The series the headline may speak of: those of its property, for air those that a norm judges; else all. */
    private static List<SeriesState> candidates(HeadlineRule rule, List<SeriesState> states) {
        var fitting = states.stream()
                .filter(state -> isOfProperty(rule.propertyKey(), state)
                        || (rule instanceof HeadlineRule.Worst
                                && state.assessment().isPresent()))
                .toList();
        if (!fitting.isEmpty()) return fitting;
        ObservedProperty first = states.getFirst().series().property();
        return states.stream().filter(state -> isOfProperty(first.key(), state)).toList();
    }

    private static boolean isOfProperty(String key, SeriesState state) {
        return state.series().property().key().equals(key);
    }

    /** The most current series that have a value: live and delayed ones together, else stale ones, else offline ones. */
    private static List<SeriesState> pool(List<SeriesState> candidates) {
        var current =
                candidates.stream().filter(state -> state.state().isCurrent()).toList();
        if (!current.isEmpty()) return current;
        var best = candidates.stream()
                .map(SeriesState::state)
                .min(State::compareTo)
                .orElse(State.NO_DATA);
        return candidates.stream()
                .filter(state -> state.state() == best && state.newest().isPresent())
                .toList();
    }

    private static Optional<Headline> headline(List<SeriesState> chosen, Optional<Assessment> assessment) {
        if (chosen.isEmpty()) return Optional.empty();
        var averaged = assessment.filter(judged -> judged.norm().averaging() == Averaging.HOUR);
        if (averaged.isPresent()) return Optional.of(new Headline(averaged.get().value(), true));
        var sum = chosen.stream()
                .flatMap(state -> state.newest().stream())
                .mapToDouble(Reading::value)
                .sum();
        return Optional.of(new Headline(sum, false));
    }

    /** Only where every chosen place tells its capacity: half of it would be a lie. */
    private static OptionalInt capacity(List<SeriesState> chosen) {
        if (chosen.isEmpty()
                || chosen.stream().anyMatch(state -> state.series().capacity().isEmpty())) return OptionalInt.empty();
        return OptionalInt.of(chosen.stream()
                .mapToInt(state -> state.series().capacity().getAsInt())
                .sum());
    }

    private static int places(List<SeriesState> states) {
        return (int) states.stream()
                .map(state -> state.series().id().sensor())
                .distinct()
                .count();
    }

    /**
     * The trail of the headline. Of a sum, a place that said nothing in a quarter counts with what it said before; the sum
     * begins where every place has spoken.
     */
    private static Trail trail(List<SeriesState> chosen, Instant now) {
        if (chosen.size() == 1) return chosen.getFirst().trail();
        var means = new ArrayList<OptionalDouble>(Trail.LENGTH);
        var last = new OptionalDouble[chosen.size()];
        Arrays.fill(last, OptionalDouble.empty());
        for (var quarter = 0; quarter < Trail.LENGTH; quarter++) {
            var spoken = false;
            for (var place = 0; place < last.length; place++) {
                var mean = chosen.get(place).trail().means().get(quarter);
                if (mean.isPresent()) {
                    last[place] = mean;
                    spoken = true;
                }
            }
            means.add(spoken ? sum(last) : OptionalDouble.empty());
        }
        return new Trail(SeriesTrack.trailStart(now), means);
    }

    private static OptionalDouble sum(OptionalDouble[] parts) {
        var sum = 0.0;
        for (var part : parts) {
            if (part.isEmpty()) return OptionalDouble.empty();
            sum += part.getAsDouble();
        }
        return parts.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }
}
