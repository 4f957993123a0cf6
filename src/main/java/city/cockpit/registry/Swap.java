package city.cockpit.registry;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One device took the place of another; the series went on.
 *
 * @param on the day on which it was swapped
 * @param by name of the account that said so
 * @param at when it was said
 */
public record Swap(LocalDate on, Device before, Device next, String by, Instant at) {}
