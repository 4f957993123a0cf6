package city.cockpit.live;

import static java.util.stream.Collectors.toMap;

import city.cockpit.history.Quarters;
import city.cockpit.history.ReadingStore;
import city.cockpit.history.TodayThen;
import city.cockpit.history.UsualThen;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.Thresholds;
import city.cockpit.measurement.TownSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads past days and keeps a few of them for a while, since whoever looks at one looks at many of its moments. */
@Component
class KeptDays implements PastCity {

    private static final int MOST_DAYS = 4;
    private static final long MOST_BYTES = 64L << 20;

    /** Late readings may change the past; today goes on. */
    private static final Duration RENEWED = Duration.ofMinutes(10);

    private static final Duration TODAY_RENEWED = Duration.ofMinutes(1);

    /** Of one statement, so that it takes a second or two. */
    private static final int SERIES_AT_ONCE = 1_000;

    private final SeriesCatalog catalog;
    private final ReadingStore history;
    private final Thresholds thresholds;
    private final UsualThen usual;
    private final TodayThen today;
    private final TownSource town;
    private final InstantSource clock;
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<LocalDate, Kept> days = new LinkedHashMap<>(MOST_DAYS, 0.75f, true);

    KeptDays(
            SeriesCatalog catalog,
            ReadingStore history,
            Thresholds thresholds,
            UsualThen usual,
            TodayThen today,
            TownSource town,
            InstantSource clock) {
        this.catalog = catalog;
        this.history = history;
        this.thresholds = thresholds;
        this.usual = usual;
        this.today = today;
        this.town = town;
        this.clock = clock;
    }

    private record Kept(PastDay day, ZoneId zone) {}

    @Override
    public PastDay day(LocalDate wanted) {
        var known = find(wanted);
        if (known.isPresent()) return known.get();
        reading.lock(); // One after the other; whoever waited finds it read.
        try {
            return find(wanted).orElseGet(() -> keep(read(wanted)));
        } finally {
            reading.unlock();
        }
    }

    private Optional<PastDay> find(LocalDate wanted) {
        synchronized (days) {
            return Optional.ofNullable(days.get(wanted))
                    .filter(kept -> kept.zone().equals(zone()) && isNew(kept.day()))
                    .map(Kept::day);
        }
    }

    private boolean isNew(PastDay day) {
        var isOver = PastDay.spanOf(day.day(), zone()).to().isBefore(day.readAt());
        return clock.instant().isBefore(day.readAt().plus(isOver ? RENEWED : TODAY_RENEWED));
    }

    private PastDay keep(PastDay day) {
        synchronized (days) {
            days.remove(day.day());
            days.put(day.day(), new Kept(day, zone()));
            var eldest = days.values().iterator();
            while (days.size() > MOST_DAYS || (days.size() > 1 && bytes() > MOST_BYTES)) {
                eldest.next();
                eldest.remove();
            }
        }
        return day;
    }

    private long bytes() {
        return days.values().stream().mapToLong(kept -> kept.day().bytes()).sum();
    }

    private PastDay read(LocalDate wanted) {
        var zone = zone();
        var now = clock.instant();
        var moments = new PastDay(wanted, zone, now, Map.of(), Map.of(), Map.of(), thresholds).moments();
        return new PastDay(
                wanted,
                zone,
                now,
                quarters(wanted, zone),
                byHour(moments, PastDay::usualHour, usual::usualAt),
                byHour(moments, PastDay::lastFullHour, today::dayUntil),
                thresholds);
    }

    private static <T> Map<Instant, T> byHour(
            List<Instant> moments, Function<Instant, Instant> hour, Function<Instant, T> read) {
        return moments.stream().map(hour).distinct().collect(toMap(Function.identity(), read));
    }

    private Map<Series, Quarters> quarters(LocalDate wanted, ZoneId zone) {
        var span = PastDay.spanOf(wanted, zone);
        var all = List.copyOf(catalog.listSeries());
        var told = new LinkedHashMap<Series, Quarters>();
        for (var from = 0; from < all.size(); from += SERIES_AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + SERIES_AT_ONCE));
            var quarters = history.quarters(some, span);
            for (var series : some) {
                var ofSeries = quarters.get(series.id());
                if (ofSeries != null && isPart(series, ofSeries, span)) told.put(series.inService(), ofSeries);
            }
        }
        return told;
    }

    /** Whoever is gone by now was there as long as it spoke. */
    private static boolean isPart(Series series, Quarters quarters, Interval span) {
        return !series.isRetired() || !quarters.in(span).isEmpty();
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return history.first(catalog.listSeries())
                .map(first -> first.atZone(zone()).toLocalDate());
    }

    private ZoneId zone() {
        return town.town().zone();
    }
}
