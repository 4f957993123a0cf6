package city.cockpit.strategy;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.Town;
import city.cockpit.measurement.TownSource;
import city.cockpit.strategy.measured.MeasuredValues;
import city.cockpit.strategy.plan.Strategy;
import city.cockpit.strategy.progress.IndicatorValue;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A strategy without a database, for tests of what is made of it and of the screens that show it. */
public final class InMemoryStrategies implements StrategyStore, MeasuredValues {

    private final AuditTrail trail;
    private final InstantSource clock;
    private final TownSource town = () -> new Town("Musterstadt", ZoneId.of("Europe/Berlin"));
    private final List<StrategyVersion> versions = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, List<IndicatorValue>> measured = new HashMap<>();
    private final Map<String, List<IndicatorValue>> corrected = new HashMap<>();
    private final List<StrategyPictures> pictures = new CopyOnWriteArrayList<>();

    public InMemoryStrategies(AuditTrail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** Where people write. */
    public StrategyDesk desk() {
        return new StrategyDesk(this, versions(), clock);
    }

    /** Tables in and out. */
    public StrategyCsv csv() {
        return new StrategyCsv(desk(), versions());
    }

    /** What screens show, where no sensor is registered. */
    public StrategyPictures pictures() {
        return pictures(new FakeCatalog());
    }

    /** They know at once what is published or measured here, though others are told seconds later. */
    public StrategyPictures pictures(SeriesCatalog catalog) {
        var made = new StrategyPictures(versions(), this, catalog, clock);
        pictures.add(made);
        return made;
    }

    /** What indicators can be made of in a town with these series. */
    public IndicatorChoices choices(SeriesCatalog catalog) {
        return new IndicatorChoices(catalog, versions());
    }

    Versions versions() {
        return new Versions(this, town, clock);
    }

    /** A strategy that was handed in and published, whatever was there before. */
    public void publish(Strategy strategy) {
        add(
                new StrategyVersion(
                        versions.size() + 1L, StrategyVersion.State.DRAFT, strategy, clock.instant(), "anna"),
                Deed.STRATEGY_CHANGED,
                "",
                List.of());
        add(
                steps.size(),
                new Step(versions.size(), StrategyVersion.State.PUBLISHED, clock.instant(), "anna", ""),
                Deed.STRATEGY_PUBLISHED,
                "");
        pictures.forEach(StrategyPictures::forget);
    }

    /** As if nobody had ever written anything. */
    public void clear() {
        versions.clear();
        steps.clear();
        measured.clear();
        corrected.clear();
        pictures.forEach(StrategyPictures::forget);
    }

    /** What sensors say by a rule, as {@link city.cockpit.strategy.plan.Binding#rule} names it. */
    public void measured(String rule, List<IndicatorValue> values) {
        measured.put(rule, values);
        pictures.forEach(StrategyPictures::forget);
    }

    /** What sensors said by that rule before readings came late. */
    public void corrected(String rule, List<IndicatorValue> values) {
        corrected.put(rule, values);
        pictures.forEach(StrategyPictures::forget);
    }

    @Override
    public Values values() {
        return new Values(measured, corrected);
    }

    @Override
    public Optional<StrategyVersion> findNewest() {
        return versions.isEmpty() ? Optional.empty() : find(versions.size());
    }

    @Override
    public Optional<StrategyVersion> find(long number) {
        return versions.stream()
                .filter(version -> version.number() == number)
                .map(version -> new StrategyVersion(
                        number, state(number), version.strategy(), version.savedAt(), version.savedBy()))
                .findFirst();
    }

    private StrategyVersion.State state(long number) {
        return steps.stream()
                .filter(step -> step.version() == number)
                .map(Step::state)
                .reduce((one, later) -> later)
                .orElse(StrategyVersion.State.DRAFT);
    }

    @Override
    public List<Step> listSteps() {
        return List.copyOf(steps);
    }

    @Override
    public List<VersionLine> listVersions() {
        return versions.reversed().stream()
                .map(version -> new VersionLine(
                        version.number(), state(version.number()), version.savedAt(), version.savedBy()))
                .toList();
    }

    @Override
    public boolean add(StrategyVersion next, Deed deed, String object, List<Change> changes) {
        if (next.number() != versions.size() + 1L) return false;
        versions.add(next);
        trail.record(next.savedBy(), deed, object, changes);
        return true;
    }

    @Override
    public boolean add(int seen, Step next, Deed deed, String object) {
        if (seen != steps.size()) return false;
        steps.add(next);
        trail.record(next.by(), deed, object, List.of());
        return true;
    }
}
