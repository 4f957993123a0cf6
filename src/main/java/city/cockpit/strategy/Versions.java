package city.cockpit.strategy;

import city.cockpit.measurement.TownSource;
import city.cockpit.strategy.StrategyVersion.State;
import city.cockpit.strategy.plan.Strategy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds versions of the strategy: the newest, the published one, those of a time. Guards nothing: for this package only. */
@Component
class Versions {

    private final StrategyStore store;
    private final TownSource town;
    private final InstantSource clock;

    Versions(StrategyStore store, TownSource town, InstantSource clock) {
        this.store = store;
        this.town = town;
        this.clock = clock;
    }

    StrategyVersion newest() {
        return store.findNewest().orElseGet(this::blank);
    }

    StrategyVersion version(long number) {
        return store.find(number).orElseGet(this::blank);
    }

    private StrategyVersion blank() {
        return new StrategyVersion(0, State.DRAFT, Strategy.blank(town.town().name()), Instant.EPOCH, "");
    }

    /** What is published now. */
    Optional<StrategyVersion> findPublished() {
        return findPublished(Instant.MAX);
    }

    /** What was published before that time, and not withdrawn. */
    Optional<StrategyVersion> findPublished(Instant time) {
        return publication(store.listSteps(), time).flatMap(step -> store.find(step.version()));
    }

    /** The step by which that is published which was so before that time. */
    static Optional<Step> publication(List<Step> steps, Instant time) {
        return steps.stream()
                .filter(step -> step.state() == State.PUBLISHED || step.state() == State.WITHDRAWN)
                .filter(step -> step.at().isBefore(time))
                .reduce((one, later) -> later)
                .filter(step -> step.state() == State.PUBLISHED);
    }

    Instant publishedAt(StrategyVersion version) {
        return store.listSteps().stream()
                .filter(step -> step.version() == version.number() && step.state() == State.PUBLISHED)
                .map(Step::at)
                .reduce((one, later) -> later)
                .orElse(version.savedAt());
    }

    /** What was the newest before that time. */
    Strategy savedBefore(Instant time) {
        return store.listVersions().stream()
                .filter(line -> line.savedAt().isBefore(time))
                .findFirst()
                .map(line -> version(line.number()))
                .orElseGet(this::blank)
                .strategy();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), town.town().zone());
    }

    Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(town.town().zone()).toInstant();
    }
}
