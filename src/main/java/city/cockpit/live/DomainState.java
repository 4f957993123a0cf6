package city.cockpit.live;

import city.cockpit.measurement.Domain;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.SeriesId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One domain of city life summed up for its tile.
 *
 * @param property what the headline value is
 * @param value the headline: free spaces and power add up over places, of the others the place that needs most
 *     attention speaks; empty exactly when the state is NO_DATA
 * @param outOf capacity that belongs to the value, of the same places; empty where that means nothing
 * @param assessment what the norm says of the headline
 * @param leading series whose value is shown or that the sum consists of
 * @param place name of the one place that speaks; empty for a sum over several
 * @param state best state among the leading series
 * @param observedAt phenomenon time of the oldest reading in the headline: a sum is as old as its oldest part
 * @param reporting how many places of the headline property are current
 * @param known how many places of the headline property are registered
 * @param trail the headline over the last 24 hours
 * @param simulated whether a simulated reading is part of the headline
 */
public record DomainState(
        Domain domain,
        ObservedProperty property,
        Optional<Headline> value,
        OptionalInt outOf,
        Optional<Assessment> assessment,
        List<SeriesId> leading,
        Optional<String> place,
        State state,
        Optional<Instant> observedAt,
        int reporting,
        int known,
        Trail trail,
        boolean simulated) {

    public DomainState {
        leading = List.copyOf(leading);
    }

    /**
     * The strong number of a tile.
     *
     * @param value in the unit of the property
     * @param averaged whether it is the mean of the last 60 minutes rather than the newest reading
     */
    public record Headline(double value, boolean averaged) {}
}
