package city.cockpit.live;

import city.cockpit.history.Usual;
import city.cockpit.live.DomainState.Headline;
import city.cockpit.live.DomainState.Index;
import city.cockpit.live.DomainState.Over;
import city.cockpit.measurement.AveragedValue;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Thresholds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sums up the series of one domain for its tile, again only when one of them changed. One thread at a time. */
final class DomainTrack {

    private final Domain domain;
    private final Thresholds thresholds;
    private final HeadlineRule rule;
    private final Places places = new Places();
    private List<SeriesState> members = List.of();
    private Map<SeriesId, Usual> usual = Map.of();
    private @Nullable DomainState state;

    DomainTrack(Domain domain, Thresholds thresholds) {
        this.domain = domain;
        this.thresholds = thresholds;
        this.rule = Objects.requireNonNull(HeadlineRule.RULES.get(domain));
    }

    /**
     * How the domain stands now; the same object as before while no member is a new one. That is enough, because the
     * members change with the quarter that a trail begins with.
     *
     * @param states of all series of the domain, at least one
     * @param usually what is usual at this hour; the same object as long as it is the same
     */
    @SuppressWarnings("ReferenceEquality") // what is usual is read once in a while for all series
    DomainState at(List<SeriesState> states, Map<SeriesId, Usual> usually, Instant now) {
        var before = state;
        if (before != null && usually == usual && isSame(states, members)) return before;
        usual = usually;
        var next = newState(states, now, Optional.ofNullable(before));
        members = List.copyOf(states);
        state = next;
        return next;
    }

    /** By identity: a track hands out the same object while its series did not change. */
    @SuppressWarnings("ReferenceEquality") // equality would compare 96 quarters of each series with every picture
    private static boolean isSame(List<SeriesState> states, List<SeriesState> before) {
        return states.size() == before.size()
                && IntStream.range(0, states.size()).allMatch(i -> states.get(i) == before.get(i));
    }

    private DomainState newState(List<SeriesState> states, Instant now, Optional<DomainState> before) {
        var candidates = candidates(states);
        var pool = pool(candidates);
        var chosen = pool.isEmpty() ? List.<SeriesState>of() : rule.choose(pool);
        var leading = chosen.isEmpty() ? candidates : chosen;
        var assessment = assessment(states, chosen, before.flatMap(DomainState::assessment));
        var headline = headline(chosen);
        var figures = Figures.of(domain, states, chosen);
        var inService = places(inService(candidates));
        return new DomainState(
                domain,
                leading.getFirst().series().property(),
                headline,
                capacity(chosen),
                assessment,
                index(states, chosen),
                figures,
                sign(headline, figures, chosen, before.flatMap(DomainState::sign)),
                leading.stream().map(member -> member.series().id()).toList(),
                chosen.size() == 1 ? Optional.of(chosen.getFirst().series().place()) : Optional.empty(),
                leading.stream().map(SeriesState::state).min(State::compareTo).orElse(State.NO_DATA),
                chosen.stream()
                        .flatMap(member -> member.newest().stream())
                        .map(Reading::phenomenonTime)
                        .min(Instant::compareTo),
                places(rule instanceof HeadlineRule.HourSum ? current(chosen) : current(candidates)),
                inService,
                places(inService(candidates).stream()
                        .filter(member -> member.doubt().isPresent())
                        .toList()),
                places(candidates) - inService,
                unusual(states),
                trail(chosen, now),
                chosen.stream().anyMatch(member -> member.series().simulated()),
                chosen.stream()
                        .flatMap(member -> member.newest().stream())
                        .anyMatch(reading -> reading.quality().has(Quality.TIMED_ON_ARRIVAL)));
    }

    private Optional<WeatherSign> sign(
            Optional<Headline> headline, List<Figure> figures, List<SeriesState> chosen, Optional<WeatherSign> before) {
        if (domain != Domain.WEATHER || current(chosen).isEmpty()) return Optional.empty();
        return WeatherSign.of(
                headline.map(Headline::value).orElse(Double.NaN),
                figure(figures, Figure.Name.WIND_SPEED),
                figure(figures, Figure.Name.PRECIPITATION),
                before);
    }

