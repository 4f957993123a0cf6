package city.cockpit.live;

import city.cockpit.history.Quarters;
import city.cockpit.history.Quarters.Quarter;
import city.cockpit.history.Step;
import city.cockpit.history.Today;
import city.cockpit.history.Usual;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Thresholds;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One day of the city as it was, quarter by quarter, in memory: what it shows is made by the same tracks and sums as the
 * living picture. Immutable; any thread. See decision record 0066 for what the past does not tell.
 */
public final class PastDay {

    /** From one moment to the next. */
    public static final Duration STEP = Quarters.LENGTH;

    /** What is said of a series begins a day before: with the line on its tile. */
    static final Duration LEAD = SeriesTrack.DAY;

    /** A word that was said lingers a little; so far back somebody has to listen. */
    private static final int QUARTERS_LISTENED = 4;

    /** What is older is on no tile but as the newest value. */
    private static final Duration LISTENED = LEAD.plus(Quarters.LENGTH.multipliedBy(QUARTERS_LISTENED));

    private static final int PICTURES_KEPT = 6;
    private static final AtomicLong VERSIONS = new AtomicLong();

    private final LocalDate day;
    private final List<Instant> moments;
    private final Instant readAt;
    private final Interval span;
    private final Map<Series, Quarters> told;
    private final Map<Instant, Map<SeriesId, Usual>> usual;
    private final Map<Instant, Map<SeriesId, Today>> today;
    private final Thresholds thresholds;
    private final Cache<Instant, CityPicture> pictures =
            Caffeine.newBuilder().maximumSize(PICTURES_KEPT).build();

    /**
     * @param readAt nothing later is known
     * @param told of the span that {@link #spanOf} says
     * @param usual by the begin of the hour
     * @param today by the end of its last full hour
     */
    PastDay(
            LocalDate day,
            ZoneId zone,
            Instant readAt,
            Map<Series, Quarters> told,
            Map<Instant, Map<SeriesId, Usual>> usual,
            Map<Instant, Map<SeriesId, Today>> today,
            Thresholds thresholds) {
        this.day = day;
        this.readAt = readAt;
        this.span = spanOf(day, zone);
        this.moments = Stream.iterate(
                        day.atStartOfDay(zone).toInstant(),
                        moment -> moment.isBefore(span.to()) && !moment.isAfter(readAt),
                        moment -> moment.plus(Quarters.LENGTH))
                .toList();
        this.told = told;
        this.usual = usual;
        this.today = today;
        this.thresholds = thresholds;
    }

    /** What has to be known to show that day. */
    static Interval spanOf(LocalDate day, ZoneId zone) {
        var start = day.atStartOfDay(zone).toInstant();
        return new Interval(
                start.minus(LEAD), day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The hour of which is said what was usual. */
    static Instant usualHour(Instant moment) {
        return moment.minus(LivingCity.MIDDLE).truncatedTo(ChronoUnit.HOURS);
    }

    static Instant lastFullHour(Instant moment) {
        return moment.truncatedTo(ChronoUnit.HOURS);
    }

    public LocalDate day() {
        return day;
    }

    /** Each quarter from midnight on, as long as the day was when it was read: 92, 96 or 100 on days that are over. */
    public List<Instant> moments() {
        return moments;
    }

    Instant readAt() {
        return readAt;
    }

    /** About how much memory it takes. */
    long bytes() {
        return told.values().stream().mapToLong(Quarters::bytes).sum();
    }

    /** The whole city at one of the moments, of what was measured before it. Takes no question to anybody. */
    public CityPicture at(Instant moment) {
        return pictures.get(moment, this::take);
    }

    private CityPicture take(Instant moment) {
        var tracks = new HashMap<SeriesId, SeriesTrack>();
        var summaries = new Summaries(thresholds);
        var usually = usual.getOrDefault(usualHour(moment), Map.of());
        var from = notBeforeTheSpan(moment.minus(LISTENED));
        for (var back = QUARTERS_LISTENED; back > 0; back--) {
            var to = moment.minus(Quarters.LENGTH.multipliedBy(back));
            listen(tracks, from, to);
            var at = justBefore(to);
            summaries.of(states(tracks, track -> track.glance(at)).values(), usually, at);
            from = to;
        }
        listen(tracks, from, moment);
        var states = states(tracks, track -> track.at(justBefore(moment)));
        return new CityPicture(
                VERSIONS.decrementAndGet(),
                moment,
                true,
                Collections.unmodifiableMap(states),
                summaries.of(states.values(), usually, justBefore(moment)),
                Optional.empty(),
                usually,
                today.getOrDefault(lastFullHour(moment), Map.of()),
                Map.of());
    }

    private Instant notBeforeTheSpan(Instant moment) {
        return moment.isBefore(span.from()) ? span.from() : moment;
    }

    /** The quarter that ends with the moment is the newest one. */
    private static Instant justBefore(Instant moment) {
        return moment.minus(1, ChronoUnit.MICROS);
    }

    private void listen(Map<SeriesId, SeriesTrack> tracks, Instant from, Instant to) {
        if (!from.isBefore(to)) return;
        var part = new Interval(from, to);
        told.forEach((series, quarters) -> {
            var known = tracks.get(series.id());
            var heard = quarters.in(part);
            if (known == null && heard.isEmpty() && quarters.newestBefore(from).isEmpty()) return;
            var track = known == null ? new SeriesTrack(series, Judge.of(series, thresholds)) : known;
            if (known == null || !heard.isEmpty())
                track.catchUp(
                        newest(known == null ? quarters.newestBefore(from) : Optional.empty(), heard),
                        hour(series, heard, to),
                        heard.stream()
                                .filter(quarter -> quarter.samples() > 0)
                                .map(PastDay::step)
                                .toList(),
                        justBefore(to));
            tracks.put(series.id(), track);
        });
    }

    private static List<Reading> newest(Optional<Reading> before, List<Quarter> heard) {
        var readings = new ArrayList<Reading>();
        before.ifPresent(readings::add);
        for (var quarter : heard) {
            quarter.newest().ifPresent(readings::add);
            quarter.doubt().ifPresent(readings::add);
        }
        return readings;
    }

    private static Step step(Quarter quarter) {
        return step(quarter, quarter.start());
    }

    private static Step step(Quarter quarter, Instant start) {
        return new Step(start, quarter.mean(), quarter.mean(), quarter.mean(), quarter.samples());
    }

    /** For the mean of the last hour each quarter stands where its newest reading does. */
    private static List<Step> hour(Series series, List<Quarter> heard, Instant to) {
        var from = to.minus(SeriesTrack.HOUR.multipliedBy(2));
        var shift = series.property().kind() == Kind.TALLY ? 1 : 0;
        return heard.stream()
                .filter(quarter -> !quarter.start().isBefore(from))
                .flatMap(quarter -> quarter.newest().stream()
                        .map(newest -> step(
                                quarter,
                                newest.phenomenonTime()
                                        .minus(shift, ChronoUnit.MICROS)
                                        .truncatedTo(ChronoUnit.SECONDS))))
                .toList();
    }

    private Map<SeriesId, SeriesState> states(
            Map<SeriesId, SeriesTrack> tracks, Function<SeriesTrack, SeriesState> look) {
        var states = new LinkedHashMap<SeriesId, SeriesState>();
        for (var series : told.keySet()) {
            var track = tracks.get(series.id());
            if (track != null) states.put(series.id(), look.apply(track));
        }
        return states;
    }
}
