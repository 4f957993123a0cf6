package city.cockpit.history;

/**
 * What is usual at an hour of the week: quartiles of the hourly values of past weeks.
 *
 * @param weeks how many weeks it rests on
 */
public record Usual(double lowerQuartile, double median, double upperQuartile, int weeks) {}
