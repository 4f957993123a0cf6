package city.cockpit.history;

import java.time.Instant;

/**
 * Implausible readings of one series in one step of time.
 *
 * @param start begin of the step
 * @param lowest smallest of them
 * @param highest largest of them
 * @param readings how many there are, at least 1
 */
public record Doubt(Instant start, double lowest, double highest, int readings) {}
