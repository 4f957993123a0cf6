package city.cockpit.planning;

import city.cockpit.measurement.Domain;
import city.cockpit.measurement.SeriesId;
import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.StrategyPictures;
import city.cockpit.uikit.Promised;
import city.cockpit.uikit.Wording;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What is published of the strategy, read in the background for all pages together: no page waits for the database because
 * of it. Any thread.
 */
@Component
public class Promises implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Promises.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final StrategyPictures pictures;
    private volatile State state = State.UNKNOWN;
    private @Nullable ScheduledExecutorService thread;

    Promises(StrategyPictures pictures) {
        this.pictures = pictures;
    }

    /** What is known, and what was made of it for all pages, or for those of a language. */
    private record State(
            boolean isKnown,
            Optional<StrategyPicture> picture,
            ProvenPromises proven,
            ConcurrentMap<String, StripFace> strips) {

        static final State UNKNOWN = new State(false, Optional.empty(), ProvenPromises.NONE, new ConcurrentHashMap<>());

        static State of(Optional<StrategyPicture> picture) {
            return new State(
                    true,
                    picture,
                    picture.map(ProvenPromises::of).orElse(ProvenPromises.NONE),
                    new ConcurrentHashMap<>());
        }
    }

    /** The promises that values of that field of city life count for. Never blocks. */
    public Optional<Promised> about(Domain domain) {
        return Optional.ofNullable(state.proven().ofDomains().get(domain));
    }

    /** The promises that the values of a series count for. Never blocks. */
    public Optional<Promised> about(SeriesId series) {
        return Optional.ofNullable(state.proven().ofValues().get(series));
    }

    /** Those, and the promises for which it counts that the sensor reports at all. Never blocks. */
    public Optional<Promised> aboutSensor(SeriesId series) {
        return Optional.ofNullable(state.proven().ofAll().get(series));
    }

    /**
     * What is published, seconds old at most; where the database is away, what was read before. May block.
     *
     * @throws DataAccessException the database is away, and nothing was read before
     */
    Optional<StrategyPicture> published() {
        try {
            return pictures.published();
        } catch (DataAccessException | TransactionException e) {
            var before = state;
            if (before.isKnown()) return before.picture();
            throw e;
        }
    }

    /** What the strip tells, put into words once for all pages of a language; empty without a promise. Never blocks. */
    Optional<StripFace> strip(Wording words, BiFunction<StrategyPicture, Wording, StripFace> make) {
        var now = state;
        return now.picture()
                .map(picture -> now.strips()
                        .computeIfAbsent(words.locale().getLanguage(), language -> make.apply(picture, words)));
    }

    void read() {
        try {
            var read = pictures.published();
            if (!state.isKnown() || !state.picture().equals(read)) state = State.of(read);
        } catch (DataAccessException | TransactionException e) {
            log.debug("The strategy could not be read; pages show what was read before", e);
        }
    }

    @Override
    public void start() {
        var next = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("promises").daemon().factory());
        thread = next;
        var _ = next.scheduleWithFixedDelay(this::read, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        if (thread != null) thread.shutdownNow();
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
