package city.cockpit.alerts;

import java.time.Instant;

/**
 * One value that a rule judges, beside what it is compared with.
 *
 * @param from begin of the step of which it is the value; of a reading its time
 * @param at when it is known: the end of the step; of a reading its time
 * @param bound NaN while the rule does not hold, as out of season
 */
record Sample(Instant from, Instant at, double value, double bound) {}
