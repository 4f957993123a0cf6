package city.cockpit.measurement;

import java.time.ZoneId;

/**
 * The town whose name stands on every page.
 *
 * @param name as people call it
 * @param zone time zone of every time on a screen
 */
public record Town(String name, ZoneId zone) {}
