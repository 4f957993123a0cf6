package city.cockpit.alerts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Rules that say of the same thing how bad it is: an information and an alert threshold, the marks of a gauge. Who breaks
 * several of them at one place and time makes one incident, which rises with the most severe of them. See decision record 0072.
 *
 * @param rules the mildest first
 */
record Scale(List<Rule> rules) {

    private static final Comparator<Rule> BY_SEVERITY =
            Comparator.comparing(Rule::severity).thenComparing(Rule::key).thenComparingInt(Rule::version);

    Scale {
        rules = rules.stream().sorted(BY_SEVERITY).toList();
    }

    /** What rules of one scale have in common. */
    private record Thing(Object what, boolean isUpward, Class<?> bound, boolean isTogether) {}

    /** Each rule is of one of them. */
    static List<Scale> of(List<Rule> rules) {
        return rules.stream().collect(groupingBy(Scale::thing, LinkedHashMap::new, toList())).values().stream()
                .map(Scale::new)
                .toList();
    }

    private static Thing thing(Rule rule) {
        return rule.condition() instanceof Condition.Beyond beyond
                ? new Thing(
                        rule.scope(),
                        beyond.comparison().isUpward(),
                        beyond.bound().getClass(),
                        rule.isTogether())
                : new Thing(rule.key(), true, Rule.class, rule.isTogether());
    }

    Rule mildest() {
        return rules.getFirst();
    }

    /** By which something was broken; of a version that is not looked after any more as the rule is now. */
    Rule brokenBy(IncidentBook.Kept kept) {
        return rules.stream()
                .filter(rule -> rule.key().equals(kept.rule()))
                .findFirst()
                .orElseGet(this::mildest)
                .named(kept.rule())
                .withVersion(kept.version());
    }

    /** The most severe of rules that are broken. */
    static Rule worst(List<Rule> broken) {
        return broken.stream().max(BY_SEVERITY).orElseThrow();
    }
}
