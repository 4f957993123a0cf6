package city.cockpit.citizens;

import city.cockpit.ingest.Counts;
import city.cockpit.live.CityPicture;
import city.cockpit.live.LiveCity;
import city.cockpit.measurement.TownSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What became of the readings of today: since midnight in the town, or since this process began if that was later. Looked at
 * every ten seconds at most, so that the line of it costs no page a message for each picture. Any thread may read.
 */
public final class DayLedger {

    private static final Duration PACE = Duration.ofSeconds(10);

    private final Supplier<Counts> counts;
    private final TownSource town;
    private final Instant begin;
    private Counts before;
    private LocalDate day;
    private Instant since;
    private volatile Today today;

    /**
     * The counts of a day.
     *
     * @param since from when on they count
     * @param begin when the process began
     */
    record Today(Instant since, Instant begin, Instant at, long received, long stored, long rejected) {}

    /** @param counts of the process since it began */
    public DayLedger(LiveCity city, Supplier<Counts> counts, TownSource town, Instant begin) {
        this.counts = counts;
        this.town = town;
        this.begin = begin;
        this.before = none();
        this.day = dayOf(begin);
        this.since = begin;
        this.today = new Today(begin, begin, Instant.EPOCH, 0, 0, 0);
        var _ = city.subscribe(this::listen);
        look(city.picture().at());
    }

    Today today() {
        return today;
    }

    /** On the one thread that publishes pictures. */
    private void listen(CityPicture picture) {
        if (!picture.at().isBefore(today.at().plus(PACE))) look(picture.at());
    }

    private synchronized void look(Instant now) {
        var all = counts.get();
        if (!dayOf(now).equals(day)) {
            before = all;
            day = dayOf(now);
            since = day.atStartOfDay(town.town().zone()).toInstant();
        }
        today = new Today(
                since,
                begin,
                now,
                all.received() - before.received(),
                all.stored() - before.stored(),
                all.rejected() - before.rejected());
    }

    private LocalDate dayOf(Instant time) {
        return time.atZone(town.town().zone()).toLocalDate();
    }

    private static Counts none() {
        return new Counts(0, 0, 0, 0, 0, Map.of());
    }
}