    private static double figure(List<Figure> figures, Figure.Name name) {
        return figures.stream()
                .filter(figure -> figure.name() == name)
                .mapToDouble(Figure::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The series the headline may speak of: those of its property, of air all that its index knows; else all of the first. */
    private List<SeriesState> candidates(List<SeriesState> states) {
        var fitting = states.stream().filter(this::isCandidate).toList();
        if (!fitting.isEmpty()) return fitting;
        var first = states.getFirst().series().property().key();
        return states.stream().filter(member -> isOf(first, member)).toList();
    }

    private boolean isCandidate(SeriesState member) {
        return isOf(rule.propertyKey(), member)
                || (rule instanceof HeadlineRule.Worst
                        && thresholds.findLive(member.series().property().key()).isPresent());
    }

    private static List<SeriesState> inService(List<SeriesState> states) {
        return states.stream()
                .filter(member -> member.state() != State.MAINTENANCE)
                .toList();
    }

    private List<SeriesId> unusual(List<SeriesState> states) {
        return states.stream()
                .flatMap(member -> AgainstUsual.of(member, usual).stream())
                .filter(AgainstUsual::stands)
                .sorted(Comparator.comparingDouble((AgainstUsual compared) -> Math.abs(compared.difference()))
                        .reversed())
                .map(AgainstUsual::series)
                .toList();
    }

    private static boolean isOf(String key, SeriesState member) {
        return member.series().property().key().equals(key);
    }

    /** The most current series that have a value: live and delayed ones together, else stale ones, else offline ones. */
    private static List<SeriesState> pool(List<SeriesState> candidates) {
        var current = current(candidates);
        if (!current.isEmpty()) return current;
        var told = candidates.stream()
                .filter(member -> member.newest().isPresent())
                .toList();
        var best = told.stream().map(SeriesState::state).min(State::compareTo);
        return told.stream()
                .filter(member -> Optional.of(member.state()).equals(best))
                .toList();
    }

    private static List<SeriesState> current(List<SeriesState> states) {
        return states.stream().filter(member -> member.state().isCurrent()).toList();
    }

    private Optional<Headline> headline(List<SeriesState> chosen) {
        if (chosen.isEmpty()) return Optional.empty();
        if (rule instanceof HeadlineRule.HourSum
                && chosen.stream().allMatch(member -> member.hourSum().isPresent()))
            return Optional.of(new Headline(
                    chosen.stream()
                            .mapToDouble(member -> member.hourSum().getAsDouble())
                            .sum(),
                    Over.HOUR_SUM));
        var hour = judgement(chosen.getFirst())
                .filter(judged -> judged.scheme().measure().averaging() == Averaging.HOUR);
        if (hour.isPresent()) return Optional.of(new Headline(hour.get().value().value(), Over.HOUR_MEAN));
        if (rule instanceof HeadlineRule.Loudest && chosen.getFirst().hourMean().isPresent())
            return Optional.of(new Headline(chosen.getFirst().hourMean().getAsDouble(), Over.HOUR_MEAN));
        return Optional.of(new Headline(Figures.sum(chosen), Over.MOMENT));
    }

    private Optional<Assessment> assessment(
            List<SeriesState> states, List<SeriesState> chosen, Optional<Assessment> before) {
        if (chosen.stream().noneMatch(member -> member.state().isCurrent())) return Optional.empty();
        return switch (domain) {
            case PARKING -> freeShare(chosen, before);
            case LIGHTING -> faults(states, before);
            case AIR, UV, WATER -> judgement(chosen.getFirst());
            case NOISE, WEATHER, CYCLING, TRAFFIC, ENERGY -> Optional.empty();
        };
    }

    /** Of its domain a tile says what a published scheme or a mark of the place says; a scale of the town tells of its property. */
    private static Optional<Assessment> judgement(SeriesState speaking) {
        var series = speaking.series();
        return speaking.assessment()
                .filter(judged ->
                        series.property().scale().isEmpty() || !series.marks().isEmpty());
    }

    private Optional<Assessment> freeShare(List<SeriesState> chosen, Optional<Assessment> before) {
        var capacity = capacity(chosen).orElse(0);
        if (capacity == 0) return Optional.empty();
        return thresholds
                .findLive(Judge.FREE_SHARE)
                .flatMap(scheme -> Assessment.of(
                        scheme, Judge.freeShare(scheme.measure(), Figures.sum(chosen), capacity), before));
    }

    private Optional<Assessment> faults(List<SeriesState> states, Optional<Assessment> before) {
        var reported = current(
                states.stream().filter(member -> isOf(Figures.FAULTS, member)).toList());
        if (reported.isEmpty()) return Optional.empty();
        var property = reported.getFirst().series().property();
        return thresholds
                .findLive(Figures.FAULTS)
                .flatMap(scheme -> Assessment.of(
                        scheme, AveragedValue.of(property, Averaging.INSTANT, Figures.sum(reported)), before));
    }

    /** What the index knows of the place that speaks. */
    private Optional<Index> index(List<SeriesState> states, List<SeriesState> chosen) {
        if (domain != Domain.AIR || chosen.isEmpty()) return Optional.empty();
        var speaking = chosen.getFirst();
        return judgement(speaking).map(judged -> {
            var scheme = judged.scheme().origin().scheme();
            var measured = states.stream()
                    .filter(member ->
                            member.series().site().equals(speaking.series().site()))
                    .flatMap(member -> member.assessment().stream())
                    .filter(other -> other.scheme().origin().scheme().equals(scheme))
                    .map(other -> other.value().measure())
                    .distinct()
                    .count();
            return new Index((int) measured, thresholds.listLive(scheme).size());
        });
    }

    /** Only where every chosen place tells its capacity: half of it would be a lie. */
    private static OptionalInt capacity(List<SeriesState> chosen) {
        if (chosen.isEmpty()
                || chosen.stream().anyMatch(member -> member.series().capacity().isEmpty())) return OptionalInt.empty();
        return OptionalInt.of(chosen.stream()
                .mapToInt(member -> member.series().capacity().getAsInt())
                .sum());
    }

    private int places(List<SeriesState> states) {
        return places.count(states);
    }

    /**
     * The trail of the headline. Of a sum, a place that said nothing in a quarter counts with what it said before; the sum
     * begins where every place has spoken. Of counts, a quarter needs all of them.
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
                if (mean.isPresent() || isTally(chosen.get(place).series().property())) last[place] = mean;
                spoken |= mean.isPresent();
            }
            means.add(spoken ? sum(last) : OptionalDouble.empty());
        }
        return new Trail(SeriesTrack.trailStart(now), means);
    }

    private static boolean isTally(ObservedProperty property) {
        return property.kind() == Kind.TALLY;
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
