package city.cockpit.alerts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the evaluation has found so far. Every method blocks and belongs to the transaction of the caller: all of a look at
 * the values is kept, or nothing of it.
 */
interface IncidentBook {

    /**
     * A breach as it is kept.
     *
     * @param series number of the series
     */
    record Kept(long id, long incident, String rule, int version, int series, Breach breach) {}

    /**
     * What an incident comes to by its breaches.
     *
     * @param rule the most severe that is broken
     * @param severeAt since when that one is
     * @param broken every rule that is broken
     * @param worst the value furthest beyond of the most severe one
     */
    record Extent(
            Rule rule,
            Instant severeAt,
            Set<RuleVersion> broken,
            Instant since,
            Instant raisedAt,
            Optional<Instant> endedAt,
            double worst) {

        public Extent {
            broken = Set.copyOf(broken);
        }
    }

    /** One version of a rule. */
    record RuleVersion(String key, int version) {

        static RuleVersion of(Rule rule) {
            return new RuleVersion(rule.key(), rule.version());
        }
    }

    /** A breach that is not kept yet. */
    record Fresh(Rule rule, int series, Breach breach) {}

    /** Breaches of these series that go on, or ended at that time or later. */
    List<Kept> listOf(Collection<Integer> series, Instant endedFrom);

    /** All breaches that go on. */
    List<Kept> listOpen();

    /** Breaches of those versions of rules that go on, or ended at that time or later. */
    List<Kept> listOf(List<Rule> rules, Instant endedFrom);

    /** All breaches of the incidents. */
    List<Kept> listOfIncidents(Collection<Long> incidents);

    /** A new incident; returns its number. */
    long open(Extent extent, Instant now);

    /**
     * What is known of an incident now; one that was over or withdrawn goes on if its extent says so, unless it was closed. If
     * it goes on and is more severe than it was, somebody has to look again, whoever has seen or closed it.
     */
    void change(long incident, Extent extent, Instant now);

    /** A breach ends, and its incident with the last of them, because nobody looks at it any more. */
    void end(Kept breach, Instant now);

    /** There was nothing. */
    void withdraw(Collection<Long> incidents, Instant now);

    void add(long incident, List<Fresh> breaches);

    void update(Collection<Kept> breaches);

    void remove(Collection<Long> breaches);
}
