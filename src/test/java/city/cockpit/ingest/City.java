package city.cockpit.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.history.Appended;
import city.cockpit.history.InMemoryReadings;
import city.cockpit.ingest.decode.CanonicalDecoder;
import city.cockpit.ingest.decode.ChirpstackDecoder;
import city.cockpit.ingest.decode.JsonFieldsDecoder;
import city.cockpit.ingest.decode.PlainNumberDecoder;
import city.cockpit.ingest.decode.SenmlDecoder;
import city.cockpit.ingest.decode.SensorCommunityDecoder;
import city.cockpit.ingest.decode.ShellyDecoder;
import city.cockpit.ingest.decode.TasmotaDecoder;
import city.cockpit.ingest.decode.ThingsStackDecoder;
import city.cockpit.ingest.decode.Zigbee2mqttDecoder;
import city.cockpit.live.CityPicture;
import city.cockpit.live.LiveCity;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.PlausibleRange;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.SeriesId;
import city.cockpit.mqtt.InboundMessage;
import city.cockpit.registry.InMemorySensorStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * A city with the whole pipeline, without broker, database and screens. Messages go through the real queue and the real
 * writer; what is asked of the city waits until all of them are settled.
 */
public final class City implements AutoCloseable {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** Every format of production. */
    static final List<Decoder> DECODERS = List.of(
            new CanonicalDecoder(),
            new SenmlDecoder(),
            new ChirpstackDecoder(),
            new ThingsStackDecoder(),
            new Zigbee2mqttDecoder(),
            new TasmotaDecoder(),
            new ShellyDecoder(),
            new SensorCommunityDecoder(),
            new PlainNumberDecoder(),
            new JsonFieldsDecoder());

    static final Duration RETENTION = Duration.ofDays(365);
    public static final Instant NOW = Instant.parse("2026-11-22T10:15:00Z");

    private final FakeCatalog catalog = new FakeCatalog();
    private final Database database = new Database(catalog);
    private final RejectedMessagesInMemory rejected = new RejectedMessagesInMemory();
    private final Tiles tiles = new Tiles();
    private final InMemorySensorStatus sensors = new InMemorySensorStatus();
    private final IngestLedger ledger = new IngestLedger();
    private final List<DeviceReport> reports = new CopyOnWriteArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final IngestPipeline pipeline;

    public City() {
        this(Map.of());
    }

    /** A city with settings below {@code cockpit.ingest}. */
    City(Map<String, String> settings) {
        var all = settings(settings);
        var json = new JsonReader(all);
        var checks = new Checks(catalog, (property, arrival) -> arrival.minus(RETENTION));
        var interpreter = new Interpreter(DECODERS, checks, json, new TownConventions(() -> BERLIN), all);
        pipeline = new IngestPipeline(
                all, interpreter, database, rejected, sensors, tiles, ledger, List.of(reports::addAll), () -> NOW);
    }

    static IngestSettings settings(Map<String, String> settings) {
        var quick = new HashMap<>(Map.of("cockpit.ingest.linger", "1ms", "cockpit.ingest.retry-at-most", "100ms"));
        settings.forEach((key, value) -> quick.put("cockpit.ingest." + key, value));
        return new Binder(new MapConfigurationPropertySource(quick))
                .bindOrCreate("cockpit.ingest", IngestSettings.class);
    }

    public City withSensor(String... series) {
        for (var one : series) catalog.add(one, "Marktplatz");
        return this;
    }

    /** The LoRaWAN device of the sensor tells on that port what it measures. */
    City withPort(String sensor, int port) {
        catalog.expectPort(new SensorId(sensor), port);
        return this;
    }

    City withSensorThatBelieves(String series, PlausibleRange plausible) {
        var usual = catalog.add(series, "Marktplatz");
        catalog.add(new Series(
                usual.key(),
                usual.id(),
                usual.property(),
                usual.interval(),
                usual.site(),
                usual.capacity(),
                usual.marks(),
                plausible,
                usual.simulated()));
        return this;
    }

