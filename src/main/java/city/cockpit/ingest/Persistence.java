package city.cockpit.ingest;

import city.cockpit.measurement.UnknownSeriesException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;

/** Repeats what the database could not do until it can. One line in the log when it goes, one when it is back. */
final class Persistence {

    private static final Logger log = LoggerFactory.getLogger(Persistence.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);

    private final Duration longestWait;
    private final CountDownLatch stop;
    private final InstantSource clock;
    private volatile @Nullable Instant awaySince;

    Persistence(Duration longestWait, CountDownLatch stop, InstantSource clock) {
        this.longestWait = longestWait;
        this.stop = stop;
        this.clock = clock;
    }

    /** Since when the database does not do what it is asked for; empty while it does. Any thread. */
    Optional<Instant> awaySince() {
        return Optional.ofNullable(awaySince);
    }

    /**
     * Does the work, again and again if need be.
     *
     * @throws DataIntegrityViolationException the database is there and refuses the data
     * @throws UnknownSeriesException the registry no longer knows a series
     * @throws InterruptedException the cockpit stops and the work is not done
     */
    <T> Result<T> insist(Supplier<T> work) throws InterruptedException {
        var wait = FIRST_WAIT;
        for (var attempt = 1; ; attempt++) {
            try {
                var value = work.get();
                if (attempt > 1) log.info("The database takes readings again");
                awaySince = null;
                return new Result<>(value, attempt > 1);
            } catch (DataIntegrityViolationException | UnknownSeriesException e) {
                throw e;
            } catch (RuntimeException e) {
                if (attempt == 1) {
                    awaySince = clock.instant();
                    logOutage(e);
                }
                if (stop.await(wait.toMillis(), TimeUnit.MILLISECONDS)) throw new InterruptedException("stopping");
                wait = wait.multipliedBy(2).compareTo(longestWait) < 0 ? wait.multipliedBy(2) : longestWait;
            }
        }
    }

    private static void logOutage(RuntimeException e) {
        log.warn(
                "The database takes no readings ({}); nothing is acknowledged until it does",
                NestedExceptionUtils.getMostSpecificCause(e).toString());
        log.debug("The failure", e);
    }

    /**
     * What came of the work.
     *
     * @param repeated whether an earlier attempt failed, which may have been done all the same
     */
    record Result<T>(T value, boolean repeated) {}
}
