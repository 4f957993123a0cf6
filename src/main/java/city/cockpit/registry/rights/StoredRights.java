package city.cockpit.registry.rights;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.registry.Phase;
import city.cockpit.registry.Sensors;
import city.cockpit.secret.Secrets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts in the database, see src/docs/decisions/0048-rights-of-devices.md. */
@Component
class StoredRights implements Rights {

    private final DeviceAccountTable table;
    private final KnownAccounts known;
    private final BrokerKeeper keeper;
    private final Sensors sensors;
    private final SeriesCatalog catalog;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    StoredRights(
            DeviceAccountTable table,
            KnownAccounts known,
            ObjectProvider<BrokerKeeper> keeper,
            Sensors sensors,
            SeriesCatalog catalog,
            AuditTrail audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.table = table;
        this.known = known;
        this.keeper = keeper.getIfAvailable(BrokerKeeper.Embedded::new);
        this.sensors = sensors;
        this.catalog = catalog;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Account> listAccounts() {
        return known.listAccounts();
    }

    @Override
    public Optional<Account> find(String name) {
        return known.findAccount(name);
    }

    @Override
    public Optional<Account> findOf(SensorId sensor) {
        return known.findOf(sensor);
    }

    @Override
    public List<String> listTopics(SensorId sensor, String topicName) {
        return FormatTopics.ofDevice(known.format(sensor), topicName);
    }

    /** LoRaWAN devices and those of a maker are known by a number; it is their name in topics where it fits the sensor. */
    @Override
    public String topicName(SensorId sensor) {
        return sensors.find(sensor)
                .map(found -> found.device().serial())
                .filter(serial -> isNameOf(serial, sensor))
                .orElse(sensor.value());
    }

    private boolean isNameOf(String name, SensorId sensor) {
        return FormatTopics.isNameOf(name, sensor)
                || SensorId.ofDevice(name)
                        .filter(id -> catalog.sensorNamed(id).equals(sensor) && FormatTopics.isNameOf(name, id))
                        .isPresent();
    }

    @Override
    public Outcome admit(SensorId sensor, String topicName, String clientId, String by) {
        var found = sensors.find(sensor);
        if (found.isEmpty() || found.get().phase() == Phase.RETIRED) return new Outcome.Gone();
        if (!isNameOf(topicName, sensor) || !Account.isClientId(clientId)) return new Outcome.Unfit();
        if (sensor.value().startsWith("cockpit")) return new Outcome.Taken();
        return make(sensor.value(), Optional.of(sensor), by, name -> {
            table.describe(name, "", topicName, clientId, List.of(), clock.instant());
            return List.of(new Change("topic-name", "", topicName), new Change("client-id", "", clientId));
        });
    }

    @Override
    public Outcome admitGateway(Gateway gateway, String by) {
        return make(gateway.name(), Optional.empty(), by, name -> {
            describe(gateway);
            return List.of(
                    new Change("topics", "", String.join(" ", gateway.filters())),
                    new Change("client-id", "", gateway.clientId()));
        });
    }

    private void describe(Gateway gateway) {
        table.describe(gateway.name(), gateway.title(), "", gateway.clientId(), gateway.filters(), clock.instant());
    }

    private Outcome make(String name, Optional<SensorId> sensor, String by, Function<String, List<Change>> described) {
        return inTransaction(status -> {
            if (!table.add(name, sensor, clock.instant())) return new Outcome.Taken();
            var changes = described.apply(name);
            var outcome = newPassword(name);
            if (!(outcome instanceof Outcome.Given)) {
                status.run();
                return outcome;
            }
            audit.record(by, Deed.BROKER_ACCOUNT_MADE, name, changes);
            return outcome;
        });
    }

    private Outcome newPassword(String name) {
        var password = Secrets.random();
        table.password(name, PasswordHash.of(password), clock.instant());
        var row = table.findToChange(name).orElseThrow();
        if (clientIdIsTaken(row)) return new Outcome.Taken();
        return keeper.give(row, password) ? new Outcome.Given(known.account(row), password) : new Outcome.BrokerAway();
    }

    private boolean clientIdIsTaken(AccountRow row) {
        return !row.clientId().isEmpty() && known.isOfAnother(row.clientId(), row.name());
    }

    @Override
    public Outcome changeDevice(SensorId sensor, long seen, String topicName, String clientId, String by) {
        if (!isNameOf(topicName, sensor) || !Account.isClientId(clientId)) return new Outcome.Unfit();
        return findOf(sensor)
                .map(account -> change(account.name(), seen, by, before -> {
                    table.describe(
                            before.name(), before.title(), topicName, clientId, before.filters(), clock.instant());
                    return differences(
                            new Change("topic-name", before.topicName(), topicName),
                            new Change("client-id", before.clientId(), clientId));
                }))
                .orElseGet(Outcome.Gone::new);
    }

    @Override
    public Outcome changeGateway(Gateway gateway, long seen, String by) {
        return change(gateway.name(), seen, by, before -> {
            describe(gateway);
            return differences(
                    new Change("title", before.title(), gateway.title()),
                    new Change("topics", String.join(" ", before.filters()), String.join(" ", gateway.filters())),
                    new Change("client-id", before.clientId(), gateway.clientId()));
        });
    }

    private static List<Change> differences(Change... changes) {
        var differences = new ArrayList<Change>();
        for (var change : changes) if (!change.before().equals(change.after())) differences.add(change);
        return differences;
    }

    private Outcome change(String name, long seen, String by, Function<AccountRow, List<Change>> changing) {
        return inTransaction(status -> {
            var before = table.findToChange(name);
            if (before.isEmpty()) return new Outcome.Gone();
            if (before.get().version() != seen) return new Outcome.Overtaken(known.account(before.get()));
            var changes = changing.apply(before.get());
            var after = table.findToChange(name).orElseThrow();
            if (clientIdIsTaken(after)) {
                status.run();
                return new Outcome.Taken();
            }
            if (!changes.isEmpty()) audit.record(by, Deed.BROKER_ACCOUNT_CHANGED, name, changes);
            return new Outcome.Done(known.account(after));
        });
    }

    @Override
    public Outcome rotate(String name, String by) {
        return inTransaction(undo -> {
            if (table.findToChange(name).isEmpty()) return new Outcome.Gone();
            var outcome = newPassword(name);
            if (outcome instanceof Outcome.Given) audit.record(by, Deed.BROKER_PASSWORD_MADE, name);
            else undo.run();
            return outcome;
        });
    }

    @Override
    public Outcome lock(String name, String by) {
        return lock(name, true, Deed.BROKER_ACCOUNT_LOCKED, by);
    }

    @Override
    public Outcome unlock(String name, String by) {
        return lock(name, false, Deed.BROKER_ACCOUNT_UNLOCKED, by);
    }

    private Outcome lock(String name, boolean locked, Deed deed, String by) {
        return inTransaction(undo -> {
            var before = table.findToChange(name);
            if (before.isEmpty()) return new Outcome.Gone();
            if (before.get().locked() != locked) {
                table.lock(name, locked, clock.instant());
                audit.record(by, deed, name);
            }
            return new Outcome.Done(known.account(table.findToChange(name).orElseThrow()));
        });
    }

    @Override
    public Outcome remove(String name, String by) {
        return inTransaction(undo -> {
            if (name.equals(Account.SHARED) || table.findToChange(name).isEmpty()) return new Outcome.Gone();
            table.remove(name);
            audit.record(by, Deed.BROKER_ACCOUNT_REMOVED, name);
            return new Outcome.Removed();
        });
    }

    /** @param deed is handed what takes everything back that it did */
    private Outcome inTransaction(Function<Runnable, Outcome> deed) {
        var outcome = transaction.execute(status -> deed.apply(status::setRollbackOnly));
        known.renew();
        if (outcome == null) throw new IllegalStateException("a transaction without a result");
        return outcome;
    }

    @Override
    public BrokerStanding standing() {
        return keeper.standing();
    }

    @Override
    public Optional<Refused> lastRefused(String name) {
        return known.lastRefused(name);
    }
}
