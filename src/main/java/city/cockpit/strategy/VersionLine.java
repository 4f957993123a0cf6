package city.cockpit.strategy;

import java.time.Instant;

/** A version in a list of versions. */
public record VersionLine(long number, StrategyVersion.State state, Instant savedAt, String savedBy) {}
