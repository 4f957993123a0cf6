package city.cockpit.ingest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import city.cockpit.history.Appended;
import city.cockpit.history.ReadingStore;
import city.cockpit.ingest.DeviceReport.Refused;
import city.cockpit.ingest.Interpreted.Speaker;
import city.cockpit.ingest.Interpreted.StatusChange;
import city.cockpit.ingest.RejectedMessageStore.Rejection;
import city.cockpit.ingest.Verdict.Rejected;
import city.cockpit.live.LiveCity;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.UnknownSeriesException;
import city.cockpit.mqtt.InboundMessage;
import city.cockpit.registry.SensorStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Brings a batch to rest, in this order: readings and refusals durable, counted, acknowledged, shown. While the database
 * is away it insists; a reading the database does not accept is found by halving and refused, the others go on.
 */
final class Committer {

    private static final Logger log = LoggerFactory.getLogger(Committer.class);

    private final ReadingStore history;
    private final RejectedMessageStore rejectedMessages;
    private final SensorStatus sensors;
    private final LiveCity city;
    private final IngestLedger ledger;
    private final Persistence database;
    private final List<DeviceWatch> watches;
    private final Map<SensorId, Instant> offline = new HashMap<>();

    Committer(
            ReadingStore history,
            RejectedMessageStore rejectedMessages,
            SensorStatus sensors,
            LiveCity city,
            IngestLedger ledger,
            Persistence database,
            List<DeviceWatch> watches) {
        this.history = history;
        this.rejectedMessages = rejectedMessages;
        this.sensors = sensors;
        this.city = city;
        this.ledger = ledger;
        this.database = database;
        this.watches = List.copyOf(watches);
    }

    /** Shows who took his leave in an earlier life of the cockpit; to be called before the first batch. */
    void restore() {
        offline.putAll(sensors.listOffline());
        offline.forEach(city::sensorOffline);
    }

    /**
     * Blocks until the batch is at rest.
     *
     * @throws InterruptedException the cockpit stops; nothing of the batch was counted or acknowledged
     */
    void commit(List<Interpreted> batch) throws InterruptedException {
        var outcome = new Outcome();
        append(batch.stream().flatMap(one -> one.readings().stream()).toList(), outcome);
        var rejections = rejections(batch, outcome);
        keep(rejections);
        for (var one : batch)
            if (one.status().isPresent()) remember(one, one.status().get());
        forgetLeaves(outcome.stored);
        count(batch, outcome);
        batch.forEach(one -> one.message().acknowledge());
        show(batch, outcome);
        report(batch, rejections);
    }

    private void append(List<Reading> readings, Outcome outcome) throws InterruptedException {
        if (readings.isEmpty()) return;
        try {
            var result = database.insist(() -> history.append(readings));
            outcome.add(result.value(), result.repeated());
        } catch (DataIntegrityViolationException | UnknownSeriesException e) {
            if (readings.size() == 1) {
                outcome.refuse(
                        readings.getFirst(),
                        RejectReason.NOT_STORABLE,
                        NestedExceptionUtils.getMostSpecificCause(e).toString());
                return;
            }
            append(readings.subList(0, readings.size() / 2), outcome);
            append(readings.subList(readings.size() / 2, readings.size()), outcome);
        }
    }

    private void keep(List<Rejection> rejections) throws InterruptedException {
        if (rejections.isEmpty()) return;
        try {
            database.insist(() -> {
                rejectedMessages.keep(rejections);
                return rejections;
            });
        } catch (DataIntegrityViolationException e) {
            log.error("Refused messages could not be kept", e);
        }
    }

    private void remember(Interpreted one, StatusChange change) throws InterruptedException {
        if (change.online()) online(change.sensor());
        else offline(change.sensor(), one.message().arrivedAt());
    }

    /** Who reports of a time after his leave is back, whether he said so or not. */
    private void forgetLeaves(List<Reading> stored) throws InterruptedException {
        if (offline.isEmpty()) return;
        for (var reading : stored) {
            var sensor = reading.series().sensor();
            var since = offline.get(sensor);
            if (since != null && reading.phenomenonTime().isAfter(since)) online(sensor);
        }
    }

    private void online(SensorId sensor) throws InterruptedException {
        database.insist(() -> {
            sensors.online(sensor);
            return sensor;
        });
        offline.remove(sensor);
    }

