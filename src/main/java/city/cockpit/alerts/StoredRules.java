package city.cockpit.alerts;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Rules in the database. */
@Service
class StoredRules implements AlertRules {

    private final RuleTable table;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    StoredRules(RuleTable table, AuditTrail audit, TransactionTemplate transaction, InstantSource clock) {
        this.table = table;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Kept> listRules() {
        return table.list().stream()
                .filter(row -> !row.isRemoved())
                .map(row -> new Kept(row.rule(), row.changedBy()))
                .sorted(Comparator.comparing((Kept kept) -> kept.rule().severity())
                        .reversed()
                        .thenComparing(kept -> kept.rule().key()))
                .toList();
    }

    @Override
    public boolean turn(String key, int seen, boolean on, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var row = table.list().stream()
                    .filter(one -> one.rule().key().equals(key))
                    .filter(one -> one.rule().version() == seen && !one.isRemoved())
                    .findFirst();
            if (row.isEmpty() || !table.change(row.get().rule().switched(on), clock.instant(), by)) return false;
            audit.record(
                    by,
                    Deed.RULE_CHANGED,
                    key,
                    List.of(new Change("on", String.valueOf(row.get().rule().isOn()), String.valueOf(on))));
            return true;
        }));
    }
}
