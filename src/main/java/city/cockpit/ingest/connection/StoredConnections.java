package city.cockpit.ingest.connection;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.ingest.Conventions.Sender;
import city.cockpit.ingest.Decoder;
import city.cockpit.ingest.TopicPatterns;
import city.cockpit.ingest.connection.Wish.Password;
import city.cockpit.mqtt.BrokerConnections;
import city.cockpit.mqtt.ConnectionFailure;
import city.cockpit.mqtt.ConnectionFailure.Cause;
import city.cockpit.mqtt.ConnectionPlan;
import city.cockpit.mqtt.ConnectionProbe;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Connections in the database, see src/docs/decisions/0028-connections-while-running.md. */
@Component
class StoredConnections implements Connections {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConnectionTable table;
    private final PasswordSeal seal;
    private final Plans plans;
    private final ConnectionWatch watch;
    private final ConnectionProbe probe;
    private final List<Decoder> decoders;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    StoredConnections(
            ConnectionTable table,
            PasswordSeal seal,
            Plans plans,
            ConnectionWatch watch,
            ConnectionProbe probe,
            List<Decoder> decoders,
            AuditTrail audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.table = table;
        this.seal = seal;
        this.plans = plans;
        this.watch = watch;
        this.probe = probe;
        this.decoders = List.copyOf(decoders);
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Connection> list() {
        return table.list().stream().map(StoredConnection::connection).toList();
    }

    @Override
    public List<String> listFormats() {
        return decoders.stream().map(Decoder::format).sorted().toList();
    }

    @Override
    public Addition add(String name, Wish wish, String by) {
        if (!ConnectionPlan.isName(name) || name.equals(BrokerConnections.OF_THE_COCKPIT))
            return new Addition.NameTaken();
        var outcome = transaction.execute(status -> {
            if (table.mark().connections() >= BrokerConnections.MOST_OTHERS)
                return new Addition.TooMany(BrokerConnections.MOST_OTHERS);
            if (!table.add(name, wish, sealed(wish, null), clock.instant())) return new Addition.NameTaken();
            audit.record(by, Deed.CONNECTION_ADDED, name, Changes.of(wish));
            return new Addition.Added(table.find(name).orElseThrow().connection());
        });
        watch.look();
        return outcome;
    }

    @Override
    public Outcome change(String name, long seen, Wish wish, String by) {
        var outcome = transaction.execute(status -> table.findToChange(name)
                .map(stored -> change(stored, seen, wish, by))
                .orElseGet(Outcome.Gone::new));
        watch.look();
        return outcome;
    }

    private Outcome change(StoredConnection stored, long seen, Wish wish, String by) {
        if (stored.connection().version() != seen) return new Outcome.Overtaken(stored.connection());
        if (wish.password() instanceof Password.Kept && !stored.isMeantFor(wish)) return new Outcome.PasswordWanted();
        var changes = Changes.between(stored.wish(), wish);
        if (changes.isEmpty()) return new Outcome.Changed(stored.connection());
        table.change(
                stored.name(),
                wish,
                sealed(wish, stored.password().orElse(null)),
                stored.formerAfter(wish),
                clock.instant());
        audit.record(by, deed(stored.wish(), wish), stored.name(), changes);
        return new Outcome.Changed(table.find(stored.name()).orElseThrow().connection());
    }

    private static Deed deed(Wish before, Wish after) {
        if (before.enabled() && !after.enabled()) return Deed.CONNECTION_SWITCHED_OFF;
        return before.enabled() || !after.enabled() ? Deed.CONNECTION_CHANGED : Deed.CONNECTION_SWITCHED_ON;
    }

    private @Nullable String sealed(Wish wish, @Nullable String before) {
        return switch (wish.password()) {
            case Password.Kept() -> before;
            case Password.Typed(var text) -> text.isEmpty() ? null : seal.seal(text, wish);
        };
    }

    @Override
    public boolean remove(String name, String by) {
        var removed = transaction.execute(status -> {
            var stored = table.findToChange(name);
            if (stored.isEmpty()) return false;
            table.remove(name);
            var wish = stored.get().wish();
            audit.record(by, Deed.CONNECTION_REMOVED, name, List.of(new Change("broker", wish.address(), "")));
            return true;
        });
        watch.look();
        return removed;
    }

    @Override
    public Trial tryOut(Optional<String> name, Wish wish) {
        var stored = name.flatMap(table::find);
        if (wish.password() instanceof Password.Kept
                && !stored.map(it -> it.isMeantFor(wish)).orElse(true)) return new Trial.PasswordWanted();
        var password = switch (wish.password()) {
            case Password.Typed(var text) -> Optional.of(text);
            case Password.Kept() -> stored.map(plans::password).orElse(Optional.of(""));
        };
        if (password.isEmpty())
            return new Trial.Failed(new ConnectionFailure(Cause.PASSWORD_UNREADABLE, "encrypted with another key"));
        return tryOut(wish, password.get());
    }

    private Trial tryOut(Wish wish, String password) {
        try {
            return switch (probe.probe(plans.trial(wish, password), PATIENCE)) {
                case ConnectionProbe.Outcome.Failed(var failure) -> new Trial.Failed(failure);
                case ConnectionProbe.Outcome.Admitted(var filters, var topic) ->
                    new Trial.Admitted(filters, topic.map(first -> first(wish, first)));
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Trial.Failed(new ConnectionFailure(Cause.CUT, "the cockpit stops"));
        }
    }

    private static Trial.First first(Wish wish, String topic) {
        return new Trial.First(
                topic, new TopicPatterns(wish.topics()).senderOf(topic).map(Sender::sensor));
    }
}
