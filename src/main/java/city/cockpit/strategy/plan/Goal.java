package city.cockpit.strategy.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the town wants to reach.
 *
 * @param title the goal in one plain sentence
 * @param parent the goal it serves
 * @param indicators by which it is judged
 */
public record Goal(
        ItemId id,
        String title,
        Visibility visibility,
        ItemId field,
        Optional<ItemId> parent,
        Optional<LocalDate> deadline,
        String owner,
        List<ItemId> indicators)
        implements Item {

    public Goal {
        indicators = List.copyOf(indicators);
    }
}
