package city.cockpit.strategy.plan;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The strategy as a whole.
 *
 * @param summary for citizens, one paragraph
 * @param example whether it is made up, which every screen then says
 * @param from first day of the period it is for
 * @param to last day
 * @param document address of the paper
 * @param predecessor name or address of the strategy before
 */
public record About(
        String title,
        String summary,
        boolean example,
        Stage stage,
        Optional<LocalDate> stageSince,
        Scope scope,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        String document,
        String predecessor) {

    /** The four stages of the surveys. The texts are {@code strategy.stage.NAME}. */
    public enum Stage {
        NONE,
        PLANS,
        DEVELOPS,
        HAS
    }

    /** The texts are {@code strategy.scope.NAME}. */
    public enum Scope {
        SECTORAL,
        CROSS_SECTOR
    }
}
