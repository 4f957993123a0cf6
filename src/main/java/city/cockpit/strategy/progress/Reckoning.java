package city.cockpit.strategy.progress;

import java.time.LocalDate;
import java.util.List;

/** How a figure was computed: the rule, and what went into it. */
public record Reckoning(Rule rule, List<Input> inputs) {

    public Reckoning {
        inputs = List.copyOf(inputs);
    }

    /** Each is written down in decision record 0041. The sentences are {@code strategy.rule.NAME}. */
    public enum Rule {
        INDICATOR,
        INDICATOR_RANGE,
        INDICATOR_WITHOUT_BASELINE,
        INDICATOR_WITHOUT_DATA,
        MEASURE_COMPLETED,
        MEASURE_MILESTONES,
        MEASURE_ESTIMATE,
        MEASURE_ESTIMATE_EXPIRED,
        MEASURE_IDEA,
        MEASURE_UNKNOWN,
        MEASURE_DISCONTINUED,
        SCHEDULE,
        BUDGET,
        GOAL,
        FIELD,
        IMPLEMENTATION;

        /** Name of the sentence in the resource bundles. */
        public String text() {
            return "strategy.rule." + name();
        }
    }

    /** What went in. Its name is {@code strategy.input.NAME}. */
    public sealed interface Input {

        Name name();

        /**
         * A number in a unit.
         *
         * @param unit may be empty
         */
        record Amount(Name name, double value, String unit) implements Input {}

        /** From 0 to 1, or a ratio beyond. */
        record Share(Name name, double value) implements Input {}

        record Day(Name name, LocalDate date) implements Input {}

        record Count(Name name, long count) implements Input {}

        /** In cents of a euro. */
        record Money(Name name, long cents) implements Input {}
    }

    public enum Name {
        VALUE,
        VALUE_UNTIL,
        BASELINE,
        BASELINE_DATE,
        TARGET,
        TARGET_UP_TO,
        TARGET_DATE,
        TODAY,
        ATTAINED,
        EXPECTED,
        COVERAGE,
        COVERAGE_NEEDED,
        OLDEST_DATE,
        WEIGHT_DONE,
        WEIGHT_DUE,
        WEIGHT_ALL,
        ESTIMATE,
        ESTIMATED_ON,
        GOOD_UNTIL,
        PLANNED,
        COMMITTED,
        SPENT,
        PROGRESS,
        INDEX,
        SLIP_DAYS,
        MEASURES,
        MEASURES_COUNTED,
        MEASURES_UNKNOWN,
        MEASURES_DISCONTINUED,
        INDICATORS,
        INDICATORS_KNOWN;

        /** Its name in the resource bundles. */
        public String text() {
            return "strategy.input." + name();
        }
    }
}
