package city.cockpit.strategy;

import city.cockpit.strategy.plan.Strategy;
import java.time.Instant;

/**
 * One version of the strategy. Never changes but for its state.
 *
 * @param number 0 is the empty strategy before anybody saved
 * @param savedAt meaningless for number 0
 * @param savedBy sign-in name; empty for number 0
 */
public record StrategyVersion(long number, State state, Strategy strategy, Instant savedAt, String savedBy) {

    /** The texts are {@code strategy.state.NAME}. */
    public enum State {
        DRAFT,
        /** Waits for an administrator. */
        IN_REVIEW,
        /** Was published; whether it still is follows from what was published after it. */
        PUBLISHED,
        WITHDRAWN
    }
}
