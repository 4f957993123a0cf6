package city.cockpit.preview;

import city.cockpit.history.Usual;
import city.cockpit.live.Assessment;
import city.cockpit.live.CatchUp;
import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.live.LiveCity;
import city.cockpit.live.SeriesState;
import city.cockpit.live.State;
import city.cockpit.live.Trail;
import city.cockpit.live.WeatherSign;
import city.cockpit.measurement.AveragedValue;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A small town whose picture a test or a person sets by hand. Sums up in the simplest way that looks plausible. */
public final class PreviewCity implements LiveCity {

    private static final Map<Domain, String> HEADLINES = new EnumMap<>(Map.of(
            Domain.PARKING, "parking_free",
            Domain.AIR, "pm2_5",
            Domain.UV, "uv_index",
            Domain.NOISE, "laeq",
            Domain.ENERGY, "power",
            Domain.WEATHER, "temperature",
            Domain.WATER, "water_level",
            Domain.CYCLING, "bicycles",
            Domain.TRAFFIC, "vehicles",
            Domain.LIGHTING, "light_power"));

    private final Thresholds thresholds = Thresholds.load();
    private final ObservedProperties properties = ObservedProperties.load();
    private final List<Consumer<CityPicture>> listeners = new CopyOnWriteArrayList<>();
    private final Map<SeriesId, SeriesState> states = new TreeMap<>();
    private final Map<SeriesId, SeriesState> retired = new TreeMap<>();
    private final AtomicInteger timesShown = new AtomicInteger();
    private final Map<SeriesId, Usual> usual = new HashMap<>();
    private Optional<CatchUp> catchUp = Optional.empty();
    private volatile CityPicture picture =
            new CityPicture(0, Instant.EPOCH, Map.of(), new LinkedHashMap<>(), Optional.empty(), Map.of());

    /** Registers a simulated series that has never reported. */
    public PreviewCity with(String id, String place, int intervalSeconds, OptionalInt capacity) {
        var series = new Series(
                states.size() + 1,
                new SeriesId(id),
                properties.find(new SeriesId(id).propertyKey()).orElseThrow(),
                Duration.ofSeconds(intervalSeconds),
                FakeCatalog.siteOf(place),
                capacity,
                List.of(),
                true);
        states.put(
                series.id(),
                new SeriesState(
                        series,
                        State.NO_DATA,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        noTrail()));
        return this;
    }

    /** A newest value of that state; a current one is judged as if it had been the same for an hour. */
    public PreviewCity reports(String id, double value, Instant at, State state) {
        return reports(id, value, at, state, noTrail());
    }

    public PreviewCity reports(String id, double value, Instant at, State state, Trail trail) {
        var key = new SeriesId(id);
        var series = Objects.requireNonNull(states.get(key), id).series();
        var assessment = thresholds
                .findLive(key.propertyKey())
                .filter(scheme -> state.isCurrent())
                .flatMap(scheme -> {
                    var judged = new AveragedValue(scheme.measure(), value);
                    return scheme.bandOf(judged).map(band -> new Assessment(scheme, judged, band));
                });
        states.put(
                key,
                new SeriesState(
                        series,
                        state,
                        Optional.of(new Reading(key, at, value, Quality.GOOD)),
                        Optional.empty(),
                        OptionalDouble.of(value),
                        OptionalDouble.empty(),
                        assessment,
                        trail));
        return this;
    }

    /** A newer value that is implausible, beside the newest plausible one. */
    public PreviewCity doubts(String id, double value, Instant at) {
        var before = Objects.requireNonNull(states.get(new SeriesId(id)), id);
        var doubt = new Reading(new SeriesId(id), at, value, Quality.IMPLAUSIBLE);
        states.put(
                new SeriesId(id),
                new SeriesState(
                        before.series(),
                        before.state(),
                        before.newest(),
                        Optional.of(doubt),
                        before.hourMean(),
                        before.hourSum(),
                        before.assessment(),
                        before.trail()));
        return this;
    }

    /** The newest value has the time of its arrival. */
    public PreviewCity timedOnArrival(String id) {
        var before = Objects.requireNonNull(states.get(new SeriesId(id)), id);
        states.put(
                new SeriesId(id),
                new SeriesState(
                        before.series(),
                        before.state(),
                        before.newest()
                                .map(reading -> new Reading(
                                        reading.series(),
                                        reading.phenomenonTime(),
                                        reading.value(),
                                        reading.quality().with(Quality.TIMED_ON_ARRIVAL))),
                        before.doubt(),
                        before.hourMean(),
                        before.hourSum(),
                        before.assessment(),
                        before.trail()));
        return this;
    }

    /** That median is usual at this hour. */
    public PreviewCity usually(String id, double median) {
        usual.put(new SeriesId(id), new Usual(median * 0.9, median, median * 1.1, 8));
        return this;
    }

    /** History is being filled in from the next picture on, or no longer. */
    public PreviewCity catchesUp(Optional<CatchUp> now) {
        catchUp = now;
        return this;
    }

