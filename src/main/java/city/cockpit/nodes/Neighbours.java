package city.cockpit.nodes;

import static java.util.stream.Collectors.toUnmodifiableMap;

import city.cockpit.live.LiveCity;
import city.cockpit.live.SharedCity;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.mqtt.Exchange;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other nodes what this one has stored, and shows what they did. Nothing that comes by the broker is believed
 * without the seal that only nodes can make. Any thread.
 */
final class Neighbours implements Exchange.Listener {

    static final String TOPICS = "cockpit/live/+";

    private static final Logger log = LoggerFactory.getLogger(Neighbours.class);
    private static final String TOPIC = "cockpit/live/";

    /** What is older is on no tile and in no line, unless nothing newer is known. */
    private static final Duration SHOWN = Duration.ofHours(25);

    private final UUID me;
    private final SharedCity city;
    private final LiveCity picture;
    private final SeriesCatalog catalog;
    private final Exchange exchange;
    private final Seal seal;
    private final Gaps gaps;
    private final InstantSource clock;
    private final Outbox outbox = new Outbox(Bulletin.MOST_READINGS);
    private volatile Numbered numbered = new Numbered(List.of(), Map.of());
    private long lastNumber;

    /** The series by the numbers they have in the database. */
    private record Numbered(List<Series> series, Map<Integer, Series> byKey) {}

    Neighbours(
            UUID me,
            SharedCity city,
            LiveCity picture,
            SeriesCatalog catalog,
            Exchange exchange,
            Seal seal,
            Gaps gaps,
            InstantSource clock) {
        this.me = me;
        this.city = city;
        this.picture = picture;
        this.catalog = catalog;
        this.exchange = exchange;
        this.seal = seal;
        this.gaps = gaps;
        this.clock = clock;
    }

    /** This node has stored readings. Never blocks. */
    void stored(Collection<Reading> readings) {
        var oldest = clock.instant().minus(SHOWN);
        outbox.add(readings.stream()
                .filter(reading -> reading.phenomenonTime().isAfter(oldest) || isNewest(reading))
                .toList());
    }

    private boolean isNewest(Reading reading) {
        var state = picture.picture().series().get(reading.series());
        return state == null
                || state.newest()
                        .map(newest -> !newest.phenomenonTime().isAfter(reading.phenomenonTime()))
                        .orElse(true);
    }

    /** Tells what was stored since the last time, if the broker is there. One thread; never blocks. */
    void tell() {
        if (!exchange.isOpen()) {
            gaps.missed();
            return;
        }
        var told = outbox.take();
        if (told.isEmpty()) return;
        var bulletin = new Bulletin(me, ++lastNumber, told.incomplete(), told.readings());
        exchange.tell(
                TOPIC + me, seal.seal(bulletin.write(id -> catalog.series(id).key())));
    }

    @Override
    public void opened() {
        gaps.missed();
    }

    @Override
    public void heard(byte[] message) {
        if (message.length <= Bulletin.MOST_BYTES) seal.open(message).ifPresent(this::heard);
    }

    /** A node of another version may say what this one does not understand. */
    private void heard(ByteBuffer content) {
        Bulletin.read(content, known()).ifPresentOrElse(this::heard, gaps::missed);
    }

    private void heard(Bulletin bulletin) {
        if (bulletin.sender().equals(me)) return;
        if (gaps.isNew(bulletin.sender(), bulletin.number(), bulletin.incomplete())) city.heard(bulletin.readings());
    }

    private IntFunction<Optional<Series>> known() {
        var series = catalog.listSeries();
        var known = numbered;
        if (!known.series().equals(series)) {
            known = new Numbered(
                    series, series.stream().collect(toUnmodifiableMap(Series::key, one -> one, (one, other) -> one)));
            numbered = known;
        }
        var byKey = known.byKey();
        return key -> Optional.ofNullable(byKey.get(key));
    }

    /** Something may have been stored that nobody has told. */
    void missed() {
        gaps.missed();
    }

    /** Looks into history when something was missed. Blocks then; one thread. */
    void catchUp() {
        if (!gaps.isDue()) return;
        city.catchUp();
        log.debug("Took over from history what other nodes have stored");
    }
}
