package city.cockpit.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.strategy.plan.Component;
import city.cockpit.strategy.plan.FieldOfAction;
import city.cockpit.strategy.plan.Goal;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Strategy;
import city.cockpit.strategy.plan.Visibility;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MergeTests {

    private static final ItemId ENERGY = new ItemId("energie");
    private static final Strategy SEEN =
            new Edit.Put(goal("Sparen", "Anna", "2027-01-01")).applyTo(Strategy.blank("Musterstadt"));

    private static Goal goal(String title, String owner, String deadline) {
        return new Goal(
                new ItemId("sparen"),
                title,
                Visibility.PUBLIC,
                ENERGY,
                Optional.empty(),
                Optional.of(LocalDate.parse(deadline)),
                owner,
                List.of());
    }

    @Test
    void whatOnlyOneOfTwoChangedIsKeptOfBoth() {
        var newest = new Edit.Put(goal("Sparen", "Bert", "2027-01-01")).applyTo(SEEN);
        var merge = Merge.of(new Edit.Put(goal("Weniger", "Anna", "2027-01-01")), SEEN, newest);
        assertThat(merge.edit()).isEqualTo(new Edit.Put(goal("Weniger", "Bert", "2027-01-01")));
        assertThat(merge.theirs()).containsExactly("owner");
        assertThat(merge.both()).isEmpty();
    }

    @Test
    void ofWhatBothChangedMineStaysAndIsTold() {
        var newest = new Edit.Put(goal("Mehr sparen", "Anna", "2028-01-01")).applyTo(SEEN);
        var merge = Merge.of(new Edit.Put(goal("Weniger", "Anna", "2027-01-01")), SEEN, newest);
        assertThat(merge.edit()).isEqualTo(new Edit.Put(goal("Weniger", "Anna", "2028-01-01")));
        assertThat(merge.theirs()).containsExactly("deadline");
        assertThat(merge.both()).containsExactly("title");
    }

    @Test
    void whatTheOtherRemovedIsMineWhole() {
        var mine = new Edit.Put(goal("Weniger", "Anna", "2027-01-01"));
        var newest = new Edit.Remove(new ItemId("sparen")).applyTo(SEEN);
        assertThat(Merge.of(mine, SEEN, newest)).isEqualTo(new Merge(mine, Set.of(), Set.of()));
    }

    @Test
    void whatBothChangedAlikeIsNoMatter() {
        var same = new Edit.Put(new FieldOfAction(ENERGY, "Energie und Licht", "", Visibility.PUBLIC));
        assertThat(Merge.of(same, SEEN, same.applyTo(SEEN))).isEqualTo(new Merge(same, Set.of(), Set.of()));
    }

    @Test
    void componentsAreMergedOneByOne() {
        var theirs = new Component(
                Component.Key.SCHEDULE, Component.Status.DRAFT, "https://stadt.example/plan", Optional.empty(), "");
        var mine = new Component(Component.Key.SCHEDULE, Component.Status.REVIEWED, "", Optional.empty(), "");
        var merge = Merge.of(
                new Edit.OfComponents(List.of(mine)), SEEN, new Edit.OfComponents(List.of(theirs)).applyTo(SEEN));
        assertThat(merge.edit())
                .isEqualTo(new Edit.OfComponents(List.of(new Component(
                        Component.Key.SCHEDULE,
                        Component.Status.REVIEWED,
                        "https://stadt.example/plan",
                        Optional.empty(),
                        ""))));
        assertThat(merge.theirs()).containsExactly("evidence");
        assertThat(merge.both()).containsExactly("status");
    }
}
