package city.cockpit.preview;

import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.kept.Inbox;
import city.cockpit.ingest.kept.KeptMessage;
import city.cockpit.ingest.kept.Payload;
import city.cockpit.ingest.kept.Progress;
import city.cockpit.ingest.kept.RefusalGroup;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.registry.SensorAliases.Alias;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessResourceFailureException;

/** Senders that a test or a person sets by hand, to be assigned to the sensors of a made-up town. */
public final class PreviewInbox implements Inbox {

    private final PreviewCity city;
    private final ObservedProperties properties = ObservedProperties.load();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Alias> assigned = new ArrayList<>();
    private boolean away;
    private long ids;

    private record Entry(RefusalGroup sender, Held newest) {}

    PreviewInbox(PreviewCity city) {
        this.city = city;
    }

    /** A sender whose newest message names one value; the number of the sender is the answer. */
    public synchronized long add(String name, String property, double value, String payload, Instant at) {
        var topic = "city/" + name;
        var sender = new RefusalGroup(
                ++ids, RejectReason.UNKNOWN_SENSOR, name, "", at.minusSeconds(3_600), at, 15, 15, 15, "cockpit", topic);
        var message = new KeptMessage(
                new UUID(1, ids),
                at,
                "cockpit",
                topic,
                1,
                false,
                new Payload(payload.getBytes(StandardCharsets.UTF_8)),
                name);
        var found = new Found(property, properties.find(property), value, Optional.empty(), at, false);
        entries.addFirst(new Entry(sender, new Held(message, List.of(found))));
        return ids;
    }

    /** A sender on a topic of its own format. */
    public synchronized void send(String name, String topic, String payload, Instant at) {
        entries.removeIf(entry -> entry.sender().sender().equals(name));
        var sender = new RefusalGroup(
                ++ids, RejectReason.UNKNOWN_SENSOR, name, "", at.minusSeconds(3_600), at, 15, 15, 15, "cockpit", topic);
        var message = new KeptMessage(
                new UUID(1, ids),
                at,
                "cockpit",
                topic,
                1,
                false,
                new Payload(payload.getBytes(StandardCharsets.UTF_8)),
                name);
        entries.addFirst(new Entry(sender, new Held(message, List.of())));
    }

    public synchronized void clear() {
        entries.clear();
        assigned.clear();
        away = false;
    }

    /** From now on the database does not answer. */
    public synchronized void goAway() {
        away = true;
    }

    private void ask() {
        if (away) throw new DataAccessResourceFailureException("the database is away");
    }

    @Override
    public synchronized List<RefusalGroup> listSenders() {
        ask();
        return entries.stream().map(Entry::sender).toList();
    }

    @Override
    public synchronized List<Held> listNewest(long sender, int limit) {
        ask();
        return entries.stream()
                .filter(entry -> entry.sender().id() == sender)
                .map(Entry::newest)
                .toList();
    }

    @Override
    public List<Candidate> listCandidates() {
        var bySensor = new TreeMap<SensorId, List<Series>>();
        for (var series : city.listSeries())
            bySensor.computeIfAbsent(series.id().sensor(), sensor -> new ArrayList<>())
                    .add(series);
        return bySensor.entrySet().stream()
                .map(entry -> new Candidate(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public synchronized List<Alias> listAssigned() {
        ask();
        return List.copyOf(assigned);
    }

    @Override
    public synchronized Optional<Supplier<Progress>> assign(SensorId name, SensorId sensor, String by) {
        ask();
        if (listCandidates().stream().noneMatch(one -> one.sensor().equals(sensor))) return Optional.empty();
        entries.removeIf(entry -> entry.sender().sender().equals(name.value()));
        assigned.add(new Alias(name, sensor, Instant.EPOCH, by));
        return Optional.of(() -> new Progress(15, 15, 0, 0, true));
    }

    @Override
    public synchronized boolean unassign(SensorId name, String by) {
        ask();
        return assigned.removeIf(alias -> alias.name().equals(name));
    }

    @Override
    public synchronized int delete(long sender, String by) {
        ask();
        return entries.removeIf(entry -> entry.sender().id() == sender) ? 15 : 0;
    }
}
