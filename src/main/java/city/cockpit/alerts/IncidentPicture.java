package city.cockpit.alerts;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The incidents that are open at one moment. Immutable; every page shows the same one.
 *
 * @param version grows with every picture of this process
 * @param at when it was taken
 * @param incidents those that are open, in the order {@link #FIRST}
 */
public record IncidentPicture(long version, Instant at, List<Incident> incidents) {

    /** Most severe first, then those that nobody has seen, then the newest. */
    public static final Comparator<Incident> FIRST = Comparator.comparing(Incident::severity)
            .reversed()
            .thenComparing(Incident::state)
            .thenComparing(Incident::raisedAt, Comparator.reverseOrder())
            .thenComparingLong(Incident::id);

    public IncidentPicture {
        incidents = incidents.stream().sorted(FIRST).toList();
    }

    public int count() {
        return incidents.size();
    }
}
