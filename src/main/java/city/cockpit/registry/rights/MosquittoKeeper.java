package city.cockpit.registry.rights;

import static java.util.stream.Collectors.toSet;

import city.cockpit.mqtt.BrokerControl;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps the town's Mosquitto in step with the accounts, by its dynamic-security plug-in: a thread of its own, {@code
 * mosquitto-rights}, tells it every change, and compares everything whenever the broker is there again and every few
 * minutes. Passwords go the other way: whoever makes one waits until the broker has it. See decision record 0048.
 */
@Component
@ConditionalOnProperty("cockpit.mqtt.broker")
class MosquittoKeeper implements BrokerKeeper, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MosquittoKeeper.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration COMPARED_EVERY = Duration.ofMinutes(5);
    private static final Duration RETRIED_AFTER = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 100;
    /** Five commands each, so that a message stays far below what a broker takes. */
    private static final int AT_A_TIME = 20;

    private final BrokerControl control;
    private final KnownAccounts known;
    private final InstantSource clock;
    private final MosquittoCommands commands;
    private final MosquittoTalk talk;
    private final Semaphore wishes = new Semaphore(0);
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Set<String> withoutPassword = ConcurrentHashMap.newKeySet();
    private volatile boolean compare = true;
    private volatile boolean running;
    private volatile BrokerStanding standing;
    private volatile @Nullable Thread thread;
    private Instant comparedAt = Instant.MIN;
    private Set<String> strays = Set.of();

    MosquittoKeeper(BrokerControl control, KnownAccounts known, InstantSource clock) {
        this.control = control;
        this.known = known;
        this.clock = clock;
        commands = new MosquittoCommands(JSON);
        talk = new MosquittoTalk(control, commands, JSON, PATIENCE);
        standing = new BrokerStanding.Away(clock.instant());
        known.follow(this::follow);
    }

    private void follow(Set<String> names) {
        changed.addAll(names);
        wishes.release();
    }

    @Override
    public BrokerStanding standing() {
        var now = standing;
        if (!control.isOpen() && !(now instanceof BrokerStanding.Away)) return new BrokerStanding.Away(clock.instant());
        return now instanceof BrokerStanding.InStep(var since, var _)
                ? new BrokerStanding.InStep(since, withoutPassword)
                : now;
    }

    @Override
    public boolean give(AccountRow account, String password) {
        var there = talk.ask(List.of(commands.getClient(account.name())));
        if (there.isEmpty()) return false;
        var client = there.get().getFirst().path("data").path("client");
        if (client.isObject() && !MosquittoCommands.isOurs(client)) {
            log.warn("The MQTT broker has an account {} that is not the cockpit's; it is left alone", account.name());
            return false;
        }
        var answers = talk.ask(commands.ensure(account, topics(account), Optional.of(password)));
        if (answers.isEmpty() || !isDone(answers.get())) return false;
        withoutPassword.remove(account.name());
        return true;
    }

    private List<String> topics(AccountRow row) {
        return known.account(row).topics();
    }

    /** That there is a role or client of that name already is no failure. */
    private static boolean isDone(List<JsonNode> answers) {
        var failures = answers.stream()
                .filter(answer -> !answer.path("command").asString("").startsWith("create"))
                .filter(answer -> answer.has("error"))
                .toList();
        failures.forEach(failure -> log.warn(
                "The MQTT broker did not do {}: {}",
                failure.path("command").asString(""),
                failure.path("error").asString("")));
        return failures.isEmpty();
    }

    @Override
    public int getPhase() {
        return 3;
    }

    @Override
    public void start() {
        running = true;
        control.open(this::opened, talk::heard);
        thread = Thread.ofPlatform().name("mosquitto-rights").daemon().start(this::keep);
    }

    private void opened() {
        compare = true;
        wishes.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void stop() {
        running = false;
        control.close();
        wishes.release();
        var keeping = thread;
        try {
            if (keeping != null) keeping.join(Duration.ofSeconds(4));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        try {
            while (running) {
                var done = keepNow();
                var pause = done ? COMPARED_EVERY : RETRIED_AFTER;
                if (wishes.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) wishes.drainPermits();
            }
        } catch (InterruptedException e) {
            log.debug("Keeping the broker in step was interrupted", e);
        }
    }

    private boolean keepNow() {
        try {
            if (!control.isOpen()) return stand(new BrokerStanding.Away(clock.instant()));
            if (talk.ask(List.of(commands.knock())).isEmpty()) return stand(unanswered());
            var names = Set.copyOf(changed);
            if (isDue()) {
                compare = false;
                if (!compareAll()) {
                    compare = true;
                    return false;
                }
                comparedAt = clock.instant();
            } else if (!compareSome(names)) return false;
            changed.removeAll(names);
            return stand(new BrokerStanding.InStep(clock.instant(), Set.of()));
        } catch (RuntimeException e) {
            log.error("The MQTT broker could not be kept in step with the accounts", e);
            return false;
        }
    }

    private BrokerStanding unanswered() {
        return control.isOpen()
                ? new BrokerStanding.NotOffered(clock.instant())
                : new BrokerStanding.Away(clock.instant());
    }

    private boolean isDue() {
        return compare || comparedAt.isBefore(clock.instant().minus(COMPARED_EVERY));
    }

    /** One line in the log for a change. Returns whether it is in step. */
    private boolean stand(BrokerStanding next) {
        var before = standing;
        var inStep = next instanceof BrokerStanding.InStep;
        if (before.getClass() == next.getClass()) return inStep;
        standing = next;
        switch (next) {
            case BrokerStanding.InStep _ -> log.info("The MQTT broker is in step with the accounts of devices");
            case BrokerStanding.NotOffered _ ->
                log.warn(
                        "The MQTT broker does not answer on its control topic: rights of devices are not kept in step there");
            case BrokerStanding.Away _ -> log.debug("The MQTT broker is away");
            case BrokerStanding.Embedded _ -> throw new IllegalStateException("an embedded broker of the town's");
        }
        return inStep;
    }

    /** Accounts that were never touched here stay as the broker's own files say. */
    private static boolean isKept(AccountRow row) {
        return row.passwordNumber() > 0 || row.state() != Account.State.OPEN;
    }

    private boolean compareSome(Set<String> names) {
        var rows = known.listRows().stream()
                .filter(row -> names.contains(row.name()))
                .toList();
        var there = new HashSet<String>();
        for (var row : rows) {
            there.add(row.name());
            var answers = talk.ask(List.of(commands.getClient(row.name()), commands.getRole(row.name())));
            if (answers.isEmpty() || answers.get().size() < 2) return false;
            var client = answers.get().get(0).path("data").path("client");
            var role = answers.get().get(1).path("data").path("role");
            if (!mend(List.of(new Found(row, client, role)))) return false;
        }
        for (var name : names) if (!there.contains(name) && !removed(name)) return false;
        return true;
    }

    private boolean removed(String name) {
        var answer = talk.ask(List.of(commands.getClient(name)));
        if (answer.isEmpty()) return false;
        var client = answer.get().getFirst().path("data").path("client");
        return !MosquittoCommands.isOurs(client)
                || talk.ask(commands.remove(name)).isPresent();
    }

    /** An account and what the broker has of it. */
    private record Found(AccountRow row, JsonNode client, JsonNode role) {}

    private boolean compareAll() {
        var clients = list("listClients", "clients", "username");
        var roles =
                clients.isEmpty() ? Optional.<Map<String, JsonNode>>empty() : list("listRoles", "roles", "rolename");
        if (clients.isEmpty() || roles.isEmpty()) return false;
        var rows = known.listRows();
        var nothing = MissingNode.getInstance();
        var found = rows.stream()
                .map(row -> new Found(
                        row,
                        clients.get().getOrDefault(row.name(), nothing),
                        roles.get().getOrDefault(MosquittoCommands.ROLE + row.name(), nothing)))
                .toList();
        return mend(found) && removeStrays(clients.get(), rows);
    }

    /** Only what was one the last time too: an account that another node is just making is not there to see yet. */
    private boolean removeStrays(Map<String, JsonNode> clients, List<AccountRow> rows) {
        var names = rows.stream().map(AccountRow::name).collect(toSet());
        var found = clients.entrySet().stream()
                .filter(client -> MosquittoCommands.isOurs(client.getValue()))
                .map(Map.Entry::getKey)
                .filter(name -> !names.contains(name))
                .collect(toSet());
        var before = strays;
        strays = found;
        for (var name : found)
            if (before.contains(name) && talk.ask(commands.remove(name)).isEmpty()) return false;
        return true;
    }

    private boolean mend(List<Found> all) {
        var wanting = new ArrayList<ObjectNode>();
        var accounts = 0;
        for (var one : all) {
            var row = one.row();
            var ours = MosquittoCommands.isOurs(one.client());
            if (!isKept(row) && !ours) continue;
            if (one.client().isObject() && !ours) continue;
            if (row.passwordNumber() == MosquittoCommands.passwordNumber(one.client()))
                withoutPassword.remove(row.name());
            else withoutPassword.add(row.name());
            if (MosquittoCommands.isInStep(row, topics(row), one.client(), one.role())) continue;
            wanting.addAll(commands.ensure(row, topics(row), Optional.empty()));
            accounts++;
            if (accounts % AT_A_TIME == 0 && !tell(wanting)) return false;
        }
        return tell(wanting);
    }

    private boolean tell(List<ObjectNode> wanting) {
        if (wanting.isEmpty()) return true;
        var answers = talk.ask(List.copyOf(wanting));
        wanting.clear();
        return answers.isPresent() && isDone(answers.get());
    }

    /** Everything of a kind by its name; empty if the broker does not answer. */
    private Optional<Map<String, JsonNode>> list(String command, String kind, String key) {
        var all = new HashMap<String, JsonNode>();
        var offset = 0;
        var total = 1;
        while (offset < total) {
            var answer = talk.ask(List.of(commands.list(command, offset, PAGE)));
            if (answer.isEmpty()) return Optional.empty();
            var data = answer.get().getFirst().path("data");
            total = data.path("totalCount").asInt(0);
            data.path(kind).forEach(one -> all.put(one.path(key).asString(""), one));
            offset += PAGE;
        }
        return Optional.of(all);
    }
}
