package city.cockpit.citizens;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import city.cockpit.history.Resolution;
import city.cockpit.history.TimeSeries;
import city.cockpit.history.TimeSeriesQuery;
import city.cockpit.history.TimeSeriesStore;
import city.cockpit.live.LiveCity;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.Site;
import city.cockpit.measurement.TownSource;
import city.cockpit.sitefacts.Building;
import city.cockpit.sitefacts.ReferenceBuildings.Use;
import city.cockpit.sitefacts.SiteFactBook;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What buildings whose area is known have used for each square metre in the last twelve months, from their meters. */
@Component
class BuildingYears {

    private static final Duration FRESH = Duration.ofMinutes(15);

    /** Where no day is known yet, the past may be on its way. */
    private static final Duration SOON = Duration.ofMinutes(1);

    /** Before and after somebody said something of a building. */
    private static final int MOST_ANSWERS = 2;

    /** Who misses more days than one in ten has no year. */
    private static final double ENOUGH = 0.9;

    /** A year may begin that many days late, for example with a meter that was read at noon. */
    private static final int LATE = 2;

    private final LiveCity city;
    private final SiteFactBook facts;
    private final TimeSeriesStore history;
    private final TownSource town;
    private final InstantSource clock;
    private final Cache<Asked, List<Compared>> known = Caffeine.newBuilder()
            .expireAfter(Expiry.<Asked, List<Compared>>writing((asked, found) -> found.isEmpty() ? SOON : FRESH))
            .maximumSize(MOST_ANSWERS)
            .build();

    BuildingYears(LiveCity city, SiteFactBook facts, TimeSeriesStore history, TownSource town, InstantSource clock) {
        this.city = city;
        this.facts = facts;
        this.history = history;
        this.town = town;
        this.clock = clock;
    }

    /**
     * What the meters of a building say.
     *
     * @param perSquareMetre kWh in that span
     * @param from first day
     * @param to last day
     * @param isYear whether the span is the last twelve months with hardly a gap; else it must not be compared with a year
     */
    record Used(double perSquareMetre, LocalDate from, LocalDate to, boolean isYear) {}

    /** @param used nothing of what nobody measures there */
    record Compared(Site site, Building building, Map<Use, Used> used) {

        Compared {
            used = Map.copyOf(used);
        }
    }

    /**
     * By name; buildings without a meter are left out. Blocks.
     *
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    List<Compared> listBuildings() {
        var zone = town.town().zone();
        var today = clock.instant().atZone(zone).toLocalDate();
        var meters = city.publicPicture().series().values().stream()
                .map(SeriesState::series)
                .filter(series -> Use.ofMeter(series.property().key()).isPresent())
                .flatMap(series ->
                        facts.of(series.site().key()).building().map(building -> new Meter(series, building)).stream())
                .toList();
        return known.get(new Asked(meters, new Year(today.minusYears(1), today, zone)), this::read);
    }

    /** A series that counts, and the building where it does. */
    private record Meter(Series series, Building building) {}

    /** What the answer follows from, so that what somebody says of a building is seen at once. */
    private record Asked(List<Meter> meters, Year year) {}

    private List<Compared> read(Asked asked) {
        var days = days(asked.meters().stream().map(Meter::series).toList(), asked.year());
        return asked.meters().stream()
                .collect(groupingBy(meter -> meter.series().site()))
                .values()
                .stream()
                .map(meters -> compared(meters, days, asked.year()))
                .filter(one -> !one.used().isEmpty())
                .sorted(Comparator.comparing(one -> one.site().title()))
                .toList();
    }

    /** Twelve months up to last night. */
    private record Year(LocalDate from, LocalDate until, ZoneId zone) {

        private Interval span() {
            return new Interval(
                    from.atStartOfDay(zone).toInstant(),
                    until.atStartOfDay(zone).toInstant());
        }

        private LocalDate day(Instant moment) {
            return moment.atZone(zone).toLocalDate();
        }

        private boolean isFilledBy(LocalDate first, LocalDate last, long days) {
            return !first.isAfter(from.plusDays(LATE))
                    && !last.isBefore(until.minusDays(1 + LATE))
                    && days >= ENOUGH * (until.toEpochDay() - from.toEpochDay());
        }
    }

    private Map<Integer, TimeSeries> days(List<Series> meters, Year year) {
        var found = new ArrayList<TimeSeries>();
        for (var from = 0; from < meters.size(); from += TimeSeriesQuery.MOST_SERIES)
            found.addAll(history.read(
                    meters.subList(from, Math.min(meters.size(), from + TimeSeriesQuery.MOST_SERIES)),
                    year.span(),
                    Resolution.DAY));
        return found.stream().collect(toMap(one -> one.series().key(), one -> one));
    }

    private static Compared compared(List<Meter> meters, Map<Integer, TimeSeries> days, Year year) {
        var site = meters.getFirst().series().site();
        var building = meters.getFirst().building();
        var used = new EnumMap<Use, Used>(Use.class);
        for (var use : Use.values()) {
            var its = meters.stream()
                    .map(Meter::series)
                    .filter(series -> series.property().key().equals(use.meter()))
                    .flatMap(series -> Optional.ofNullable(days.get(series.key())).stream())
                    .toList();
            used(its, building, year).ifPresent(found -> used.put(use, found));
        }
        return new Compared(site, building, used);
    }

    /** Several meters count together, on the days on which all of them said something. */
    private static Optional<Used> used(List<TimeSeries> meters, Building building, Year year) {
        if (meters.isEmpty()) return Optional.empty();
        var sums = new HashMap<LocalDate, Day>();
        for (var meter : meters)
            for (var point : meter.points())
                if (point.value().isPresent())
                    sums.merge(year.day(point.from()), new Day(point.value().getAsDouble(), 1), Day::plus);
        var whole = sums.entrySet().stream()
                .filter(entry -> entry.getValue().meters() == meters.size())
                .toList();
        if (whole.isEmpty()) return Optional.empty();
        var first = whole.stream()
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var last = whole.stream()
                .map(Map.Entry::getKey)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var sum = whole.stream().mapToDouble(entry -> entry.getValue().sum()).sum();
        return Optional.of(
                new Used(sum / building.squareMetres(), first, last, year.isFilledBy(first, last, whole.size())));
    }

    private record Day(double sum, int meters) {

        private Day plus(Day other) {
            return new Day(sum + other.sum, meters + other.meters);
        }
    }
}
