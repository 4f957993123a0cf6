package city.cockpit.strategy;

import java.time.Instant;

/**
 * What somebody did with a version, besides saving it.
 *
 * @param note why, in the words of who did it; may be empty
 */
public record Step(long version, StrategyVersion.State state, Instant at, String by, String note) {}
