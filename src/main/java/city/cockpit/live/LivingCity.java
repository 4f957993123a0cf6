package city.cockpit.live;

import static java.util.stream.Collectors.toSet;

import city.cockpit.history.ReadingStore;
import city.cockpit.history.UsualNow;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The picture of the city, filled from history at the start and kept by what the pipeline stores. */
@Component
class LivingCity implements LiveCity, SharedCity, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LivingCity.class);

    /** Bounds what is read from history at once: after a flood that is 7,200 seconds of each series. */
    private static final int SERIES_AT_ONCE = 20;

    /** The means of the picture are those of the last 60 minutes: most of them lie in the hour of their middle. */
    private static final Duration MIDDLE = Duration.ofMinutes(30);

    private final SeriesCatalog catalog;
    private final ReadingStore history;
    private final Thresholds thresholds;
    private final UsualNow usual;
    private final InstantSource clock;
    private final LateReadings late = new LateReadings();
    private final Pace pace = new Pace();
    private final Map<SeriesId, SeriesTrack> tracks = new ConcurrentHashMap<>();
    private final Map<Domain, DomainTrack> summaries = new EnumMap<>(Domain.class);
    private final List<Consumer<CityPicture>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Collection<Reading>>> others = new CopyOnWriteArrayList<>();
    private volatile CityPicture picture;
    private volatile @Nullable ScheduledExecutorService publisher;

    LivingCity(
            SeriesCatalog catalog, ReadingStore history, Thresholds thresholds, UsualNow usual, InstantSource clock) {
        this.catalog = catalog;
        this.history = history;
        this.thresholds = thresholds;
        this.usual = usual;
        this.clock = clock;
        catchUp();
        this.picture = take(1);
    }

    @Override
    public void stored(Collection<Reading> readings) {
        var now = clock.instant();
        late.add(readings, now);
        for (var reading : readings) trackOf(reading).add(reading, now);
        for (var other : others) other.accept(readings);
    }

    @Override
    public void onStored(Consumer<Collection<Reading>> listener) {
        others.add(listener);
    }

    @Override
    public void heard(Collection<Reading> readings) {
        var now = clock.instant();
        for (var reading : readings)
            catalog.findSeries(reading.series())
                    .ifPresent(series -> track(series).hear(reading, now));
    }

    @Override
    public void catchUp() {
        var all = List.copyOf(catalog.listSeries());
        for (var from = 0; from < all.size(); from += SERIES_AT_ONCE)
            catchUp(all.subList(from, Math.min(all.size(), from + SERIES_AT_ONCE)));
    }

    /** However much the sensors have sent, history tells of it at most a second at a time. */
    private void catchUp(List<Series> series) {
        var now = clock.instant();
        var end = now.plus(SeriesTrack.DAY);
        var newest = history.newest(series);
        var believed = believedBefore(doubtsAmong(newest));
        // The hour of a count ends with the newest one, which may be most of an hour old.
        var hour = history.course(
                series, new Interval(now.minus(SeriesTrack.HOUR.multipliedBy(2)), end), Duration.ofSeconds(1));
        var day = history.course(series, new Interval(SeriesTrack.trailStart(now), end), Trail.STEP);
        for (var one : series)
            track(one)
                    .catchUp(
                            Stream.of(believed, newest)
                                    .flatMap(kept -> Stream.ofNullable(kept.get(one.id())))
                                    .toList(),
                            hour.getOrDefault(one.id(), List.of()),
                            day.getOrDefault(one.id(), List.of()),
                            now);
    }

    @Override
    public void sensorOffline(SensorId sensor, Instant since) {
        tracksOf(sensor).forEach(track -> track.offline(since));
    }

    @Override
    public void sensorOnline(SensorId sensor) {
        tracksOf(sensor).forEach(SeriesTrack::online);
    }

    @Override
    public Set<SensorId> listAway() {
        return sensorsWhere((_, track) -> track.isAway());
    }

    @Override
    public Set<SensorId> listHeardAfter(Map<SensorId, Instant> times) {
        if (times.isEmpty()) return Set.of();
        return sensorsWhere((sensor, track) -> {
            var time = times.get(sensor);
            return time != null && track.isHeardAfter(time);
        });
    }

    private Set<SensorId> sensorsWhere(BiPredicate<SensorId, SeriesTrack> condition) {
        return tracks.entrySet().stream()
                .filter(track -> condition.test(track.getKey().sensor(), track.getValue()))
                .map(track -> track.getKey().sensor())
                .collect(toSet());
    }

    @Override
    public CityPicture picture() {
        return picture;
    }

    @Override
    public Runnable subscribe(Consumer<CityPicture> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void shown(Duration took) {
        pace.shown(took);
    }

    /** Takes a new picture if anything changed and hands it to the listeners. One thread at a time. */
    void publish() {
        var next = take(picture.version() + 1);
        if (next.series().equals(picture.series())
                && next.catchUp().equals(picture.catchUp())
                && next.usual().equals(picture.usual())) return;
        picture = next;
        for (var listener : listeners) tell(listener, next);
    }

    private static void tell(Consumer<CityPicture> listener, CityPicture next) {
        try {
            listener.accept(next);
        } catch (RuntimeException e) {
            log.warn("A screen could not take the new picture of the city", e);
        }
    }

    private CityPicture take(long version) {
        var now = clock.instant();
        var states = new LinkedHashMap<SeriesId, SeriesState>();
        for (var series : catalog.listSeries())
            states.put(series.id(), track(series).at(now));
        return new CityPicture(
                version,
                now,
                Collections.unmodifiableMap(states),
                domains(states.values(), now),
                late.look(now),
                usual.at(now.minus(MIDDLE)));
    }

    private SequencedMap<Domain, DomainState> domains(Collection<SeriesState> states, Instant now) {
        var members = new EnumMap<Domain, List<SeriesState>>(Domain.class);
        for (var state : states)
            members.computeIfAbsent(state.series().property().domain(), domain -> new ArrayList<>())
                    .add(state);
        var result = new LinkedHashMap<Domain, DomainState>();
        members.forEach((domain, ofDomain) -> result.put(
                domain,
                summaries
                        .computeIfAbsent(domain, one -> new DomainTrack(one, thresholds))
                        .at(ofDomain, now)));
        return Collections.unmodifiableSequencedMap(result);
    }

    private static List<SeriesId> doubtsAmong(Map<SeriesId, Reading> newest) {
        return newest.values().stream()
                .filter(reading -> !reading.quality().isPlausible())
                .map(Reading::series)
                .toList();
    }

    /** What those last said that anybody believes. */
    private Map<SeriesId, Reading> believedBefore(List<SeriesId> doubted) {
        if (doubted.isEmpty()) return Map.of();
        return history.newestPlausible(doubted.stream().map(catalog::series).toList());
    }

    private SeriesTrack trackOf(Reading reading) {
        var known = tracks.get(reading.series());
        return known == null ? track(catalog.series(reading.series())) : known;
    }

    private SeriesTrack track(Series series) {
        return tracks.computeIfAbsent(series.id(), id -> new SeriesTrack(series, Judge.of(series, thresholds)));
    }

    private List<SeriesTrack> tracksOf(SensorId sensor) {
        return catalog.listSeries().stream()
                .filter(series -> series.id().sensor().equals(sensor))
                .map(this::track)
                .toList();
    }

    @Override
    public void start() {
        var thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("live-publisher").daemon().factory());
        publisher = thread;
        publishAfterAPause();
    }

    private void publishAfterAPause() {
        var thread = publisher;
        if (thread == null || thread.isShutdown()) return;
        try {
            var _ = thread.schedule(this::publishSafely, pace.pause().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // It was stopped at this moment.
        }
    }

    /** Without the next one every page would freeze. */
    private void publishSafely() {
        try {
            publish();
        } catch (RuntimeException e) {
            log.error("The picture of the city could not be renewed", e);
        } finally {
            publishAfterAPause();
        }
    }

    @Override
    public void stop() {
        var thread = publisher;
        if (thread != null) thread.shutdownNow();
        publisher = null;
    }

    @Override
    public boolean isRunning() {
        return publisher != null;
    }

    /** Before the broker connection, so that no reading finds a picture that stands still. */
    @Override
    public int getPhase() {
        return -100;
    }
}
