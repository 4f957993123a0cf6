package city.cockpit.strategy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.strategy.plan.Binding.Aggregation;
import city.cockpit.strategy.plan.Binding.Grade;
import city.cockpit.strategy.plan.Binding.Places;
import city.cockpit.strategy.plan.Binding.Window;
import city.cockpit.strategy.plan.Indicator.Baseline;
import city.cockpit.strategy.plan.Indicator.Category;
import city.cockpit.strategy.plan.Indicator.Direction;
import city.cockpit.strategy.plan.Indicator.Frequency;
import city.cockpit.strategy.plan.Indicator.Target;
import city.cockpit.strategy.plan.Indicator.Waypoint;
import city.cockpit.strategy.plan.Measure.Milestone;
import city.cockpit.strategy.plan.Measure.Schedule;
import city.cockpit.strategy.plan.Measure.Standing;
import city.cockpit.strategy.plan.Measure.Status;
import city.cockpit.strategy.plan.Problem.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PlanCheckTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate START = LocalDate.of(2024, 12, 31);
    private static final LocalDate END = LocalDate.of(2029, 12, 31);
    private static final ItemId ENERGY = new ItemId("energie");

    private static List<Kind> problems(List<? extends Item> items) {
        var blank = Strategy.blank("Musterstadt");
        return PlanCheck.problems(
                        new Strategy(
                                blank.about(),
                                blank.municipality(),
                                blank.components(),
                                blank.fields(),
                                of(items, Goal.class),
                                of(items, Measure.class),
                                of(items, Indicator.class),
                                List.of(),
                                blank.concepts()),
                        TODAY)
                .stream()
                .map(Problem::kind)
                .toList();
    }

    private static <I> List<I> of(List<? extends Item> items, Class<I> kind) {
        return items.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Goal goal(String id, String parent) {
        return new Goal(
                new ItemId(id),
                "Ziel " + id,
                Visibility.PUBLIC,
                ENERGY,
                parent.isEmpty() ? Optional.empty() : Optional.of(new ItemId(parent)),
                Optional.empty(),
                "",
                List.of());
    }

    private static Measure measure(double weight, Standing standing, Schedule schedule, Milestone... milestones) {
        return new Measure(
                new ItemId("licht"),
                "Licht",
                Visibility.PUBLIC,
                "",
                standing,
                schedule,
                weight,
                "",
                "",
                List.of(ENERGY),
                List.of(),
                List.of(),
                List.of(milestones),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                false);
    }

    private static Measure measure(double weight, Milestone... milestones) {
        return measure(weight, new Standing(Status.IN_PROGRESS, ""), Schedule.OPEN, milestones);
    }

    private static Milestone milestone(double weight, String done, String comment) {
        return new Milestone(
                "Mast",
                Optional.empty(),
                Optional.empty(),
                done.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(done)),
                weight,
                "",
                "",
                comment);
    }

    private static Indicator indicator(
            Direction direction, double from, Target target, Optional<Binding> binding, Waypoint... waypoints) {
        return new Indicator(
                new ItemId("luft"),
                "Luft",
                Visibility.PUBLIC,
                "",
                "",
                1,
                direction,
                Optional.of(new Baseline(from, START)),
                Optional.of(target),
                List.of(),
                List.of(waypoints),
                Frequency.YEARLY,
                Category.IMPACT,
                binding,
                List.of(),
                List.of());
    }

    private static Indicator bound(Aggregation aggregation, Places places) {
        return indicator(
                Direction.LOWER,
                12,
                target(10, END),
                Optional.of(new Binding(
                        "pm10",
                        List.of(),
                        aggregation,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        places,
                        Window.CALENDAR_YEAR,
                        0.85,
                        Grade.INDICATIVE)));
    }

    private static Target target(double value, LocalDate date) {
        return new Target(value, OptionalDouble.empty(), date, "");
    }

    @Test
    void aTargetLiesAfterItsBaseline() {
        assertThat(problems(List.of(indicator(Direction.LOWER, 12, target(10, END), Optional.empty()))))
                .isEmpty();
        assertThat(problems(List.of(indicator(Direction.LOWER, 12, target(10, START), Optional.empty()))))
                .containsExactly(Kind.TARGET_BEFORE_BASELINE);
        assertThat(problems(List.of(indicator(Direction.LOWER, 12, target(10, START.minusYears(1)), Optional.empty()))))
                .containsExactly(Kind.TARGET_BEFORE_BASELINE);
    }

    @Test
    void aTargetIsBetterThanItsBaseline() {
        assertThat(problems(List.of(indicator(Direction.HIGHER, 12, target(10, END), Optional.empty()))))
                .containsExactly(Kind.TARGET_AGAINST_DIRECTION);
        assertThat(problems(List.of(indicator(Direction.LOWER, 10, target(12, END), Optional.empty()))))
                .containsExactly(Kind.TARGET_AGAINST_DIRECTION);
        assertThat(problems(List.of(indicator(Direction.LOWER, 10, target(10, END), Optional.empty()))))
                .isEmpty();
    }

    @Test
    void aRangeHasTwoEndsInOrder() {
        var good = new Target(18, OptionalDouble.of(22), END, "");
        var upsideDown = new Target(22, OptionalDouble.of(18), END, "");
        assertThat(problems(List.of(indicator(Direction.RANGE, 10, good, Optional.empty()))))
                .isEmpty();
        assertThat(problems(List.of(indicator(Direction.RANGE, 10, upsideDown, Optional.empty()))))
                .containsExactly(Kind.RANGE_UPSIDE_DOWN);
        assertThat(problems(List.of(indicator(Direction.RANGE, 10, target(18, END), Optional.empty()))))
                .containsExactly(Kind.RANGE_UPSIDE_DOWN);
    }

    @Test
    void nothingIsInfinitelyGood() {
        assertThat(problems(List.of(indicator(Direction.LOWER, Double.NaN, target(10, END), Optional.empty()))))
                .containsExactly(Kind.NOT_A_NUMBER);
    }

    @Test
    void wayPointsFollowEachOtherBetweenBaselineAndTarget() {
        var early = new Waypoint(LocalDate.of(2026, 12, 31), 0.3);
        var late = new Waypoint(LocalDate.of(2027, 12, 31), 0.6);
        assertThat(problems(List.of(indicator(Direction.LOWER, 12, target(10, END), Optional.empty(), early, late))))
                .isEmpty();
        assertThat(problems(List.of(indicator(Direction.LOWER, 12, target(10, END), Optional.empty(), late, early))))
                .containsExactly(Kind.WAYPOINTS_OUT_OF_ORDER);
    }

    @Test
    void goalsThatServeEachOtherInACircleAreToldOnce() {
        assertThat(problems(List.of(goal("a", "b"), goal("b", "c"), goal("c", "a"), goal("d", "a"), goal("e", ""))))
                .containsExactly(Kind.CYCLIC_GOALS);
        assertThat(problems(List.of(goal("a", "a")))).containsExactly(Kind.CYCLIC_GOALS);
        assertThat(problems(List.of(goal("a", ""), goal("b", "a"), goal("c", "b"))))
                .isEmpty();
    }

    @Test
    void whatWeighsNothingCannotCount() {
        assertThat(problems(List.of(measure(0)))).containsExactly(Kind.WEIGHT_NOT_POSITIVE);
        assertThat(problems(List.of(measure(Double.NaN)))).containsExactly(Kind.WEIGHT_NOT_POSITIVE);
        assertThat(problems(List.of(measure(1, milestone(0, "", ""))))).containsExactly(Kind.WEIGHT_NOT_POSITIVE);
        assertThat(problems(List.of(measure(1, milestone(1, "", ""))))).isEmpty();
    }

    @Test
    void whatIsDoneCanBeSeenAndWasDoneInThePast() {
        assertThat(problems(List.of(measure(1, milestone(1, "2026-05-01", "")))))
                .containsExactly(Kind.DONE_WITHOUT_EVIDENCE);
        assertThat(problems(List.of(measure(1, milestone(1, "2026-05-01", "steht")))))
                .isEmpty();
        assertThat(problems(List.of(measure(1, milestone(1, "2026-11-23", "steht")))))
                .containsExactly(Kind.DONE_IN_FUTURE);
    }

    @Test
    void whoRestsOrGivesUpSaysWhy() {
        for (var status : List.of(Status.ON_HOLD, Status.DISCONTINUED)) {
            assertThat(problems(List.of(measure(1, new Standing(status, " "), Schedule.OPEN))))
                    .containsExactly(Kind.REASON_MISSING);
            assertThat(problems(List.of(measure(1, new Standing(status, "Kein Geld"), Schedule.OPEN))))
                    .isEmpty();
        }
    }

    @Test
    void nothingEndsBeforeItBegins() {
        var schedule = new Schedule(Optional.of(END), Optional.of(START), Optional.empty(), Optional.empty());
        assertThat(problems(List.of(measure(1, new Standing(Status.PLANNED, ""), schedule))))
                .containsExactly(Kind.END_BEFORE_START);
    }

    @Test
    void namesAreThereOnceAndReferToSomething() {
        var twice = new ArrayList<Item>(List.of(goal("a", ""), goal("a", "")));
        assertThat(problems(twice)).containsExactly(Kind.ID_TWICE);
        assertThat(problems(List.of(goal("a", "b")))).containsExactly(Kind.UNKNOWN_REFERENCE);
    }

    @Test
    void aBindingSaysAllThatItsComputationNeeds() {
        assertThat(problems(List.of(bound(Aggregation.MEAN_OF_HOURLY_MEANS, Places.HIGHEST))))
                .isEmpty();
        assertThat(problems(List.of(bound(Aggregation.DAYS_ABOVE, Places.HIGHEST))))
                .containsExactly(Kind.LEVEL_MISSING);
        assertThat(problems(List.of(bound(Aggregation.PER_SQUARE_METRE, Places.TOTAL))))
                .containsExactly(Kind.AREA_MISSING);
        assertThat(problems(List.of(bound(Aggregation.LNIGHT, Places.TOTAL)))).containsExactly(Kind.PLACES_DO_NOT_FIT);
        assertThat(problems(List.of(bound(Aggregation.AVAILABILITY, Places.ANY))))
                .containsExactly(Kind.PLACES_DO_NOT_FIT);
    }

    @Test
    void aLinkOnThePublicPageLeadsToAPage() {
        var blank = Strategy.blank("Musterstadt");
        for (var address : List.of("javascript:alert(1)", "www.example.org", "https://a b"))
            assertThat(PlanCheck.problems(withDocument(blank, address), TODAY))
                    .extracting(Problem::kind)
                    .containsExactly(Kind.NOT_AN_ADDRESS);
        assertThat(PlanCheck.problems(withDocument(blank, "https://www.musterstadt.example/strategie.pdf"), TODAY))
                .isEmpty();
    }

    private static Strategy withDocument(Strategy strategy, String address) {
        var about = strategy.about();
        return new Strategy(
                new About(
                        about.title(),
                        about.summary(),
                        false,
                        about.stage(),
                        about.stageSince(),
                        about.scope(),
                        about.from(),
                        about.to(),
                        address,
                        ""),
                strategy.municipality(),
                strategy.components(),
                strategy.fields(),
                strategy.goals(),
                strategy.measures(),
                strategy.indicators(),
                strategy.resolutions(),
                strategy.concepts());
    }
}