    /** A sensor said goodbye in an earlier life of the cockpit. */
    City withSensorOffline(String sensor, Instant since) {
        sensors.offline(new SensorId(sensor), since);
        return this;
    }

    public City started() {
        pipeline.start();
        return this;
    }

    /** The cockpit stops; what it has not settled stays with the broker. */
    public void stops() {
        pipeline.stop();
    }

    Message receives(String topic, String payload) {
        return receives(topic, payload.getBytes(UTF_8));
    }

    Message receives(String topic, byte[] payload) {
        return receives(new Message(topic, payload, 1, false));
    }

    Message receivesRetained(String topic, String payload) {
        return receives(new Message(topic, payload.getBytes(UTF_8), 1, true));
    }

    Message receivesWithoutPromise(String topic, String payload) {
        return receives(new Message(topic, payload.getBytes(UTF_8), 0, false));
    }

    private Message receives(Message message) {
        messages.add(message);
        message.accepted = pipeline.handle(message.inbound);
        return message;
    }

    IngestMetrics metrics() {
        return new IngestMetrics(ledger, pipeline);
    }

    /** The begin of its pipeline. */
    public Intake intake() {
        return pipeline;
    }

    public SeriesCatalog catalog() {
        return catalog;
    }

    public Database database() {
        return database;
    }

    public Counts ledger() {
        settle();
        return ledger.counts();
    }

    public Counts ledgerNow() {
        return ledger.counts();
    }

    Optional<Reading> tile(String series) {
        settle();
        return Optional.ofNullable(tiles.newest.get(new SeriesId(series)));
    }

    public List<Reading> stored(String series) {
        settle();
        return database.all(series);
    }

    /** What the messages told of their devices, in the order of their arrival. */
    List<DeviceReport> deviceReports() {
        settle();
        return List.copyOf(reports);
    }

    public long rejectedMessagesOf(String topic) {
        return rejectedMessages().stream()
                .filter(message -> message.topic().equals(topic))
                .count();
    }

    List<RejectedMessage> rejectedMessages() {
        settle();
        return List.copyOf(rejected.kept);
    }

    Map<SensorId, Instant> offlineOnScreens() {
        settle();
        return Map.copyOf(tiles.offline);
    }

    Map<SensorId, Instant> offlineInRegistry() {
        settle();
        return sensors.listOffline();
    }