    private void offline(SensorId sensor, Instant since) throws InterruptedException {
        database.insist(() -> {
            sensors.offline(sensor, since);
            return sensor;
        });
        offline.put(sensor, since);
    }

    private void count(List<Interpreted> batch, Outcome outcome) {
        ledger.stored(outcome.stored.size());
        ledger.duplicate(outcome.duplicates);
        outcome.refused.forEach(late -> ledger.rejected(late.refusal().reason(), 1));
        for (var one : batch) one.rejected().forEach(refusal -> ledger.rejected(refusal.reason(), 1));
    }

    private void show(List<Interpreted> batch, Outcome outcome) {
        try {
            if (!outcome.visible.isEmpty()) city.stored(outcome.visible);
            for (var one : batch)
                one.status().ifPresent(change -> {
                    if (change.online()) city.sensorOnline(change.sensor());
                    else city.sensorOffline(change.sensor(), one.message().arrivedAt());
                });
        } catch (RuntimeException e) {
            log.error("Stored readings could not be shown", e);
        }
    }

    private void report(List<Interpreted> batch, List<Rejection> rejections) {
        if (watches.isEmpty()) return;
        try {
            var refused = new IdentityHashMap<InboundMessage, List<Refused>>();
            for (var one : rejections)
                refused.computeIfAbsent(one.message(), message -> new ArrayList<>())
                        .add(new Refused(one.reason(), one.detail(), one.readings()));
            var reports = batch.stream()
                    .flatMap(one -> one
                            .speaker()
                            .map(speaker -> report(one, speaker, refused.getOrDefault(one.message(), List.of())))
                            .stream())
                    .toList();
            watches.forEach(watch -> watch.heard(reports));
        } catch (RuntimeException e) {
            log.error("What devices said of themselves could not be told", e);
        }
    }

    private static DeviceReport report(Interpreted one, Speaker speaker, List<Refused> refused) {
        return new DeviceReport(
                speaker.sensor(), one.message().arrivedAt(), speaker.vitals(), newestTimed(one.readings()), refused);
    }

    /** By the clock of the device; whoever does not say the time has none. */
    private static Optional<Instant> newestTimed(List<Reading> readings) {
        return readings.stream()
                .filter(reading -> !reading.quality().has(Quality.TIMED_ON_ARRIVAL))
                .map(Reading::phenomenonTime)
                .max(Instant::compareTo);
    }

    private static List<Rejection> rejections(List<Interpreted> batch, Outcome outcome) {
        var late = outcome.refusals();
        var rejections = new ArrayList<Rejection>();
        for (var one : batch) {
            var sensor = one.speaker().map(Speaker::sensor);
            var refusals = new ArrayList<>(one.rejected());
            if (!late.isEmpty())
                for (var reading : one.readings()) if (late.containsKey(reading)) refusals.add(late.get(reading));
            refusals.stream()
                    .collect(groupingBy(Rejected::reason, LinkedHashMap::new, toList()))
                    .forEach((reason, same) -> rejections.add(new Rejection(
                            one.message(), sensor, reason, same.getFirst().detail(), same.size())));
        }
        return rejections;
    }

    /** What became of the readings of one batch. */
    private static final class Outcome {

        private final List<Reading> stored = new ArrayList<>();
        private final List<Reading> visible = new ArrayList<>();
        private final List<Late> refused = new ArrayList<>();
        private int duplicates;

        /** After a repetition a duplicate may be what the failed attempt stored, so it is shown as well. */
        void add(Appended appended, boolean repeated) {
            stored.addAll(appended.stored());
            visible.addAll(appended.stored());
            duplicates += appended.duplicates().size();
            if (repeated) visible.addAll(appended.duplicates());
            for (var conflict : appended.conflicts())
                refuse(
                        conflict.refused(),
                        RejectReason.CONFLICT,
                        "%s at %s is %s already, not %s"
                                .formatted(
                                        conflict.refused().series(),
                                        conflict.refused().phenomenonTime(),
                                        conflict.storedValue(),
                                        conflict.refused().value()));
        }

        void refuse(Reading reading, RejectReason reason, String detail) {
            refused.add(new Late(reading, new Rejected(reason, detail)));
        }

        Map<Reading, Rejected> refusals() {
            return refused.stream().collect(toMap(Late::reading, Late::refusal, (first, second) -> first));
        }
    }

    /** A reading that was good until the history refused it. */
    private record Late(Reading reading, Rejected refusal) {}
}
