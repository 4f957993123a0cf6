package city.cockpit.fleet;

import java.time.Instant;
import java.util.Optional;

/**
 * A value that a device said of itself.
 *
 * @param at arrival of the message
 * @param badSince arrival of the message from which on it was bad; empty if it is well
 */
public record Told(double value, Instant at, Optional<Instant> badSince) {}
