package city.cockpit.live;

import static java.util.stream.Collectors.toSet;

import city.cockpit.history.ReadingStore;
import city.cockpit.history.TodayNow;
import city.cockpit.history.UsualNow;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Thresholds;
import city.cockpit.measurement.WorkSites;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The picture of the city, filled from history at the start and kept by what the pipeline stores. */
@Component
class LivingCity implements LiveCity, SharedCity, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LivingCity.class);

    /** Bounds what is read from history at once: after a flood that is 7,200 seconds of each series. */
    private static final int SERIES_AT_ONCE = 20;

    /** The means of the picture are those of the last 60 minutes: most of them lie in the hour of their middle. */
    static final Duration MIDDLE = Duration.ofMinutes(30);

    private final SeriesCatalog catalog;
    private final ReadingStore history;
    private final Thresholds thresholds;
    private final UsualNow usual;
    private final TodayNow today;
    private final Optional<WorkSites> work;
    private final InstantSource clock;
    private final LateReadings late = new LateReadings();
    private final Pace pace = new Pace();
    private final Map<SeriesId, SeriesTrack> tracks = new ConcurrentHashMap<>();
    private final Summaries summaries;
    private final Summaries publicSummaries;
    private final List<Consumer<CityPicture>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Collection<Reading>>> others = new CopyOnWriteArrayList<>();
    private Collection<Series> known = List.of();
    private volatile Pictures pictures;
    private volatile @Nullable ScheduledExecutorService publisher;

    LivingCity(
            SeriesCatalog catalog,
            ReadingStore history,
            Thresholds thresholds,
            UsualNow usual,
            TodayNow today,
            Optional<WorkSites> work,
            InstantSource clock) {
        this.catalog = catalog;
        this.history = history;
        this.thresholds = thresholds;
        this.summaries = new Summaries(thresholds);
        this.publicSummaries = new Summaries(thresholds);
        this.usual = usual;
        this.today = today;
        this.work = work;
        this.clock = clock;
        catchUp();
        this.pictures = take(1);
    }

    /** The whole one, and what everybody may see of it: that is drawn when somebody wants to see it. */
    private final class Pictures {

        private final CityPicture whole;
        private @Nullable CityPicture open;

        Pictures(CityPicture whole) {
            this.whole = whole;
        }

        CityPicture whole() {
            return whole;
        }

        /** The same object as the whole one while nothing is internal. */
        CityPicture open() {
            synchronized (publicSummaries) {
                var drawn = open == null ? openPart(whole) : open;
                open = drawn;
                return drawn;
            }
        }
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
        return pictures.whole();
    }

    @Override
    public CityPicture publicPicture() {
        return pictures.open();
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
        catchUpNewcomers();
        var before = pictures.whole();
        var next = take(before.version() + 1);
        if (isSame(next.whole(), before)) return;
        pictures = next;
        for (var listener : listeners) tell(listener, next.whole());
    }

    private static boolean isSame(CityPicture next, CityPicture before) {
        return next.series().equals(before.series())
                && next.retired().equals(before.retired())
                && next.catchUp().equals(before.catchUp())
                && next.usual().equals(before.usual())
                && next.today().equals(before.today());
    }

    /** What was registered while the cockpit runs may have a past: sensors that come back, messages that were kept. */
    @SuppressWarnings("ReferenceEquality") // the catalog hands out the same list until something is registered
    private void catchUpNewcomers() {
        var all = catalog.listSeries();
        if (all == known) return;
        known = all;
        var newcomers =
                all.stream().filter(series -> !tracks.containsKey(series.id())).toList();
        if (newcomers.isEmpty()) return;
        newcomers.forEach(this::track);
        Thread.ofPlatform().name("live-newcomers").daemon().start(() -> catchUpSafely(newcomers));
    }

    private void catchUpSafely(List<Series> newcomers) {
        try {
            for (var from = 0; from < newcomers.size(); from += SERIES_AT_ONCE)
                catchUp(newcomers.subList(from, Math.min(newcomers.size(), from + SERIES_AT_ONCE)));
        } catch (DataAccessException e) {
            // Their next reading fills them; the rest comes with the next catching up.
            log.debug("The past of new series could not be read", e);
        }
    }

    private static void tell(Consumer<CityPicture> listener, CityPicture next) {
        try {
            listener.accept(next);
        } catch (RuntimeException e) {
            log.warn("A screen could not take the new picture of the city", e);
        }
    }

    private Pictures take(long version) {
        var now = clock.instant();
        var states = new LinkedHashMap<SeriesId, SeriesState>();
        var retired = new LinkedHashMap<SeriesId, SeriesState>();
        for (var series : catalog.listSeries())
            (series.isRetired() ? retired : states)
                    .put(series.id(), track(series).at(now));
        var usually = usual.at(now.minus(MIDDLE));
        var whole = new CityPicture(
                version,
                now,
                true,
                Collections.unmodifiableMap(states),
                summaries.of(states.values(), usually, now),
                late.look(now),
                usually,
                today.at(now),
                Collections.unmodifiableMap(retired));
        return new Pictures(whole);
    }

    private CityPicture openPart(CityPicture whole) {
        var series = open(whole.series());
        var retired = open(whole.retired());
        if (series.size() == whole.series().size()
                && retired.size() == whole.retired().size()) return whole;
        return new CityPicture(
                whole.version(),
                whole.at(),
                false,
                series,
                publicSummaries.of(series.values(), whole.usual(), whole.at()),
                whole.catchUp(),
                whole.usual(),
                whole.today(),
                retired);
    }

    private static Map<SeriesId, SeriesState> open(Map<SeriesId, SeriesState> states) {
        var open = new LinkedHashMap<>(states);
        open.values().removeIf(state -> !state.series().isPublic());
        return Collections.unmodifiableMap(open);
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

    /** Of a series that was changed, what it did stays. */
    private SeriesTrack track(Series registered) {
        var series = asItIs(registered);
        var track = tracks.computeIfAbsent(series.id(), id -> new SeriesTrack(series, Judge.of(series, thresholds)));
        if (!track.isOf(series)) track.be(series, Judge.of(series, thresholds));
        return track;
    }

    private Series asItIs(Series series) {
        return !series.isInMaintenance()
                        && work.filter(places -> places.isWorkedOn(series)).isPresent()
                ? series.inMaintenance()
                : series;
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
