package city.cockpit.strategy.progress;

import city.cockpit.strategy.plan.Binding;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Indicator.Target;
import city.cockpit.strategy.progress.IndicatorValue.State;
import city.cockpit.strategy.progress.Reckoning.Input;
import city.cockpit.strategy.progress.Reckoning.Name;
import city.cockpit.strategy.progress.Reckoning.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How an indicator stands on a day.
 *
 * @param attained share of the way from baseline to target; empty where that cannot be said
 * @param expected share that should be reached by now; empty where that cannot be said
 * @param isMet whether the value keeps the target; empty without one of both
 * @param judged the value that is judged: the newest one that is of any use
 * @param values all values, oldest first
 */
public record IndicatorProgress(
        Indicator indicator,
        Status status,
        Why why,
        OptionalDouble attained,
        OptionalDouble expected,
        Optional<Boolean> isMet,
        Optional<IndicatorValue> judged,
        List<IndicatorValue> values,
        Reckoning reckoning) {

    static final double ON_TRACK_SLACK = 0.05;
    static final double AT_RISK_SLACK = 0.20;

    /** A value is too old after one and a half of the periods in which there should be one. */
    static final double OLDEST_IN_PERIODS = 1.5;

    public IndicatorProgress {
        values = List.copyOf(values);
    }

    /**
     * Of an indicator on that day.
     *
     * @param values in any order
     */
    public static IndicatorProgress of(Indicator indicator, List<IndicatorValue> values, LocalDate today) {
        var sorted = values.stream()
                .sorted(Comparator.comparing(IndicatorValue::until).thenComparing(IndicatorValue::from))
                .toList();
        return new Judge(indicator, sorted, today).judge();
    }

    /**
     * What sensors say of a time that is not over, where that is not what is judged: too little of it is known yet, or it is
     * a sum that still grows.
     */
    public Optional<IndicatorValue> soFar() {
        var isRolling = indicator
                .binding()
                .filter(binding -> binding.window() == Binding.Window.ROLLING_YEAR)
                .isPresent();
        return values.reversed().stream()
                .filter(value -> value.origin() == IndicatorValue.Origin.MEASURED && value.isRolling() == isRolling)
                .findFirst()
                .filter(value ->
                        value.state() == State.PROVISIONAL && value.value().isPresent())
                .filter(value -> judged.filter(value::equals).isEmpty());
    }

    /** What is judged and by what. */
    private record Judge(Indicator indicator, List<IndicatorValue> values, LocalDate today) {

        IndicatorProgress judge() {
            var judged = values.reversed().stream()
                    .filter(value ->
                            value.value().isPresent() && !lastKnownDay(value).isAfter(today))
                    .filter(this::isOfTheWindow)
                    .filter(value -> value.state() != State.INVALID && value.coverage() >= minimumCoverage())
                    .findFirst();
            if (judged.isEmpty()) return without(values.isEmpty() ? Why.NO_VALUE : uselessness(), newest());
            if (judged.get().lastDay().isBefore(oldest())) return without(Why.TOO_OLD, judged);
            if (indicator.target().isEmpty()) return without(Why.NO_TARGET, judged);
            return judge(judged.get(), indicator.target().get());
        }

        /** Sensors speak of a year that is not over; people who do so guess. */
        private static LocalDate lastKnownDay(IndicatorValue value) {
            return value.origin() == IndicatorValue.Origin.MEASURED ? value.from() : value.lastDay();
        }

        private double minimumCoverage() {
            return indicator.binding().map(one -> one.minimumCoverage()).orElse(0.0);
        }

        /**
         * The rolling year is a preview beside the calendar year, unless it is the one that is asked for. Of a sum that is
         * still growing nothing is said: in February every year looks thrifty.
         */
        private boolean isOfTheWindow(IndicatorValue value) {
            if (value.origin() != IndicatorValue.Origin.MEASURED
                    || indicator.binding().isEmpty()) return true;
            var binding = indicator.binding().get();
            if (value.isRolling() != (binding.window() == Binding.Window.ROLLING_YEAR)) return false;
            return value.isRolling()
                    || !binding.aggregation().growsWithTime()
                    || !value.until().isAfter(today);
        }

        private LocalDate oldest() {
            return today.minusDays(Math.round(indicator.frequency().days() * OLDEST_IN_PERIODS));
        }

        private Optional<IndicatorValue> newest() {
            return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
        }

        private Why uselessness() {
            return values.getLast().value().isEmpty() ? Why.NO_VALUE : Why.COVERAGE_TOO_LOW;
        }

        private IndicatorProgress without(Why why, Optional<IndicatorValue> value) {
            var inputs = new ArrayList<Input>();
            value.ifPresent(one -> add(inputs, one));
            if (why == Why.TOO_OLD) inputs.add(new Input.Day(Name.OLDEST_DATE, oldest()));
            inputs.add(new Input.Day(Name.TODAY, today));
            return new IndicatorProgress(
                    indicator,
                    Status.NO_DATA,
                    why,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    value.filter(one -> why == Why.TOO_OLD || why == Why.NO_TARGET),
                    values,
                    new Reckoning(Rule.INDICATOR_WITHOUT_DATA, inputs));
        }

        private void add(List<Input> inputs, IndicatorValue value) {
            value.value().ifPresent(one -> inputs.add(new Input.Amount(Name.VALUE, one, indicator.unit())));
            inputs.add(new Input.Day(Name.VALUE_UNTIL, value.lastDay()));
            if (value.origin() != IndicatorValue.Origin.MEASURED) return;
            inputs.add(new Input.Share(Name.COVERAGE, value.coverage()));
            inputs.add(new Input.Share(Name.COVERAGE_NEEDED, minimumCoverage()));
        }

        private IndicatorProgress judge(IndicatorValue value, Target target) {
            var figure = value.value().orElseThrow();
            var attained = Attainment.of(indicator, target, figure);
            var expected = Attainment.expected(indicator, target, today);
            var isMet = Attainment.isMet(indicator.direction(), target, figure);
            var verdict = verdict(isMet, attained, expected, value.state(), today.isAfter(target.date()));
            return new IndicatorProgress(
                    indicator,
                    verdict.status(),
                    verdict.why(),
                    attained,
                    expected,
                    Optional.of(isMet),
                    Optional.of(value),
                    values,
                    reckoning(value, target, attained, expected));
        }

        private record Verdict(Status status, Why why) {}

        private static Verdict verdict(
                boolean isMet, OptionalDouble attained, OptionalDouble expected, State state, boolean isOver) {
            if (isMet && state == State.FINAL) return new Verdict(Status.ACHIEVED, Why.FIGURES);
            if (isMet) return new Verdict(Status.ON_TRACK, Why.PROVISIONAL);
            if (isOver) return new Verdict(Status.MISSED, Why.TARGET_DATE_PASSED);
            if (attained.isEmpty() || expected.isEmpty()) return new Verdict(Status.AT_RISK, Why.NO_BASELINE);
            var behind = expected.getAsDouble() - attained.getAsDouble();
            return new Verdict(byDistance(behind), Why.FIGURES);
        }

        /** Binary fractions do not decide who is on track. */
        private static Status byDistance(double behind) {
            if (behind <= ON_TRACK_SLACK + 1e-9) return Status.ON_TRACK;
            return behind <= AT_RISK_SLACK + 1e-9 ? Status.AT_RISK : Status.OFF_TRACK;
        }

        private Reckoning reckoning(
                IndicatorValue value, Target target, OptionalDouble attained, OptionalDouble expected) {
            var inputs = new ArrayList<Input>();
            add(inputs, value);
            indicator.baseline().ifPresent(baseline -> {
                inputs.add(new Input.Amount(Name.BASELINE, baseline.value(), indicator.unit()));
                inputs.add(new Input.Day(Name.BASELINE_DATE, baseline.date()));
            });
            inputs.add(new Input.Amount(Name.TARGET, target.value(), indicator.unit()));
            target.upTo().ifPresent(end -> inputs.add(new Input.Amount(Name.TARGET_UP_TO, end, indicator.unit())));
            inputs.add(new Input.Day(Name.TARGET_DATE, target.date()));
            inputs.add(new Input.Day(Name.TODAY, today));
            attained.ifPresent(share -> inputs.add(new Input.Share(Name.ATTAINED, share)));
            expected.ifPresent(share -> inputs.add(new Input.Share(Name.EXPECTED, share)));
            return new Reckoning(rule(attained, expected), inputs);
        }

        private Rule rule(OptionalDouble attained, OptionalDouble expected) {
            if (attained.isEmpty() || expected.isEmpty()) return Rule.INDICATOR_WITHOUT_BASELINE;
            return indicator.direction() == Indicator.Direction.RANGE ? Rule.INDICATOR_RANGE : Rule.INDICATOR;
        }
    }
}
