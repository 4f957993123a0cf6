package city.cockpit.alerts;

import city.cockpit.alerts.AlertRules.Outcome.Overtaken;
import city.cockpit.alerts.AlertRules.Outcome.Saved;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Rules in the database. */
@Service
class StoredRules implements AlertRules {

    private final RuleTable table;
    private final ObservedProperties properties;
    private final SeriesCatalog catalog;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    StoredRules(
            RuleTable table,
            ObservedProperties properties,
            SeriesCatalog catalog,
            AuditTrail audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.table = table;
        this.properties = properties;
        this.catalog = catalog;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Kept> listRules() {
        return table.list().stream()
                .filter(row -> !row.isRemoved())
                .map(StoredRules::kept)
                .sorted(Comparator.comparing((Kept kept) -> kept.rule().severity())
                        .reversed()
                        .thenComparing(kept -> kept.rule().key()))
                .toList();
    }

    private static Kept kept(RuleTable.Row row) {
        return new Kept(
                row.rule(), row.changedBy(), DefaultRules.find(row.rule().key()));
    }

    @Override
    public List<Series> listObserved() {
        return catalog.listSeries().stream().filter(one -> !one.isRetired()).toList();
    }

    @Override
    public Optional<ObservedProperty> findProperty(String key) {
        return properties.find(key);
    }

    @Override
    public Optional<Kept> find(String key) {
        return row(key).filter(row -> !row.isRemoved()).map(StoredRules::kept);
    }

    private Optional<RuleTable.Row> row(String key) {
        return table.list().stream().filter(row -> row.rule().key().equals(key)).findFirst();
    }

    @Override
    public boolean turn(String key, int seen, boolean on, String by) {
        return change(key, seen, by, rule -> rule.switched(on), by);
    }

    /** Only if that version is the newest and not removed. */
    private boolean change(String key, int seen, @Nullable String signed, Function<Rule, Rule> changed, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var row = row(key).filter(one -> one.rule().version() == seen && !one.isRemoved());
            if (row.isEmpty()) return false;
            var next = changed.apply(row.get().rule()).withVersion(seen);
            if (!table.change(next, clock.instant(), signed)) return false;
            audit.record(by, Deed.RULE_CHANGED, key, changes(row.get().rule(), next));
            return true;
        }));
    }

    @Override
    public Outcome save(Rule rule, String by) {
        check(rule);
        if (rule.version() == 0) return add(rule, by);
        return change(rule.key(), rule.version(), by, before -> rule, by)
                ? new Saved(rule.withVersion(rule.version() + 1))
                : new Overtaken(find(rule.key()));
    }

    private void check(Rule rule) {
        if (!(rule.condition() instanceof Condition.Beyond beyond)) return;
        var property = rule.scope().property().flatMap(properties::find);
        if (property.isEmpty() || !Averagings.of(property.get()).contains(beyond.averaging()))
            throw new IllegalArgumentException("%s is not judged over %s".formatted(rule.scope(), beyond.averaging()));
    }

    private Outcome add(Rule rule, String by) {
        var stem = "own-"
                + rule.scope()
                        .property()
                        .map(key -> key.replace('_', '-') + "-")
                        .orElse("");
        return Optional.ofNullable(transaction.execute(status -> {
                    var taken =
                            table.list().stream().map(row -> row.rule().key()).toList();
                    var number = 1;
                    while (taken.contains(stem + number)) number++;
                    var named = rule.named(stem + number);
                    if (!table.add(named, clock.instant(), by)) return null;
                    audit.record(by, Deed.RULE_ADDED, named.key(), changes(Optional.empty(), named));
                    return (Outcome) new Saved(named.withVersion(1));
                }))
                .orElseGet(() -> new Overtaken(Optional.empty()));
    }

    @Override
    public boolean remove(String key, int seen, String by) {
        if (DefaultRules.find(key).isPresent())
            throw new IllegalArgumentException(key + " ships with the cockpit and can be switched off");
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!table.remove(key, seen, clock.instant(), by)) return false;
            audit.record(by, Deed.RULE_REMOVED, key);
            return true;
        }));
    }

    @Override
    public boolean bringBack(String key, int seen, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var row = row(key).filter(one -> one.rule().version() == seen && one.isRemoved());
            if (row.isEmpty() || !table.change(row.get().rule(), clock.instant(), by)) return false;
            audit.record(
                    by,
                    Deed.RULE_ADDED,
                    key,
                    changes(Optional.empty(), row.get().rule()));
            return true;
        }));
    }

    @Override
    public boolean setBack(String key, int seen, String by) {
        return DefaultRules.find(key)
                .map(shipped -> change(key, seen, null, rule -> shipped, by))
                .orElse(false);
    }

    private static List<Change> changes(Rule before, Rule after) {
        return changes(Optional.of(before), after);
    }

    private static List<Change> changes(Optional<Rule> before, Rule after) {
        var old = before.map(RuleText::of);
        var changes = new ArrayList<Change>();
        RuleText.of(after).forEach((column, text) -> {
            var was = old.map(texts -> texts.getOrDefault(column, "")).orElse("");
            if (!was.equals(text) && !column.equals("key")) changes.add(new Change(field(column), was, text));
        });
        return changes;
    }

    private static String field(String column) {
        return column.equals("on") ? column : "rule-" + column.replace('_', '-');
    }
}
