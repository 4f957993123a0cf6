package city.cockpit.strategy.plan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One of the ten components of a strategy, as its people judge it.
 *
 * @param evidence address where one can read it
 */
public record Component(Key key, Status status, String evidence, Optional<LocalDate> assessedOn, String note) {

    /** In the order of the survey of 2017, most common first. The texts are {@code strategy.component.NAME}. */
    public enum Key {
        MEASURES,
        GOALS,
        RESPONSIBILITIES,
        RESOURCES,
        STATUS_QUO,
        SCHEDULE,
        MILESTONES,
        PARTNERS,
        COMMUNICATION,
        MONITORING
    }

    /** The texts are {@code strategy.component-status.NAME}. */
    public enum Status {
        MISSING,
        DRAFT,
        PRESENT,
        REVIEWED
    }

    /** All ten, none of them there. */
    public static List<Component> none() {
        return Arrays.stream(Key.values()).map(Component::none).toList();
    }

    public static Component none(Key key) {
        return new Component(key, Status.MISSING, "", Optional.empty(), "");
    }
}
