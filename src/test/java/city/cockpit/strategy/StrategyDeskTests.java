package city.cockpit.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.audit.Entry;
import city.cockpit.audit.InMemoryAudit;
import city.cockpit.strategy.SaveOutcome.Overtaken;
import city.cockpit.strategy.SaveOutcome.Refused;
import city.cockpit.strategy.SaveOutcome.Saved;
import city.cockpit.strategy.StrategyVersion.State;
import city.cockpit.strategy.plan.About;
import city.cockpit.strategy.plan.Component;
import city.cockpit.strategy.plan.FieldOfAction;
import city.cockpit.strategy.plan.Goal;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.plan.Municipality;
import city.cockpit.strategy.plan.Problem;
import city.cockpit.strategy.plan.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StrategyDeskTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final ItemId ENERGY = new ItemId("energie");

    private Instant now = Instant.parse("2026-11-22T11:00:00Z");
    private final InMemoryAudit audit = new InMemoryAudit(() -> now);
    private final InMemoryStrategies strategies = new InMemoryStrategies(audit, () -> now);
    private final StrategyDesk desk = strategies.desk();
    private final StrategyPictures pictures = strategies.pictures();

    private static Goal goal(String id, String title, Optional<ItemId> parent) {
        return new Goal(new ItemId(id), title, Visibility.PUBLIC, ENERGY, parent, Optional.empty(), "", List.of());
    }

    private static Measure measure(String id, String title) {
        var idea = Measure.idea(new ItemId(id), title, ENERGY);
        return new Measure(
                idea.id(),
                title,
                Visibility.PUBLIC,
                "",
                idea.standing(),
                idea.schedule(),
                1,
                "",
                "",
                idea.fields(),
                List.of(new ItemId("sparen")),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                false);
    }

    private long save(Edit edit) {
        var outcome = desk.save(desk.newest().number(), edit, "anna");
        assertThat(outcome).isInstanceOf(Saved.class);
        return ((Saved) outcome).version().number();
    }

    private void publish() {
        var seen = desk.newest().number();
        assertThat(desk.handIn(seen, "anna", "")).isInstanceOf(Saved.class);
        assertThat(desk.publish(seen, "bert", "")).isInstanceOf(Saved.class);
        now = now.plusSeconds(10);
    }

    private void named(String title) {
        var about = desk.newest().strategy().about();
        save(new Edit.OfAbout(new About(
                title,
                about.summary(),
                false,
                about.stage(),
                about.stageSince(),
                about.scope(),
                about.from(),
                about.to(),
                "",
                "")));
    }

    @Test
    void atFirstThereAreTheUsualFieldsAndNothingIsPublished() {
        assertThat(desk.newest().number()).isZero();
        assertThat(desk.newest().strategy().fields())
                .extracting(FieldOfAction::title)
                .contains("Mobilität");
        assertThat(pictures.published()).isEmpty();
    }

    @Test
    void thePublicSeesExactlyWhatIsPublishedAndNeverADraft() {
        named("Strategie");
        publish();
        save(new Edit.Put(goal("sparen", "Sparen", Optional.empty())));
        save(new Edit.Put(measure("licht", "Licht")));
        assertThat(pictures.published().orElseThrow().strategy().measures()).isEmpty();
        assertThat(pictures.newest().strategy().measures()).hasSize(1);
        desk.handIn(desk.newest().number(), "anna", "");
        now = now.plusSeconds(10);
        assertThat(pictures.published().orElseThrow().strategy().measures()).isEmpty();
    }

    @Test
    void oneNoSoonerWrittenThanHandedInIsADraftAgainWhenSomebodyChangesIt() {
        named("Strategie");
        desk.handIn(desk.newest().number(), "anna", "");
        save(new Edit.Put(goal("sparen", "Sparen", Optional.empty())));
        assertThat(desk.newest().state()).isEqualTo(State.DRAFT);
        assertThat(desk.publish(desk.newest().number(), "bert", "")).isInstanceOf(Overtaken.class);
    }

    @Test
    void whatIsWithdrawnNobodySeesAnyMore() {
        named("Strategie");
        publish();
        assertThat(desk.withdraw(1, "bert", "Fehler")).isInstanceOf(Saved.class);
        now = now.plusSeconds(10);
        assertThat(pictures.published()).isEmpty();
        assertThat(desk.newest().state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void whatTheAdministratorSendsBackIsADraftAgain() {
        named("Strategie");
        desk.handIn(1, "anna", "");
        assertThat(desk.sendBack(1, "bert", "Es fehlen Ziele")).isInstanceOf(Saved.class);
        assertThat(desk.newest().state()).isEqualTo(State.DRAFT);
    }

    @Test
    void twoPeopleMayChangeDifferentThingsAtOnceButNotTheSame() {
        save(new Edit.Put(goal("sparen", "Sparen", Optional.empty())));
        var seen = save(new Edit.Put(measure("licht", "Licht")));
        assertThat(desk.save(seen, new Edit.Put(measure("licht", "Licht nach Bedarf")), "anna"))
                .isInstanceOf(Saved.class);
        assertThat(desk.save(seen, new Edit.Put(goal("sparen", "Energie sparen", Optional.empty())), "bert"))
                .isInstanceOf(Saved.class);
        assertThat(desk.save(seen, new Edit.Put(measure("licht", "Mehr Licht")), "carla"))
                .isInstanceOf(Overtaken.class);
        assertThat(desk.newest().strategy().measures())
                .extracting(Measure::title)
                .containsExactly("Licht nach Bedarf");
        assertThat(desk.newest().strategy().goals()).extracting(Goal::title).containsExactly("Energie sparen");
    }

    @Test
    void wrongInputIsRefusedAndNothingIsKept() {
        save(new Edit.Put(goal("oben", "Oben", Optional.empty())));
        save(new Edit.Put(goal("unten", "Unten", Optional.of(new ItemId("oben")))));
        var before = desk.newest();
        assertThat(desk.save(2, new Edit.Put(goal("oben", "Oben", Optional.of(new ItemId("unten")))), "anna"))
                .isEqualTo(new Refused(List.of(new Problem(
                        Problem.Kind.CYCLIC_GOALS, Optional.of(new ItemId("oben")), List.of("Oben", "2")))));
        assertThat(desk.newest()).isEqualTo(before);
    }

    @Test
    void whatIsRemovedIsNamedNowhereAnyMore() {
        save(new Edit.Put(goal("oben", "Oben", Optional.empty())));
        save(new Edit.Put(goal("unten", "Unten", Optional.of(new ItemId("oben")))));
        save(new Edit.Remove(new ItemId("oben")));
        assertThat(desk.newest().strategy().goals()).containsExactly(goal("unten", "Unten", Optional.empty()));
    }

    @Test
    void aFieldOfActionWithGoalsInItIsNotRemoved() {
        save(new Edit.Put(goal("oben", "Oben", Optional.empty())));
        assertThat(desk.save(1, new Edit.Remove(ENERGY), "anna")).isInstanceOf(Refused.class);
    }

    @Test
    void whatWasRemovedComesBackWithEverythingThatNamedItAtItsPlace() {
        save(new Edit.Put(goal("oben", "Oben", Optional.empty())));
        save(new Edit.Put(goal("unten", "Unten", Optional.of(new ItemId("oben")))));
        var before = desk.newest().strategy();
        var removed = save(new Edit.Remove(new ItemId("oben")));
        assertThat(desk.lastChanges())
                .extracting(ItemChange::title, ItemChange::kind)
                .containsExactlyInAnyOrder(
                        tuple("Oben", ItemChange.Kind.REMOVED), tuple("Unten", ItemChange.Kind.CHANGED));
        assertThat(desk.undo(removed, "anna")).isInstanceOf(Saved.class);
        assertThat(desk.newest().strategy()).isEqualTo(before);
    }

    @Test
    void undoingLeavesWhatElseWasSavedAndNeverUndoesSomebodyElse() {
        save(new Edit.Put(goal("sparen", "Sparen", Optional.empty())));
        var renamed = save(new Edit.Put(goal("sparen", "Weniger", Optional.empty())));
        save(new Edit.Put(measure("licht", "Licht")));
        assertThat(desk.undo(renamed, "anna")).isInstanceOf(Saved.class);
        assertThat(desk.newest().strategy().goals()).extracting(Goal::title).containsExactly("Sparen");
        assertThat(desk.newest().strategy().measures()).hasSize(1);
        assertThat(desk.undo(renamed, "anna")).isInstanceOf(Overtaken.class);
    }

    @Test
    void twoWhoJudgeDifferentComponentsDoNotMeet() {
        named("Strategie");
        var seen = desk.newest().number();
        save(new Edit.OfComponents(List.of(component(Component.Key.SCHEDULE))));
        assertThat(desk.save(seen, new Edit.OfComponents(List.of(component(Component.Key.PARTNERS))), "bert"))
                .isInstanceOf(Saved.class);
        assertThat(desk.newest().strategy().components())
                .filteredOn(one -> one.status() == Component.Status.PRESENT)
                .hasSize(2);
        assertThat(desk.save(seen, new Edit.OfComponents(List.of(Component.none(Component.Key.PARTNERS))), "bert"))
                .isInstanceOf(Overtaken.class);
    }

    private static Component component(Component.Key key) {
        return new Component(key, Component.Status.PRESENT, "", Optional.empty(), "");
    }

    @Test
    void whatIsNotPublishedYetIsToldBeforeItIs() {
        strategies.publish(Examples.strategy(TODAY));
        assertThat(desk.unpublishedChanges()).isEmpty();
        save(new Edit.Remove(new ItemId("parkleitsystem")));
        assertThat(desk.unpublishedChanges()).extracting(ItemChange::title).contains("Parkleitsystem");
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsAndAKeyOfSevenDigitsAreRefused() {
        var blank = desk.newest().strategy();
        var about = blank.about();
        var upsideDown = new About(
                "Strategie",
                "",
                false,
                about.stage(),
                about.stageSince(),
                about.scope(),
                Optional.of(LocalDate.of(2027, 1, 1)),
                Optional.of(LocalDate.of(2026, 1, 1)),
                "",
                "");
        assertThat(desk.save(0, new Edit.OfAbout(upsideDown), "anna"))
                .isEqualTo(new Refused(List.of(new Problem(
                        Problem.Kind.PERIOD_UPSIDE_DOWN, Optional.empty(), List.of("2027-01-01", "2026-01-01")))));
        var town = new Municipality(
                "Musterstadt",
                Municipality.Type.STADT,
                "1606500",
                "",
                "",
                OptionalInt.of(-1),
                Optional.empty(),
                "musterstadt");
        assertThat(desk.save(0, new Edit.OfMunicipality(town), "anna"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::kind)
                                .containsExactlyInAnyOrder(
                                        Problem.Kind.KEY_MALFORMED,
                                        Problem.Kind.POPULATION_NEGATIVE,
                                        Problem.Kind.NOT_AN_ADDRESS));
        assertThat(desk.newest().number()).isZero();
    }

    @Test
    void aGoalThatNobodyCanFollowIsNotPublished() {
        named("Strategie");
        save(new Edit.Put(goal("sparen", "Sparen", Optional.empty())));
        assertThat(desk.handIn(2, "anna", ""))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::kind)
                                .containsExactly(Problem.Kind.GOAL_WITHOUT_ANYTHING));
        save(new Edit.Put(measure("licht", "Licht")));
        assertThat(desk.handIn(3, "anna", "")).isInstanceOf(Saved.class);
    }

    @Test
    void whoPromisesSomethingElseSaysWhatWasPromisedBeforeAndWhy() {
        strategies.publish(Examples.strategy(TODAY));
        now = now.plusSeconds(10);
        var air = desk.newest().strategy().indicators().stream()
                .filter(one -> one.id().value().equals("pm25"))
                .findFirst()
                .orElseThrow();
        var before = air.target().orElseThrow();
        var weaker = new Indicator.Target(11, OptionalDouble.empty(), before.date(), before.source());
        var silently = new Indicator(
                air.id(),
                air.title(),
                air.visibility(),
                air.definition(),
                air.unit(),
                air.decimals(),
                air.direction(),
                air.baseline(),
                Optional.of(weaker),
                List.of(),
                List.of(),
                air.frequency(),
                air.category(),
                air.binding(),
                air.entries(),
                air.comparisons());
        save(new Edit.Put(silently));
        assertThat(desk.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.TARGET_CHANGED_SILENTLY);
        save(new Edit.Put(air.withTarget(weaker, TODAY, "Der Rat hat es so beschlossen.")));
        assertThat(desk.problems()).isEmpty();
        assertThat(pictures.newest().strategy().indicators())
                .flatExtracting(Indicator::formerTargets)
                .extracting(Indicator.FormerTarget::target)
                .contains(before);
    }

    @Test
    void theAuditTrailTellsWhoChangedWhat() {
        save(new Edit.Put(goal("sparen", "Sparen", Optional.empty())));
        save(new Edit.Put(measure("licht", "Licht")));
        audit.clear();
        save(new Edit.Put(measure("licht", "Licht nach Bedarf")));
        assertThat(audit.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("anna");
            assertThat(entry.deed()).isEqualTo(Deed.STRATEGY_CHANGED);
            assertThat(entry.changes()).containsExactly(new Change("title", "Licht", "Licht nach Bedarf"));
        });
        assertThat(audit.entries()).extracting(Entry::object).containsExactly("Licht nach Bedarf");
    }

    @Test
    void oneCanSeeWhatChangedBetweenTwoDays() {
        named("Strategie");
        save(new Edit.Put(goal("sparen", "Sparen", Optional.empty())));
        save(new Edit.Put(measure("licht", "Licht")));
        publish();
        now = now.plus(Duration.ofDays(2));
        save(new Edit.Put(measure("licht", "Licht nach Bedarf")));
        save(new Edit.Put(measure("waerme", "Wärme")));
        assertThat(desk.changes(TODAY, TODAY.plusDays(2)))
                .containsExactly(
                        new ItemChange(
                                ItemChange.Kind.CHANGED,
                                Optional.of(new ItemId("licht")),
                                "Licht nach Bedarf",
                                List.of(new Change("title", "Licht", "Licht nach Bedarf"))),
                        new ItemChange(ItemChange.Kind.ADDED, Optional.of(new ItemId("waerme")), "Wärme", List.of()));
        assertThat(pictures.publishedChanges(TODAY, TODAY.plusDays(2))).isEmpty();
        publish();
        assertThat(pictures.publishedChanges(TODAY, TODAY.plusDays(2))).hasSize(2);
    }

    @Test
    void savingWhatIsThereAlreadyMakesNoVersion() {
        var number = save(new Edit.Put(goal("sparen", "Sparen", Optional.empty())));
        assertThat(save(new Edit.Put(goal("sparen", "Sparen", Optional.empty()))))
                .isEqualTo(number);
    }
}
