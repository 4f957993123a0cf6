package city.cockpit.live;

import java.time.Instant;

/**
 * History that is being filled in: many readings arrive whose time is long past.
 *
 * @param readings how many have been stored since it began
 * @param reachedBackTo how far back they reach, apart from single readings with a wrong time
 */
public record CatchUp(long readings, Instant reachedBackTo) {}
