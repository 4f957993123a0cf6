package city.cockpit.ingest.hook;

import city.cockpit.ingest.Intake;
import city.cockpit.ingest.JsonReader;
import city.cockpit.ingest.JsonReader.Json;
import city.cockpit.ingest.RejectReason;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.mqtt.InboundMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes messages that come by HTTP, as if they had come on {@code city/DEVICE}, and says so only once they are durable. Who
 * hears anything else may send the message again: what names its time is stored once. Any thread.
 */
@Component
class HookDoor implements WebHooks {

    private final Intake intake;
    private final JsonReader json;
    private final SeriesCatalog catalog;
    private final HookSettings settings;
    private final InstantSource clock;
    private final Semaphore room;
    private final Map<WebHook, Tally> tallies = new EnumMap<>(WebHook.class);

    HookDoor(Intake intake, JsonReader json, SeriesCatalog catalog, HookSettings settings, InstantSource clock) {
        this.intake = intake;
        this.json = json;
        this.catalog = catalog;
        this.settings = settings;
        this.clock = clock;
        room = new Semaphore(settings.atOnce());
        for (var hook : WebHook.values()) tallies.put(hook, new Tally());
    }

    /** What becomes of a message. */
    enum Outcome {
        /** What it holds is stored or refused, both for good. */
        DURABLE,
        /** It is larger than what is decoded. */
        TOO_LARGE,
        /** It is no JSON of this kind, or names no device. */
        NAMELESS,
        /** So many are under way that there is no room for it now. */
        BUSY,
        /** The database took it not, or not in time. */
        NOT_DURABLE
    }

    /** How much of a body is worth reading: a byte more than what is taken. */
    int longestRead() {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, intake.largest() + 1));
    }

    /**
     * Takes a message over and waits until it is durable, for the patience of the settings at most.
     *
     * @param header what the device says of itself in {@code X-Sensor}
     */
    Outcome take(WebHook hook, byte[] body, Optional<String> header) {
        var outcome = judge(hook, body, header);
        tally(hook).count(outcome, clock.instant());
        return outcome;
    }

    private Outcome judge(WebHook hook, byte[] body, Optional<String> header) {
        if (body.length > intake.largest()) return turnedAway(RejectReason.OVERSIZED, Outcome.TOO_LARGE);
        var device = device(hook, body, header);
        if (device.isEmpty()) return turnedAway(RejectReason.MALFORMED, Outcome.NAMELESS);
        if (intake.databaseAwaySince().isPresent()) return Outcome.NOT_DURABLE;
        if (!room.tryAcquire()) return Outcome.BUSY;
        try {
            return hand(hook, device.get(), body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.NOT_DURABLE;
        } finally {
            room.release();
        }
    }

    private Outcome turnedAway(RejectReason reason, Outcome outcome) {
        intake.turnedAway(reason);
        return outcome;
    }

    /** Of several names that of a registered device; if there is none, the first. */
    private Optional<SensorId> device(WebHook hook, byte[] body, Optional<String> header) {
        if (!(json.read(body) instanceof Json.Read(var root))) return Optional.empty();
        var names = hook.namesIn(root, header).stream()
                .flatMap(name -> SensorId.ofDevice(name.strip()).stream())
                .toList();
        return names.stream()
                .filter(name -> catalog.knows(catalog.sensorNamed(name)))
                .findFirst()
                .or(() -> names.stream().findFirst());
    }

    private Outcome hand(WebHook hook, SensorId device, byte[] body) throws InterruptedException {
        var parcel = new Parcel();
        var message = new InboundMessage(hook.connection(), "city/" + device, body, 1, false, clock.instant(), parcel);
        if (!intake.handle(message)) return Outcome.BUSY;
        return parcel.awaitDurable(settings.patience().toNanos()) ? Outcome.DURABLE : Outcome.NOT_DURABLE;
    }

    private Tally tally(WebHook hook) {
        var tally = tallies.get(hook);
        if (tally == null) throw new IllegalStateException("every web hook is counted");
        return tally;
    }

    @Override
    public Map<WebHook, Use> now() {
        var uses = new EnumMap<WebHook, Use>(WebHook.class);
        tallies.forEach((hook, tally) -> uses.put(hook, tally.use()));
        return uses;
    }

    /** A message on its way. Whose sender was sent away gives up its room where that is needed. */
    private static final class Parcel implements InboundMessage.Delivery {

        private final CountDownLatch durable = new CountDownLatch(1);
        private volatile boolean awaited = true;

        boolean awaitDurable(long nanos) throws InterruptedException {
            awaited = durable.await(nanos, TimeUnit.NANOSECONDS);
            return awaited;
        }

        @Override
        public void acknowledge() {
            durable.countDown();
        }

        @Override
        public boolean isOpen() {
            return awaited;
        }
    }

    private static final class Tally {

        private final AtomicLong taken = new AtomicLong();
        private final AtomicLong unusable = new AtomicLong();
        private final AtomicLong sentAway = new AtomicLong();
        private volatile @Nullable Instant lastAt;

        void count(Outcome outcome, Instant at) {
            switch (outcome) {
                case DURABLE -> taken.incrementAndGet();
                case TOO_LARGE, NAMELESS -> unusable.incrementAndGet();
                case BUSY, NOT_DURABLE -> sentAway.incrementAndGet();
            }
            lastAt = at;
        }

        Use use() {
            return new Use(taken.get(), unusable.get(), sentAway.get(), Optional.ofNullable(lastAt));
        }
    }
}
