package city.cockpit.alerts;

import city.cockpit.history.ReadingStore;
import city.cockpit.history.TimeSeriesStore;
import city.cockpit.history.UsualValues;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.TownSource;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

/** Trials against the database, two at a time, so that those who try rules take little from those who look at the city. */
@Service
class StoredTrials implements RuleTrials {

    private static final int AT_ONCE = 2;

    private final SeriesCatalog catalog;
    private final ReadingStore readings;
    private final TimeSeriesStore courses;
    private final UsualValues usual;
    private final TownSource town;
    private final InstantSource clock;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    StoredTrials(
            SeriesCatalog catalog,
            ReadingStore readings,
            TimeSeriesStore courses,
            UsualValues usual,
            TownSource town,
            InstantSource clock) {
        this.catalog = catalog;
        this.readings = readings;
        this.courses = courses;
        this.usual = usual;
        this.town = town;
        this.clock = clock;
    }

    @Override
    public Optional<Trial> attempt(Rule rule, Onlooker onlooker) {
        if (!waitForTurn(onlooker)) return Optional.empty();
        try {
            var now = clock.instant();
            var series = catalog.listSeries().stream().filter(rule::isAbout).toList();
            return new LookBack(
                            rule,
                            series,
                            new Interval(now.minus(Trial.LENGTH), now),
                            new Sources(readings, courses, usual, town.town().zone()),
                            onlooker)
                    .look();
        } finally {
            turns.release();
        }
    }

    private boolean waitForTurn(Onlooker onlooker) {
        try {
            while (onlooker.isWaiting()) if (turns.tryAcquire(1, TimeUnit.SECONDS)) return true;
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
