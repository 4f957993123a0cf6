package city.cockpit.registry.rights;

import city.cockpit.measurement.SensorId;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.Sensors;
import city.cockpit.registry.rights.Account.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Accounts for as long as a test lasts, at a broker that does as it is told or is away. Guards nobody. One thread. */
public final class InMemoryRights implements Rights {

    /** What every new password is. */
    public static final String PASSWORD = "kBz7mQx4Tn9pWs2vRc6yHd3f";

    private final Map<String, Account> accounts = new TreeMap<>();
    private final Map<String, Refused> refusals = new TreeMap<>();
    private final Sensors sensors;
    private final InstantSource clock;
    private boolean away;
    private long versions;

    public InMemoryRights(Sensors sensors, InstantSource clock) {
        this.sensors = sensors;
        this.clock = clock;
        clear();
    }

    /** Only the shared account is left. */
    public void clear() {
        accounts.clear();
        refusals.clear();
        away = false;
        keep(new Account(
                Account.SHARED,
                Optional.empty(),
                "",
                "",
                "",
                FormatTopics.SHARED,
                State.OPEN,
                Optional.empty(),
                ++versions));
    }

    /** The broker is away until {@link #clear}. */
    public void goAway() {
        away = true;
    }

    public void refuse(String name, Refused.Cause cause, String detail, Instant at) {
        var before = refusals.get(name);
        var times = before != null && before.cause() == cause ? before.times() : 0;
        refusals.put(name, new Refused(at, cause, detail, times + 1));
    }

    private Account keep(Account account) {
        accounts.put(account.name(), account);
        return account;
    }

    @Override
    public List<Account> listAccounts() {
        return List.copyOf(accounts.values());
    }

    @Override
    public Optional<Account> find(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    @Override
    public Optional<Account> findOf(SensorId sensor) {
        return accounts.values().stream()
                .filter(account -> account.sensor().equals(Optional.of(sensor)))
                .findFirst();
    }

    @Override
    public List<String> listTopics(SensorId sensor, String topicName) {
        return FormatTopics.ofDevice(
                sensors.find(sensor).flatMap(Sensor::format).orElse(""), topicName);
    }

    @Override
    public String topicName(SensorId sensor) {
        return sensor.value();
    }

    @Override
    public Outcome admit(SensorId sensor, String topicName, String clientId, String by) {
        if (sensors.find(sensor).isEmpty()) return new Outcome.Gone();
        if (!FormatTopics.isNameOf(topicName, sensor) || !Account.isClientId(clientId)) return new Outcome.Unfit();
        return add(new Account(
                sensor.value(),
                Optional.of(sensor),
                "",
                topicName,
                clientId,
                listTopics(sensor, topicName),
                State.OPEN,
                Optional.of(clock.instant()),
                ++versions));
    }

    @Override
    public Outcome admitGateway(Gateway gateway, String by) {
        return add(new Account(
                gateway.name(),
                Optional.empty(),
                gateway.title(),
                "",
                gateway.clientId(),
                gateway.filters(),
                State.OPEN,
                Optional.of(clock.instant()),
                ++versions));
    }

    private Outcome add(Account account) {
        if (accounts.containsKey(account.name())) return new Outcome.Taken();
        if (away) return new Outcome.BrokerAway();
        return new Outcome.Given(keep(account), PASSWORD);
    }

    @Override
    public Outcome changeDevice(SensorId sensor, long seen, String topicName, String clientId, String by) {
        if (!FormatTopics.isNameOf(topicName, sensor) || !Account.isClientId(clientId)) return new Outcome.Unfit();
        return findOf(sensor)
                .map(account -> account.version() == seen
                        ? new Outcome.Done(keep(changed(account, topicName, clientId, account.state())))
                        : new Outcome.Overtaken(account))
                .orElseGet(Outcome.Gone::new);
    }

    private Account changed(Account account, String topicName, String clientId, State state) {
        return new Account(
                account.name(),
                account.sensor(),
                account.title(),
                topicName,
                clientId,
                account.topics(),
                state,
                account.passwordAt(),
                ++versions);
    }

    @Override
    public Outcome changeGateway(Gateway gateway, long seen, String by) {
        var account = find(gateway.name());
        if (account.isEmpty()) return new Outcome.Gone();
        if (account.get().version() != seen) return new Outcome.Overtaken(account.get());
        return new Outcome.Done(keep(new Account(
                gateway.name(),
                Optional.empty(),
                gateway.title(),
                "",
                gateway.clientId(),
                gateway.filters(),
                account.get().state(),
                account.get().passwordAt(),
                ++versions)));
    }

    @Override
    public Outcome rotate(String name, String by) {
        var account = find(name);
        if (account.isEmpty()) return new Outcome.Gone();
        return away ? new Outcome.BrokerAway() : new Outcome.Given(account.get(), PASSWORD);
    }

    @Override
    public Outcome lock(String name, String by) {
        return become(name, State.LOCKED);
    }

    @Override
    public Outcome unlock(String name, String by) {
        return become(name, State.OPEN);
    }

    private Outcome become(String name, State state) {
        return find(name)
                .<Outcome>map(account ->
                        new Outcome.Done(keep(changed(account, account.topicName(), account.clientId(), state))))
                .orElseGet(Outcome.Gone::new);
    }

    @Override
    public Outcome remove(String name, String by) {
        return accounts.remove(name) == null ? new Outcome.Gone() : new Outcome.Removed();
    }

    @Override
    public BrokerStanding standing() {
        return away ? new BrokerStanding.Away(clock.instant()) : new BrokerStanding.Embedded();
    }

    @Override
    public Optional<Refused> lastRefused(String name) {
        return Optional.ofNullable(refusals.get(name));
    }
}