    /** The device is gone; what it said last is known. */
    public PreviewCity retires(String id) {
        var before = Objects.requireNonNull(states.remove(new SeriesId(id)), id);
        var series = before.series();
        retired.put(
                series.id(),
                new SeriesState(
                        new Series(
                                series.key(),
                                series.id(),
                                series.property(),
                                series.interval(),
                                series.site(),
                                series.capacity(),
                                series.marks(),
                                series.plausible(),
                                series.simulated(),
                                true,
                                true,
                                false),
                        State.OFFLINE,
                        before.newest(),
                        before.doubt(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        noTrail()));
        return this;
    }

    public void clear() {
        catchUp = Optional.empty();
        retired.clear();
        states.clear();
        usual.clear();
    }

    public List<Series> listSeries() {
        return states.values().stream().map(SeriesState::series).toList();
    }

    public Series series(String id) {
        return listSeries().stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Makes the next picture of what was set and shows it to all who listen. */
    public CityPicture publish(Instant at) {
        var domains = new LinkedHashMap<Domain, DomainState>();
        for (var domain : Domain.values()) headline(domain).ifPresent(state -> domains.put(domain, state));
        picture = new CityPicture(
                picture.version() + 1,
                at,
                true,
                Map.copyOf(states),
                domains,
                catchUp,
                Map.copyOf(usual),
                Map.of(),
                Map.copyOf(retired));
        listeners.forEach(listener -> listener.accept(picture));
        return picture;
    }

    private Optional<DomainState> headline(Domain domain) {
        var known = states.values().stream()
                .filter(state -> state.series().property().key().equals(HEADLINES.get(domain)))
                .toList();
        if (known.isEmpty()) return Optional.empty();
        var current = known.stream().filter(state -> state.state().isCurrent()).toList();
        var speaking = current.isEmpty() ? known : current;
        var sums = domain == Domain.PARKING || domain == Domain.ENERGY;
        var worst = speaking.stream()
                .max(Comparator.comparingDouble(
                        state -> state.newest().map(Reading::value).orElse(-1.0)))
                .orElseThrow();
        var leading = sums ? speaking : List.of(worst);
        var state = leading.stream()
                .map(SeriesState::state)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return Optional.of(new DomainState(
                domain,
                worst.series().property(),
                state == State.NO_DATA ? Optional.empty() : Optional.of(value(leading)),
                sums ? capacity(leading) : OptionalInt.empty(),
                sums ? Optional.empty() : worst.assessment(),
                Optional.empty(),
                List.of(),
                domain == Domain.WEATHER && state.isCurrent()
                        ? WeatherSign.of(value(leading).value(), Double.NaN, Double.NaN, Optional.empty())
                        : Optional.empty(),
                leading.stream().map(leader -> leader.series().id()).toList(),
                leading.size() == 1 ? Optional.of(leading.getFirst().series().place()) : Optional.empty(),
                state,
                leading.stream()
                        .flatMap(leader -> leader.newest().stream())
                        .map(Reading::phenomenonTime)
                        .min(Comparator.naturalOrder()),
                current.size(),
                known.size(),
                (int) known.stream().filter(one -> one.doubt().isPresent()).count(),
                0,
                List.of(),
                sum(leading),
                true,
                leading.stream()
                        .flatMap(leader -> leader.newest().stream())
                        .anyMatch(reading -> reading.quality().has(Quality.TIMED_ON_ARRIVAL))));
    }

    private DomainState.Headline value(List<SeriesState> leading) {
        var averaged = leading.getFirst()
                .assessment()
                .map(judged -> judged.scheme().measure().averaging())
                .filter(averaging -> averaging == Averaging.HOUR)
                .isPresent();
        return new DomainState.Headline(
                leading.stream()
                        .flatMap(leader -> leader.newest().stream())
                        .mapToDouble(Reading::value)
                        .sum(),
                averaged ? DomainState.Over.HOUR_MEAN : DomainState.Over.MOMENT);
    }

    private static OptionalInt capacity(List<SeriesState> leading) {
        var sum = leading.stream()
                .flatMapToInt(leader -> leader.series().capacity().stream())
                .sum();
        return sum == 0 ? OptionalInt.empty() : OptionalInt.of(sum);
    }

    private static Trail sum(List<SeriesState> leading) {
        return new Trail(
                leading.getFirst().trail().start(),
                IntStream.range(0, Trail.LENGTH)
                        .mapToObj(quarter -> leading.stream()
                                        .allMatch(leader -> leader.trail()
                                                .means()
                                                .get(quarter)
                                                .isPresent())
                                ? OptionalDouble.of(leading.stream()
                                        .mapToDouble(leader -> leader.trail()
                                                .means()
                                                .get(quarter)
                                                .orElseThrow())
                                        .sum())
                                : OptionalDouble.empty())
                        .toList());
    }

    static Trail noTrail() {
        return new Trail(
                Instant.EPOCH,
                IntStream.range(0, Trail.LENGTH)
                        .mapToObj(quarter -> OptionalDouble.empty())
                        .toList());
    }

    @Override
    public void stored(Collection<Reading> readings) {
        throw new UnsupportedOperationException("this town is set by hand");
    }

    @Override
    public void sensorOffline(SensorId sensor, Instant since) {
        throw new UnsupportedOperationException("this town is set by hand");
    }

    @Override
    public void sensorOnline(SensorId sensor) {
        throw new UnsupportedOperationException("this town is set by hand");
    }

    @Override
    public CityPicture picture() {
        return picture;
    }

    @Override
    public CityPicture publicPicture() {
        return picture;
    }

    @Override
    public Runnable subscribe(Consumer<CityPicture> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void shown(Duration took) {
        timesShown.incrementAndGet();
    }

    /** How often somebody said how long a picture took to show. */
    public int timesShown() {
        return timesShown.get();
    }
}
