package city.cockpit.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.audit.Deed;
import city.cockpit.strategy.StrategyVersion.State;
import city.cockpit.strategy.plan.Strategy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of the strategy keeps to. */
abstract class StrategyStoreContract {

    private static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");
    private static final Strategy EXAMPLE = Examples.strategy(LocalDate.of(2026, 11, 22));

    abstract StrategyStore store();

    private static StrategyVersion version(long number, Strategy strategy) {
        return new StrategyVersion(number, State.DRAFT, strategy, NOON, "anna");
    }

    private boolean add(long number) {
        return store().add(version(number, EXAMPLE), Deed.STRATEGY_CHANGED, "Strategie", List.of());
    }

    private boolean add(int seen, long version, State state) {
        return store().add(seen, new Step(version, state, NOON, "anna", "weil"), Deed.STRATEGY_PUBLISHED, "Strategie");
    }

    @Test
    void aVersionIsThereAsItWasSaved() {
        assertThat(store().findNewest()).isEmpty();
        assertThat(add(1)).isTrue();
        assertThat(store().findNewest()).contains(version(1, EXAMPLE));
        assertThat(store().find(1)).contains(version(1, EXAMPLE));
        assertThat(store().find(2)).isEmpty();
    }

    @Test
    void whoComesSecondChangesNothing() {
        add(1);
        assertThat(add(1)).isFalse();
        assertThat(add(3)).isFalse();
        assertThat(store().listVersions()).hasSize(1);
    }

    @Test
    void theLastStepOfAVersionIsItsState() {
        add(1);
        add(2);
        assertThat(add(0, 1, State.IN_REVIEW)).isTrue();
        assertThat(add(0, 1, State.DRAFT)).isFalse();
        assertThat(add(1, 1, State.PUBLISHED)).isTrue();
        assertThat(store().find(1).orElseThrow().state()).isEqualTo(State.PUBLISHED);
        assertThat(store().listVersions())
                .containsExactly(
                        new VersionLine(2, State.DRAFT, NOON, "anna"),
                        new VersionLine(1, State.PUBLISHED, NOON, "anna"));
        assertThat(store().listSteps())
                .containsExactly(
                        new Step(1, State.IN_REVIEW, NOON, "anna", "weil"),
                        new Step(1, State.PUBLISHED, NOON, "anna", "weil"));
    }
}
