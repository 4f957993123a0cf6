package city.cockpit.history;

import java.time.Instant;

/**
 * The same hour in one of the past weeks.
 *
 * @param value of the hour, by the kind of the property
 * @param coverage part of the hour for which there are believed readings
 * @param counts whether it is part of what is usual; one with less than half of the usual coverage is not
 */
public record PastHour(Instant hour, double value, double coverage, boolean counts) {}
