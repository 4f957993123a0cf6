package city.cockpit.history;

import java.time.Instant;

/**
 * Readings of one series in one step of time, together.
 *
 * @param start begin of the step; it ends where the next begins
 * @param mean mean by the kind of the property, in its unit; of tallies the sum
 * @param lowest smallest reading of the step; of tallies the sum
 * @param highest largest reading of the step; of tallies the sum
 * @param samples how many readings there are, at least 1
 */
public record Step(Instant start, double mean, double lowest, double highest, int samples) {}
