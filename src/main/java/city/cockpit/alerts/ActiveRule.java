package city.cockpit.alerts;

import java.time.Instant;

/**
 * A rule that is looked after.
 *
 * @param activeFrom what lies before it is not judged: the last time that somebody changed the rule
 */
record ActiveRule(Rule rule, Instant activeFrom) {}
