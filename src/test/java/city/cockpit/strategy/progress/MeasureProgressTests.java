package city.cockpit.strategy.progress;

import static city.cockpit.strategy.progress.Plans.measure;
import static city.cockpit.strategy.progress.Plans.milestone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.plan.Measure.BudgetLine;
import city.cockpit.strategy.plan.Measure.Estimate;
import city.cockpit.strategy.plan.Measure.Milestone;
import city.cockpit.strategy.plan.Measure.Status;
import city.cockpit.strategy.progress.MeasureProgress.Basis;
import city.cockpit.strategy.progress.ScheduleProgress.Light;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureProgressTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Period QUARTER = Period.ofMonths(3);

    private static MeasureProgress of(Measure measure) {
        return MeasureProgress.of(measure, QUARTER, TODAY);
    }

    @Test
    void milestonesCountByTheirWeight() {
        var progress = of(measure(
                Status.IN_PROGRESS,
                1,
                milestone(3, "2026-03-01", "2026-03-20"),
                milestone(2, "2026-10-01", ""),
                milestone(5, "2027-06-01", "")));
        assertThat(progress.share()).hasValue(0.3);
        assertThat(progress.basis()).isEqualTo(Basis.MILESTONES);
        assertThat(progress.schedule().planned()).hasValue(0.5);
        assertThat(progress.schedule().index().orElseThrow()).isCloseTo(0.6, within(1e-9));
        assertThat(progress.schedule().light()).isEqualTo(Light.RED);
    }

    @ParameterizedTest
    @CsvSource({"95, GREEN", "100, GREEN", "94, AMBER", "80, AMBER", "79, RED", "0, RED"})
    void theLightFollowsWhatIsDoneOfWhatIsDue(double done, Light light) {
        var milestones = new ArrayList<Milestone>();
        if (done > 0) milestones.add(milestone(done, "2026-01-01", "2026-01-01"));
        if (done < 100) milestones.add(milestone(100 - done, "2026-01-01", ""));
        assertThat(of(measure(Status.IN_PROGRESS, 1, milestones.toArray(Milestone[]::new)))
                        .schedule()
                        .light())
                .isEqualTo(light);
    }

    @Test
    void whileNothingIsDueThereIsNothingToJudge() {
        var progress = of(measure(Status.APPROVED, 1, milestone(1, "2027-01-01", ""), milestone(1, "", "")));
        assertThat(progress.schedule().light()).isEqualTo(Light.NONE);
        assertThat(progress.schedule().index()).isEmpty();
    }

    @Test
    void anEstimateIsBelievedForOneReportingPeriodAndThenCountsNoMore() {
        var fresh = Optional.of(new Estimate(0.7, TODAY.minusMonths(3), "anna"));
        var old = Optional.of(new Estimate(0.7, TODAY.minusMonths(3).minusDays(1), "anna"));
        var believed = of(measure(Status.IN_PROGRESS, 1, fresh, List.of()));
        assertThat(believed.share()).hasValue(0.7);
        assertThat(believed.basis()).isEqualTo(Basis.ESTIMATE);
        var expired = of(measure(Status.IN_PROGRESS, 1, old, List.of()));
        assertThat(expired.share()).isEmpty();
        assertThat(expired.basis()).isEqualTo(Basis.ESTIMATE_EXPIRED);
        assertThat(expired.counts()).isFalse();
    }

    @Test
    void milestonesGoBeforeWhatPeopleBelieve() {
        var estimate = Optional.of(new Estimate(0.9, TODAY, "anna"));
        var progress = of(measure(
                Status.IN_PROGRESS, 1, estimate, List.of(), milestone(1, "2026-01-01", ""), milestone(1, "", "")));
        assertThat(progress.share()).hasValue(0);
    }

    @Test
    void completedIsAllAndAnIdeaIsNothing() {
        assertThat(of(measure(Status.COMPLETED, 1)).share()).hasValue(1);
        assertThat(of(measure(Status.COMPLETED, 1, milestone(1, "2026-01-01", "")))
                        .share())
                .hasValue(1);
        assertThat(of(measure(Status.IDEA, 1)).share()).hasValue(0);
        assertThat(of(measure(Status.IN_PROGRESS, 1)).share()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // planned, committed, spent, absorption, commitment, cost index of half a measure, overspent
        "100000, 80000, 50000, 0.5, 0.8, 1.0, false",
        "100000, 120000, 100000, 1.0, 1.2, 0.5, false",
        "100000, 120000, 100001, 1.00001, 1.2, 0.499995, true"
    })
    void moneyIsComparedWithThePlanAndWithWhatIsReached(
            long planned,
            long committed,
            long spent,
            double absorption,
            double commitment,
            double index,
            boolean isOverspent) {
        var half = measure(
                Status.IN_PROGRESS,
                1,
                Optional.empty(),
                List.of(new BudgetLine(2026, "", planned, committed, spent)),
                milestone(1, "2026-01-01", "2026-01-01"),
                milestone(1, "", ""));
        var budget = of(half).budget();
        assertThat(budget.absorption().orElseThrow()).isCloseTo(absorption, within(1e-9));
        assertThat(budget.commitment().orElseThrow()).isCloseTo(commitment, within(1e-9));
        assertThat(budget.costIndex().orElseThrow()).isCloseTo(index, within(1e-6));
        assertThat(budget.isOverspent()).isEqualTo(isOverspent);
    }

    @Test
    void withoutMoneyNothingIsDividedByNothing() {
        var budget = of(measure(Status.IN_PROGRESS, 1)).budget();
        assertThat(budget.absorption()).isEmpty();
        assertThat(budget.costIndex()).isEmpty();
        assertThat(budget.isOverspent()).isFalse();
    }

    @Test
    void whatWasGivenUpLeavesTheDenominatorAndStaysToBeSeen() {
        var field = FieldProgress.of(List.of(
                of(measure(Status.COMPLETED, 1)),
                of(measure(Status.IDEA, 3)),
                of(measure(Status.DISCONTINUED, 100)),
                of(measure(Status.IN_PROGRESS, 50))));
        assertThat(field.share()).hasValue(0.25);
        assertThat(field.discontinued()).isEqualTo(1);
        assertThat(field.unknown()).isEqualTo(1);
        assertThat(field.byStatus()).containsEntry(Status.DISCONTINUED, 1L);
    }

    @Test
    void implementationIsOfWhatTheTownHasDecidedOn() {
        var all = List.of(
                of(measure(Status.COMPLETED, 1)),
                of(measure(Status.APPROVED, 1, milestone(1, "2027-01-01", ""))),
                of(measure(Status.IDEA, 5)),
                of(measure(Status.PLANNED, 5)),
                of(measure(Status.DISCONTINUED, 5)));
        assertThat(FieldProgress.implementation(all).share()).hasValue(0.5);
        assertThat(FieldProgress.implementation(all).isFarAdvanced()).isTrue();
    }

    @Test
    void whateverTheMeasuresTheirMeanLiesBetweenThemAndGivingOneUpNeverHidesIt() {
        var random = new Random(23);
        for (var i = 0; i < 3_000; i++) {
            var measures = new ArrayList<MeasureProgress>();
            for (var n = random.nextInt(1, 8); n > 0; n--) measures.add(of(random(random)));
            var field = FieldProgress.of(measures);
            var shares = measures.stream()
                    .filter(MeasureProgress::counts)
                    .mapToDouble(one -> one.share().orElseThrow())
                    .summaryStatistics();
            assertThat(field.share().isPresent()).isEqualTo(shares.getCount() > 0);
            if (shares.getCount() > 0)
                assertThat(field.share().orElseThrow()).isBetween(shares.getMin() - 1e-9, shares.getMax() + 1e-9);
            assertThat(field.byStatus().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(measures.size());
            assertThat(shares.getCount() + field.unknown() + field.discontinued())
                    .isEqualTo(measures.size());
        }
    }

    private static Measure random(Random random) {
        var milestones = new ArrayList<Milestone>();
        for (var n = random.nextInt(4); n > 0; n--)
            milestones.add(
                    milestone(random.nextDouble(0.1, 9), "2026-05-01", random.nextBoolean() ? "2026-05-03" : ""));
        return measure(
                List.of(Status.values()).get(random.nextInt(Status.values().length)),
                random.nextDouble(0.1, 10),
                milestones.toArray(Milestone[]::new));
    }
}
