package city.cockpit.strategy;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Deed;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.strategy.StrategyVersion.State;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Publishes the example where every sensor is made up, too, and nobody has written a strategy: in the demo city. */
@Component
class DemoStrategy implements ApplicationRunner {

    private final StrategyStore store;
    private final Versions versions;
    private final SeriesCatalog catalog;
    private final StrategyPictures pictures;
    private final InstantSource clock;

    DemoStrategy(
            StrategyStore store,
            Versions versions,
            SeriesCatalog catalog,
            StrategyPictures pictures,
            InstantSource clock) {
        this.store = store;
        this.versions = versions;
        this.catalog = catalog;
        this.pictures = pictures;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (store.findNewest().isPresent() || !isDemo()) return;
        var example = Examples.strategy(versions.today());
        var first = new StrategyVersion(1, State.DRAFT, example, clock.instant(), AuditTrail.SYSTEM);
        var title = example.about().title();
        // Another node may be quicker; then it publishes, too.
        if (store.add(first, Deed.STRATEGY_CHANGED, title, List.of()))
            store.add(
                    0,
                    new Step(1, State.PUBLISHED, clock.instant(), AuditTrail.SYSTEM, ""),
                    Deed.STRATEGY_PUBLISHED,
                    title);
        pictures.forget();
    }

    private boolean isDemo() {
        return !catalog.listSeries().isEmpty() && catalog.listSeries().stream().allMatch(Series::simulated);
    }
}
