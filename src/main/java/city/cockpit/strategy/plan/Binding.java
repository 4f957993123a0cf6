package city.cockpit.strategy.plan;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * From which sensors an indicator is computed, and how.
 *
 * @param property key of what is observed, for example {@code pm2_5}
 * @param sites short names of the places; none means all that observe it
 * @param level in the unit of the property that {@link Aggregation#needsLevel() some} need; full is 0.95 of a car park
 * @param squareMetres floor area of all the places together, for {@link Aggregation#PER_SQUARE_METRE}
 * @param minimumCoverage part of the time for which there must be values, 0 to 1
 */
public record Binding(
        String property,
        List<String> sites,
        Aggregation aggregation,
        OptionalDouble level,
        OptionalDouble squareMetres,
        Places places,
        Window window,
        double minimumCoverage,
        Grade grade) {

    /** An hour counts if there are values for that part of it: 45 of 60 minutes. */
    public static final double VALID_HOUR = 0.75;

    public Binding {
        sites = List.copyOf(new TreeSet<>(sites));
    }

    /** What the value depends on, as one line: bindings with the same one have the same values. */
    public String rule() {
        return String.join(
                "|",
                property,
                String.join(",", sites),
                aggregation.name(),
                text(level),
                text(squareMetres),
                places.name(),
                String.format(Locale.ROOT, "%.3f", minimumCoverage));
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
    }

    /** How values over time become one. The texts are {@code strategy.aggregation.NAME}. */
    public enum Aggregation {
        MEAN_OF_HOURLY_MEANS,
        /** Days of the town whose mean is above the level. */
        DAYS_ABOVE,
        /** Day-evening-night level of Directive 2002/49/EC. */
        LDEN,
        LNIGHT,
        /** What meters have counted, or events. */
        SUM,
        /** The sum, divided by floor area, for a whole year. */
        PER_SQUARE_METRE,
        /** Percent of the hours in which a car park is fuller than the level, 0 to 1. */
        SHARE_OF_HOURS_FULL,
        /** Percent of the hours whose mean is above the level. */
        SHARE_OF_HOURS_ABOVE,
        /** Percent of the time for which there are values. */
        AVAILABILITY;

        /** Whether it grows during the year, so that nothing can be said of a year that is not over. */
        public boolean growsWithTime() {
            return switch (this) {
                case DAYS_ABOVE, SUM, PER_SQUARE_METRE -> true;
                case MEAN_OF_HOURLY_MEANS, LDEN, LNIGHT, SHARE_OF_HOURS_FULL, SHARE_OF_HOURS_ABOVE, AVAILABILITY ->
                    false;
            };
        }

        public boolean needsLevel() {
            return switch (this) {
                case DAYS_ABOVE, SHARE_OF_HOURS_FULL, SHARE_OF_HOURS_ABOVE -> true;
                case MEAN_OF_HOURLY_MEANS, LDEN, LNIGHT, SUM, PER_SQUARE_METRE, AVAILABILITY -> false;
            };
        }
    }

    /** How values of several places become one. The texts are {@code strategy.places.NAME}. */
    public enum Places {
        /** The place with the highest value counts, as with limits. */
        HIGHEST,
        LOWEST,
        /** The mean of the places; of sound levels that of their energy. */
        MEAN,
        /** All added up. */
        TOTAL,
        /** An hour counts if it counts at any of the places. */
        ANY
    }

    /** Of which time. The texts are {@code strategy.window.NAME}. */
    public enum Window {
        CALENDAR_YEAR,
        /** The 365 days before today: always provisional. */
        ROLLING_YEAR
    }

    /** What a value may be called. The texts are {@code strategy.grade.NAME}. */
    public enum Grade {
        /** "orientierend": never proves that a limit is kept or broken. */
        INDICATIVE,
        /** Measured as the law demands it. */
        REFERENCE
    }
}
