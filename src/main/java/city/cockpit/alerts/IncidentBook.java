package city.cockpit.alerts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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

    /** What an incident comes to by its breaches. */
    record Extent(Instant since, Instant raisedAt, Optional<Instant> endedAt, double worst) {}

    /** A breach that is not kept yet. */
    record Fresh(int series, Breach breach) {}

    /** Breaches of these series that go on, or ended at that time or later. */
    List<Kept> listOf(Collection<Integer> series, Instant endedFrom);

    /** All breaches that go on. */
    List<Kept> listOpen();

    /** Breaches of that version of a rule that go on, or ended at that time or later. */
    List<Kept> listOf(Rule rule, Instant endedFrom);

    /** All breaches of the incidents. */
    List<Kept> listOfIncidents(Collection<Long> incidents);

    /** A new incident; returns its number. */
    long open(Rule rule, Extent extent, Instant now);

    /** What is known of an incident now; one that was over or withdrawn goes on if its extent says so, unless it was closed. */
    void change(long incident, Extent extent, Instant now);

    /** A breach ends, and its incident with the last of them, because nobody looks at it any more. */
    void end(Kept breach, Instant now);

    /** There was nothing. */
    void withdraw(Collection<Long> incidents, Instant now);

    void add(Rule rule, long incident, List<Fresh> breaches);

    void update(Collection<Kept> breaches);

    void remove(Collection<Long> breaches);
}