    /** Waits until every message the broker has to wait for is acknowledged and nothing is under way. */
    public void settle() {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> messages.stream().allMatch(Message::isDone)
                        && pipeline.waiting() == 0
                        && ledger.counts().pending() == 0);
    }

    /** The equation that holds at the end of every test. */
    void assertThatEveryReadingIsCountedOnce() {
        var counts = ledger.counts();
        assertThat(counts.stored() + counts.duplicate() + counts.rejected() + counts.pending())
                .as("%s", counts)
                .isEqualTo(counts.received());
        assertThat(counts.rejectedByReason().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(counts.rejected());
        assertThat(counts.pending()).isNotNegative();
        assertThat(database.rows()).as("rows").isEqualTo(counts.stored() + database.unheard.get());
    }

    @Override
    public void close() {
        pipeline.stop();
        assertThatEveryReadingIsCountedOnce();
    }

    public static Expected counts() {
        return new Expected(0, 0, 0, Map.of());
    }

    /** What a test expects of the ledger; the received readings follow from the rest. */
    public record Expected(long stored, long duplicate, long pending, Map<RejectReason, Long> rejected) {

        public Expected stored(long n) {
            return new Expected(n, duplicate, pending, rejected);
        }

        public Expected duplicate(long n) {
            return new Expected(stored, n, pending, rejected);
        }

        public Expected rejected(RejectReason reason, long n) {
            var all = new HashMap<>(rejected);
            all.put(reason, n);
            return new Expected(stored, duplicate, pending, all);
        }

        public Counts sum() {
            var allRejected =
                    rejected.values().stream().mapToLong(Long::longValue).sum();
            return new Counts(
                    stored + duplicate + allRejected + pending, stored, duplicate, allRejected, pending, rejected);
        }
    }

    /** A message and what the broker knows of it. */
    static final class Message implements InboundMessage.Delivery {

        private final InboundMessage inbound;
        private final AtomicInteger acknowledged = new AtomicInteger();
        private volatile boolean connected = true;
        private volatile boolean accepted;

        /** Of nobody who waits for an answer. */
        Message() {
            this("", new byte[0], 0, false);
        }

        Message(String topic, byte[] payload, int qos, boolean retained) {
            inbound = new InboundMessage("cockpit", topic, payload, qos, retained, NOW, this);
        }

        @Override
        public void acknowledge() {
            acknowledged.incrementAndGet();
        }

        @Override
        public boolean isOpen() {
            return connected;
        }

        void connectionIsLost() {
            connected = false;
        }

        boolean accepted() {
            return accepted;
        }

        boolean isAcknowledged() {
            return acknowledged.get() == 1;
        }

        boolean isDone() {
            return inbound.qos() == 0 || !accepted || acknowledged.get() > 0;
        }
    }

    /** The history, which can be away, or refuse a reading. */
    public static final class Database extends InMemoryReadings {

        private final FakeCatalog catalog;
        private volatile boolean away;
        private volatile boolean forgetful;
        private volatile Predicate<Reading> refused = reading -> false;
        private final AtomicInteger attempts = new AtomicInteger();
        private final AtomicInteger unheard = new AtomicInteger();

        Database(FakeCatalog catalog) {
            super(catalog);
            this.catalog = catalog;
        }

        public void goesAway() {
            away = true;
        }

        public void isBack() {
            away = false;
        }

        /** The next call is done but its answer is lost. */
        void losesItsNextAnswer() {
            forgetful = true;
        }

        void refuses(Predicate<Reading> reading) {
            refused = reading;
        }

        int attempts() {
            return attempts.get();
        }

        @Override
        public synchronized Appended append(List<Reading> readings) {
            attempts.incrementAndGet();
            if (away) throw new DataAccessResourceFailureException("the database is away");
            if (readings.stream().anyMatch(refused)) throw new DataIntegrityViolationException("out of range");
            var result = super.append(readings);
            if (!forgetful) return result;
            forgetful = false;
            unheard.addAndGet(result.stored().size());
            throw new DataAccessResourceFailureException("the answer is lost");
        }

        List<Reading> all(String series) {
            var id = new SeriesId(series);
            var ever = new Interval(Instant.EPOCH, NOW.plus(Duration.ofDays(1)));
            return readings(List.of(catalog.series(id)), ever).getOrDefault(id, List.of());
        }

        long rows() {
            return catalog.listSeries().stream()
                    .mapToLong(series -> all(series.id().value()).size())
                    .sum();
        }
    }

    private static final class RejectedMessagesInMemory implements RejectedMessageStore {

        private final List<RejectedMessage> kept = new CopyOnWriteArrayList<>();

        @Override
        public void keep(List<Rejection> rejections) {
            for (var one : rejections)
                kept.addFirst(new RejectedMessage(
                        one.message().arrivedAt(),
                        one.message().topic(),
                        Printable.textOrHex(one.message().payload()),
                        one.message().payload().length,
                        one.reason(),
                        one.detail(),
                        one.readings()));
        }
    }

    private static final class Tiles implements LiveCity {

        private final Map<SeriesId, Reading> newest = new ConcurrentHashMap<>();
        private final Map<SensorId, Instant> offline = new ConcurrentHashMap<>();

        @Override
        public void stored(Collection<Reading> readings) {
            for (var reading : readings)
                newest.merge(
                        reading.series(), reading, (a, b) -> b.phenomenonTime().isBefore(a.phenomenonTime()) ? a : b);
        }

        @Override
        public void sensorOffline(SensorId sensor, Instant since) {
            offline.put(sensor, since);
        }

        @Override
        public void sensorOnline(SensorId sensor) {
            offline.remove(sensor);
        }

        @Override
        public CityPicture picture() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CityPicture publicPicture() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Runnable subscribe(Consumer<CityPicture> listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void shown(Duration took) {
            // Nobody waits for these pictures.
        }
    }
}
