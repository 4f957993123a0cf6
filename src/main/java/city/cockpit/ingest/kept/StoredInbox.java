package city.cockpit.ingest.kept;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.ingest.Decoded.Field;
import city.cockpit.ingest.Decoded.Observation;
import city.cockpit.ingest.MessageDecoding;
import city.cockpit.ingest.Printable;
import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.Units;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.mqtt.InboundMessage;
import city.cockpit.mqtt.InboundMessage.Delivery;
import city.cockpit.registry.SensorAliases;
import city.cockpit.registry.SensorAliases.Alias;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The inbox of this installation. */
@Component
class StoredInbox implements Inbox {

    private static final int LONGEST_NAME = 100;

    private final KeptMessageTable table;
    private final Groups groups;
    private final Rerunner rerunner;
    private final SeriesCatalog catalog;
    private final SensorAliases aliases;
    private final ObservedProperties properties;
    private final Shared<List<Alias>> assigned;
    private final MessageDecoding decoding;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    StoredInbox(
            KeptMessageTable table,
            Groups groups,
            Rerunner rerunner,
            SeriesCatalog catalog,
            SensorAliases aliases,
            ObservedProperties properties,
            MessageDecoding decoding,
            AuditTrail audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.table = table;
        this.groups = groups;
        this.rerunner = rerunner;
        this.catalog = catalog;
        this.aliases = aliases;
        this.properties = properties;
        this.assigned = new Shared<>(aliases::listAliases, clock);
        this.decoding = decoding;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public List<RefusalGroup> listSenders() {
        return groups.list().stream()
                .filter(group -> group.reason() == RejectReason.UNKNOWN_SENSOR)
                .toList();
    }

    @Override
    public List<Held> listNewest(long sender, int limit) {
        return table.listNewest(sender, limit).stream()
                .map(message -> new Held(message, values(message)))
                .toList();
    }

    private List<Found> values(KeptMessage message) {
        var found = new ArrayList<Found>();
        for (var decoded : decoding.decode(asReceived(message)))
            if (decoded instanceof Observation observation) found.add(found(observation));
            else if (decoded instanceof Field(var observation)) found.add(found(observation));
        return found;
    }

    private Found found(Observation observation) {
        var name = observation.property();
        var property = properties.find(name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
        var unit = Optional.ofNullable(observation.unit());
        var converted = unit.flatMap(
                        given -> property.map(known -> Units.converted(observation.value(), given, known.unit())))
                .orElse(OptionalDouble.empty());
        return new Found(
                Printable.line(name, LONGEST_NAME),
                property,
                converted.orElse(observation.value()),
                unit.filter(given -> converted.isEmpty()).map(given -> Printable.line(given, LONGEST_NAME)),
                observation.time(),
                observation.timedOnArrival());
    }

    private static InboundMessage asReceived(KeptMessage kept) {
        return new InboundMessage(
                kept.connection(),
                kept.topic(),
                kept.payload().bytes(),
                kept.qos(),
                kept.retained(),
                kept.arrivedAt(),
                NOBODY);
    }

    @Override
    public List<Candidate> listCandidates() {
        var bySensor = new TreeMap<SensorId, List<Series>>();
        for (var series : catalog.listSeries())
            if (!series.isRetired())
                bySensor.computeIfAbsent(series.id().sensor(), sensor -> new ArrayList<>())
                        .add(series);
        return bySensor.entrySet().stream()
                .map(entry -> new Candidate(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public List<Alias> listAssigned() {
        return assigned.get();
    }

    @Override
    public Optional<Supplier<Progress>> assign(SensorId name, SensorId sensor, String by) {
        var before = catalog.sensorNamed(name);
        var done = Optional.ofNullable(transaction.execute(status -> {
                    if (!aliases.assign(name, sensor, by)) return false;
                    var was = before.equals(name) ? "" : before.value();
                    audit.record(
                            by, Deed.SENDER_ASSIGNED, name.value(), List.of(new Change("sensor", was, sensor.value())));
                    return true;
                }))
                .orElse(false);
        if (!done) return Optional.empty();
        changed();
        return Optional.of(runAgain(name)::progress);
    }

    @Override
    public boolean unassign(SensorId name, String by) {
        var sensor = catalog.sensorNamed(name);
        var done = Optional.ofNullable(transaction.execute(status -> {
                    if (!aliases.unassign(name)) return false;
                    audit.record(
                            by,
                            Deed.SENDER_UNASSIGNED,
                            name.value(),
                            List.of(new Change("sensor", sensor.value(), "")));
                    return true;
                }))
                .orElse(false);
        changed();
        return done;
    }

    private void changed() {
        assigned.renew();
        groups.changed();
    }

    @Override
    public int delete(long sender, String by) {
        var name = listSenders().stream()
                .filter(group -> group.id() == sender)
                .map(RefusalGroup::sender)
                .findFirst()
                .orElse("");
        var deleted = Optional.ofNullable(transaction.execute(status -> {
                    var gone = table.forgetGroups(List.of(sender));
                    audit.record(by, Deed.MESSAGES_DELETED, name, StoredRejectedMessages.counted(gone));
                    return gone;
                }))
                .orElse(0);
        groups.changed();
        return deleted;
    }

    private Run runAgain(SensorId name) {
        return rerunner.start(table.listMessages(table.listGroups().stream()
                .filter(group -> group.reason() == RejectReason.UNKNOWN_SENSOR
                        && group.sender().equals(name.value()))
                .map(RefusalGroup::id)
                .toList()));
    }

    /**
     * Runs again what is kept of senders that are known by now: they were registered under their own name, another node
     * learned of the assignment later than this one, or the node that ran them again died.
     */
    void settleKnown() {
        if (rerunner.isBusy()) return;
        for (var group : table.listGroups())
            if (group.reason() == RejectReason.UNKNOWN_SENSOR && group.kept() > 0 && isKnown(group.sender())) {
                var messages = table.listMessages(List.of(group.id()));
                if (messages.isEmpty()) continue;
                audit.record(
                        AuditTrail.SYSTEM,
                        Deed.MESSAGES_RUN_AGAIN,
                        group.sender(),
                        StoredRejectedMessages.counted(messages.size()));
                rerunner.start(messages);
            }
    }

    private boolean isKnown(String name) {
        return SensorId.isWellFormed(name) && catalog.knows(catalog.sensorNamed(new SensorId(name)));
    }

    private static final Delivery NOBODY = new Delivery() {
        @Override
        public void acknowledge() {}

        @Override
        public boolean isOpen() {
            return false;
        }
    };
}
