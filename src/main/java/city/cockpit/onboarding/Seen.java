package city.cockpit.onboarding;

import java.time.Instant;
import java.util.Optional;

/**
 * A number that a device sent.
 *
 * @param field JSON Pointer; empty for a message that is nothing but a number
 * @param value as the device says it
 * @param unit as the message names it
 * @param time when it held
 * @param named whether the message names an observed property with it, so that it can be no other
 */
public record Seen(String field, double value, Optional<String> unit, Instant time, boolean named) {}
