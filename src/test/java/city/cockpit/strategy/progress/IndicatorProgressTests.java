package city.cockpit.strategy.progress;

import static city.cockpit.strategy.progress.Plans.END;
import static city.cockpit.strategy.progress.Plans.START;
import static city.cockpit.strategy.progress.Plans.indicator;
import static city.cockpit.strategy.progress.Plans.range;
import static city.cockpit.strategy.progress.Plans.value;
import static city.cockpit.strategy.progress.Plans.withoutBaseline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Indicator.Direction;
import city.cockpit.strategy.plan.Indicator.Waypoint;
import city.cockpit.strategy.progress.IndicatorValue.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorProgressTests {

    /** Half of the ten years from 2020 to 2030: 1,827 of 3,653 days. */
    private static final LocalDate MIDDLE = LocalDate.of(2025, 1, 1);

    private static IndicatorProgress of(Indicator indicator, double value, LocalDate today) {
        return IndicatorProgress.of(indicator, List.of(value(value, today)), today);
    }

    @ParameterizedTest
    @CsvSource({
        // direction, baseline, target, value, attained
        "LOWER, 12.4, 10, 12.4, 0",
        "LOWER, 12.4, 10, 11.2, 0.5",
        "LOWER, 12.4, 10, 10, 1",
        "LOWER, 12.4, 10, 8, 1",
        "LOWER, 12.4, 10, 14, 0",
        "LOWER, 40, 0, 30, 0.25",
        "HIGHER, 34, 120, 34, 0",
        "HIGHER, 34, 120, 77, 0.5",
        "HIGHER, 34, 120, 120, 1",
        "HIGHER, 34, 120, 500, 1",
        "HIGHER, 34, 120, 20, 0",
        "HIGHER, -10, 10, -5, 0.25",
        "LOWER, 10, 10, 10, 1",
        "LOWER, 10, 10, 10.1, 0",
        "HIGHER, 10, 10, 9.9, 0"
    })
    void theWayFromTheBaselineIsComparedWithTheWholeWay(
            Direction direction, double baseline, double target, double value, double attained) {
        assertThat(of(indicator(direction, baseline, target), value, MIDDLE)
                        .attained()
                        .orElseThrow())
                .isCloseTo(attained, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"18, 1", "20, 1", "22, 1", "17, 0.75", "16, 0.5", "14, 0", "3, 0", "24, 0.5", "26, 0", "99, 0"})
    void insideARangeAllIsReachedAndOneWidthOutsideNothing(double value, double attained) {
        assertThat(of(range(18, 22), value, MIDDLE).attained().orElseThrow()).isCloseTo(attained, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        // the day, expected without way-points, and with 20 % on 1 January 2022 and 80 % on 1 January 2024
        "2019-06-01, 0, 0",
        "2020-01-01, 0, 0",
        "2022-01-01, 0.200109499, 0.2",
        "2023-01-01, 0.300027375, 0.5",
        "2024-01-01, 0.399945251, 0.8",
        "2027-01-01, 0.699972625, 0.9",
        "2030-01-01, 1, 1",
        "2031-01-01, 1, 1"
    })
    void whatShouldBeReachedGrowsEvenlyFromWayPointToWayPoint(LocalDate day, double straight, double byWayPoints) {
        var planned = indicator(
                Direction.HIGHER,
                0,
                100,
                new Waypoint(LocalDate.of(2022, 1, 1), 0.2),
                new Waypoint(LocalDate.of(2024, 1, 1), 0.8));
        assertThat(of(indicator(Direction.HIGHER, 0, 100), 50, day).expected().orElseThrow())
                .isCloseTo(straight, within(1e-6));
        assertThat(of(planned, 50, day).expected().orElseThrow()).isCloseTo(byWayPoints, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "100, FINAL, ACHIEVED",
        "100, PROVISIONAL, ON_TRACK",
        "51, FINAL, ON_TRACK",
        "45.02, FINAL, ON_TRACK",
        "44.9, FINAL, AT_RISK",
        "30.02, FINAL, AT_RISK",
        "29.9, FINAL, OFF_TRACK",
        "0, FINAL, OFF_TRACK"
    })
    void inTheMiddleOfTheTimeHalfShouldBeReached(double value, State state, Status status) {
        var progress =
                IndicatorProgress.of(indicator(Direction.HIGHER, 0, 100), List.of(value(value, MIDDLE, state)), MIDDLE);
        assertThat(progress.status()).isEqualTo(status);
    }

    @Test
    void onceTheDateHasPassedItIsReachedOrMissed() {
        var today = END.plusDays(1);
        var lessAir = indicator(Direction.LOWER, 12.4, 10);
        assertThat(of(lessAir, 10.1, today).status()).isEqualTo(Status.MISSED);
        assertThat(of(lessAir, 10.1, today).why()).isEqualTo(Why.TARGET_DATE_PASSED);
        assertThat(of(lessAir, 10, today).status()).isEqualTo(Status.ACHIEVED);
        assertThat(of(lessAir, 10.1, END).status()).isNotEqualTo(Status.MISSED);
    }

    @Test
    void withoutABaselineItIsReachedOrNotAndNoWayIsInvented() {
        var fewer = withoutBaseline(Direction.LOWER, 55);
        assertThat(of(fewer, 54, MIDDLE).status()).isEqualTo(Status.ACHIEVED);
        var above = of(fewer, 56, MIDDLE);
        assertThat(above.status()).isEqualTo(Status.AT_RISK);
        assertThat(above.why()).isEqualTo(Why.NO_BASELINE);
        assertThat(above.attained()).isEmpty();
        assertThat(above.expected()).isEmpty();
        assertThat(above.isMet()).contains(false);
    }

    @Test
    void withoutAValueNobodyKnows() {
        var progress = IndicatorProgress.of(indicator(Direction.LOWER, 12, 10), List.of(), MIDDLE);
        assertThat(progress.status()).isEqualTo(Status.NO_DATA);
        assertThat(progress.why()).isEqualTo(Why.NO_VALUE);
    }

    @Test
    void aValueOlderThanOneAndAHalfPeriodsSaysNothingMore() {
        var yearly = indicator(Direction.HIGHER, 0, 100);
        var old = List.of(value(50, MIDDLE));
        // Its last day is 31 December 2024; one and a half years are 548 days.
        assertThat(IndicatorProgress.of(yearly, old, LocalDate.of(2026, 7, 2)).status())
                .isNotEqualTo(Status.NO_DATA);
        var later = IndicatorProgress.of(yearly, old, LocalDate.of(2026, 7, 3));
        assertThat(later.status()).isEqualTo(Status.NO_DATA);
        assertThat(later.why()).isEqualTo(Why.TOO_OLD);
    }

    @Test
    void theNewestUsableValueIsJudged() {
        var values = List.of(value(20, MIDDLE), value(90, LocalDate.of(2024, 1, 1)), value(99, MIDDLE, State.INVALID));
        var progress = IndicatorProgress.of(indicator(Direction.HIGHER, 0, 100), values, MIDDLE);
        assertThat(progress.judged().orElseThrow().value()).hasValue(20);
        assertThat(progress.values()).hasSize(3);
    }

    @Test
    void theReckoningNamesEverythingThatWentIn() {
        var inputs = of(indicator(Direction.LOWER, 12.4, 10), 11.2, MIDDLE)
                .reckoning()
                .inputs();
        assertThat(inputs)
                .extracting(Reckoning.Input::name)
                .containsExactly(
                        Reckoning.Name.VALUE,
                        Reckoning.Name.VALUE_UNTIL,
                        Reckoning.Name.BASELINE,
                        Reckoning.Name.BASELINE_DATE,
                        Reckoning.Name.TARGET,
                        Reckoning.Name.TARGET_DATE,
                        Reckoning.Name.TODAY,
                        Reckoning.Name.ATTAINED,
                        Reckoning.Name.EXPECTED);
    }

    @Test
    void whateverTheFiguresSharesStayBetweenNothingAndAll() {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++) {
            var progress = random(random);
            progress.attained().ifPresent(share -> assertThat(share).isBetween(0.0, 1.0));
            progress.expected().ifPresent(share -> assertThat(share).isBetween(0.0, 1.0));
            assertThat(progress.status()).isNotNull();
            if (progress.status() == Status.ACHIEVED)
                assertThat(progress.isMet()).contains(true);
        }
    }

    @Test
    void toTurnEveryNumberAroundTurnsTheDirectionAroundAndNothingElse() {
        var random = new Random(11);
        for (var i = 0; i < 5_000; i++) {
            var from = random.nextDouble(-100, 100);
            var to = from + random.nextDouble(0.1, 100);
            var value = random.nextDouble(-300, 300);
            var today = START.plusDays(random.nextInt(3_653));
            var higher = of(indicator(Direction.HIGHER, from, to), value, today);
            var lower = of(indicator(Direction.LOWER, -from, -to), -value, today);
            assertThat(lower.status()).isEqualTo(higher.status());
            assertThat(lower.attained().orElseThrow())
                    .isCloseTo(higher.attained().orElseThrow(), within(1e-9));
        }
    }

    @Test
    void aBetterValueNeverMakesItWorse() {
        var random = new Random(13);
        for (var i = 0; i < 5_000; i++) {
            var lower = indicator(Direction.LOWER, 100, random.nextDouble(0, 99));
            var today = START.plusDays(random.nextInt(4_000));
            var value = random.nextDouble(-50, 150);
            var worse = of(lower, value, today);
            var better = of(lower, value - random.nextDouble(0, 50), today);
            assertThat(better.attained().orElseThrow())
                    .isGreaterThanOrEqualTo(worse.attained().orElseThrow());
            assertThat(better.status()).isLessThanOrEqualTo(worse.status());
        }
    }

    @Test
    void theSameValueLaterIsNeverCloserToThePlan() {
        var random = new Random(17);
        for (var i = 0; i < 5_000; i++) {
            var indicator = indicator(Direction.HIGHER, 0, 100);
            var today = START.plusDays(random.nextInt(3_600));
            var value = random.nextDouble(0, 99);
            assertThat(of(indicator, value, today.plusDays(random.nextInt(400))).status())
                    .isGreaterThanOrEqualTo(of(indicator, value, today).status());
        }
    }

    private static IndicatorProgress random(Random random) {
        var direction = List.of(Direction.values()).get(random.nextInt(3));
        var from = random.nextInt(-5, 6);
        var to = random.nextInt(-5, 6);
        var today = START.plusDays(random.nextInt(-500, 5_000));
        var indicator = direction == Direction.RANGE
                ? range(Math.min(from, to), Math.max(from, to) + 1)
                : random.nextInt(4) == 0 ? withoutBaseline(direction, to) : indicator(direction, from, to);
        var state = List.of(State.values()).get(random.nextInt(3));
        return IndicatorProgress.of(
                indicator, List.of(value(random.nextInt(-20, 20), today.minusDays(random.nextInt(600)), state)), today);
    }
}
