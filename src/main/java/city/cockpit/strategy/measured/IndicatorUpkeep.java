package city.cockpit.strategy.measured;

import city.cockpit.history.TimeSeriesStore;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.TownSource;
import city.cockpit.strategy.measured.Computation.Result;
import city.cockpit.strategy.plan.Binding;
import city.cockpit.strategy.progress.IndicatorValue;
import city.cockpit.strategy.progress.IndicatorValue.Origin;
import city.cockpit.strategy.progress.IndicatorValue.State;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Computes what sensors say to indicators and keeps it: of the year that is not over, of the 365 days before today, and of
 * the years before, for which late readings may have come. One node at a time.
 */
final class IndicatorUpkeep {

    private static final int YEARS_BACK = 5;
    private static final int ROLLING_DAYS = 365;

    /** Readings may come a little late without making a year final twice. */
    private static final int HOURS_OF_GRACE = 12;

    private final Bindings bindings;
    private final TimeSeriesStore history;
    private final SeriesCatalog catalog;
    private final TownSource town;
    private final InstantSource clock;
    private final ValueTable table;

    IndicatorUpkeep(
            Bindings bindings,
            TimeSeriesStore history,
            SeriesCatalog catalog,
            TownSource town,
            InstantSource clock,
            ValueTable table) {
        this.bindings = bindings;
        this.history = history;
        this.catalog = catalog;
        this.town = town;
        this.clock = clock;
        this.table = table;
    }

    /** The year that is not over. Blocks; returns how many values say something else than before. */
    int computeThisYear() {
        return compute(0, false);
    }

    /** Everything. Blocks; returns how many values say something else than before. */
    int computeAll() {
        return compute(YEARS_BACK, true);
    }

    private int compute(int yearsBack, boolean rolling) {
        var rules = new LinkedHashMap<String, Binding>();
        bindings.listBindings().forEach(binding -> rules.put(binding.rule(), binding));
        var changed = new AtomicInteger();
        // One transaction for each, so that none takes long.
        for (var binding : rules.values()) table.alone(() -> changed.addAndGet(compute(binding, yearsBack, rolling)));
        return changed.get();
    }

    private int compute(Binding binding, int yearsBack, boolean rolling) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, town.town().zone());
        var changed = 0;
        for (var year = today.getYear() - yearsBack; year <= today.getYear(); year++)
            changed += put(binding, LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), false, now);
        if (rolling) changed += put(binding, today.minusDays(ROLLING_DAYS), today, true, now);
        return changed;
    }

    private int put(Binding binding, LocalDate from, LocalDate until, boolean rolling, Instant now) {
        var series = Sensors.of(binding, catalog);
        var result = new Computation(binding, series, history, town.town().zone(), now).compute(from, until);
        // Of a year in which nobody measured anything there is nothing to say.
        if (result.value().isEmpty() && !isOpen(until, now)) return 0;
        return table.put(binding.rule(), value(result, binding, from, until, rolling, now)) ? 1 : 0;
    }

    private boolean isOpen(LocalDate until, Instant now) {
        return now.isBefore(
                until.atStartOfDay(town.town().zone()).plusHours(HOURS_OF_GRACE).toInstant());
    }

    private IndicatorValue value(
            Result result, Binding binding, LocalDate from, LocalDate until, boolean rolling, Instant now) {
        return new IndicatorValue(
                from,
                until,
                result.value(),
                result.coverage(),
                state(result, binding, rolling || isOpen(until, now)),
                Origin.MEASURED,
                result.places(),
                rolling,
                Optional.of(now),
                Computation.RULE_VERSION,
                "");
    }

    private static State state(Result result, Binding binding, boolean mayChange) {
        if (mayChange || !result.isComplete()) return State.PROVISIONAL;
        return result.coverage() >= binding.minimumCoverage() ? State.FINAL : State.INVALID;
    }
}
