package city.cockpit.alerts;

import city.cockpit.measurement.Series;
import city.cockpit.measurement.Severity;
import city.cockpit.measurement.Site;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Something that a rule found, with one cause, and who acts. Immutable.
 *
 * @param id number of the incident in the database
 * @param rule as it was when it was found
 * @param series what is concerned, by id; of a silent device the series that should tell something. What is not registered
 *     any more is left out
 * @param gateway what people call the gateway by which all of several silent devices come
 * @param since when the values that led to it began
 * @param raisedAt since when the rule is broken, by the time of the values, not of their arrival
 * @param endedAt since when it is over by itself; empty while it goes on
 * @param worst the value furthest beyond, in the unit of the property; empty where there is no value
 * @param isMuted whether somebody works there, so that nobody is told
 */
public record Incident(
        long id,
        Rule rule,
        List<Series> series,
        Optional<String> gateway,
        Instant since,
        Instant raisedAt,
        Optional<Instant> endedAt,
        OptionalDouble worst,
        State state,
        Optional<Acknowledgement> acknowledged,
        Optional<String> assignedTo,
        boolean isMuted) {

    public Incident {
        series = List.copyOf(series);
    }

    /** The texts are {@code incident.state.NAME}. */
    public enum State {
        /** Nobody has seen it yet. */
        RAISED,
        /** Somebody has seen it. */
        ACKNOWLEDGED,
        /** Over by itself. */
        RESOLVED,
        /** Somebody said that it is done. */
        CLOSED,
        /** Readings that came later, or are not believed any more, show that there was nothing. */
        WITHDRAWN;

        /** Whether somebody may still have to act. */
        public boolean isOpen() {
            return this == RAISED || this == ACKNOWLEDGED;
        }
    }

    /**
     * Somebody has seen it.
     *
     * @param by name of the account
     */
    public record Acknowledgement(String by, Instant at) {}

    public Severity severity() {
        return rule.severity();
    }

    /** Where it is, by key; each once. */
    public List<Site> sites() {
        return series.stream()
                .map(Series::site)
                .distinct()
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
    }

    /** How many devices are concerned. */
    public int sensors() {
        return (int) series.stream().map(one -> one.id().sensor()).distinct().count();
    }
}
