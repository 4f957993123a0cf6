package city.cockpit.live;

import java.util.Collection;
import java.util.Optional;

/**
 * Single bays of a car park together. They are part of its number of free spaces, so never add both.
 *
 * @param occupied bays with a vehicle, of those that report
 * @param reporting bays with a current value
 * @param known registered bays, at least 1
 */
public record Bays(int occupied, int reporting, int known) {

    private static final String BAY_OCCUPIED = "bay_occupied";

    /** The bays among the states, for example of one site; empty if there are none. */
    public static Optional<Bays> among(Collection<SeriesState> states) {
        var bays = states.stream()
                .filter(state -> state.series().property().key().equals(BAY_OCCUPIED))
                .toList();
        if (bays.isEmpty()) return Optional.empty();
        var current = bays.stream().filter(bay -> bay.state().isCurrent()).toList();
        var occupied = current.stream()
                .filter(bay -> bay.newest().orElseThrow().value() > 0)
                .count();
        return Optional.of(new Bays((int) occupied, current.size(), bays.size()));
    }
}
