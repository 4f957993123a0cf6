package city.cockpit.alerts;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rules in memory, asked for anew when any node changed one. What ships with the cockpit is added at the first look. */
@Component
class KnownRules {

    private final RuleTable table;
    private final InstantSource clock;
    private Optional<RuleTable.Mark> mark = Optional.empty();
    private List<ActiveRule> active = List.of();

    KnownRules(RuleTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Those that are looked after now. Blocks. */
    synchronized List<ActiveRule> active() {
        if (mark.isEmpty()) bringDefaults();
        var now = table.mark();
        if (!mark.equals(Optional.of(now))) {
            active = table.list().stream()
                    .filter(row -> row.rule().isOn() && !row.isRemoved())
                    .map(row -> new ActiveRule(row.rule(), row.activeFrom()))
                    .toList();
            mark = Optional.of(now);
        }
        return active;
    }

    /** A newer cockpit may ship better ones; what somebody changed or removed stays. */
    private void bringDefaults() {
        var kept = table.list();
        for (var rule : DefaultRules.load()) {
            var there = kept.stream()
                    .filter(row -> row.rule().key().equals(rule.key()))
                    .findFirst();
            if (there.isEmpty()) table.add(rule, clock.instant(), null);
            else if (there.get().changedBy().isEmpty()
                    && !there.get()
                            .rule()
                            .equals(rule.withVersion(there.get().rule().version())))
                table.change(rule.withVersion(there.get().rule().version()), clock.instant(), null);
        }
    }
}
