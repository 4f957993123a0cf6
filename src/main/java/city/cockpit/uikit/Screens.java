package city.cockpit.uikit;

import city.cockpit.live.LiveCity;
import com.vaadin.flow.signals.shared.SharedValueSignal;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Pages that learn of new pictures one after the other. A shared signal keeps its value as JSON, so it carries the number of
 * the picture and the pages read the picture itself. Effects run on the thread that sets the signal: that is the one of this
 * object, so that many open pages never hold up the city. A picture that comes while it is busy replaces the one before.
 */
final class Screens implements AutoCloseable {

    private final LiveCity city;
    private final Consumer<Duration> shown;
    private final SharedValueSignal<Long> version;
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService thread;
    private volatile long lastNanos;

    /** @param shown is told how long a picture took to be shown on all of them */
    Screens(String name, LiveCity city, Consumer<Duration> shown) {
        this.city = city;
        this.shown = shown;
        this.version = new SharedValueSignal<>(city.picture().version());
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** In an effect of a page: it runs again with the next picture. */
    void await() {
        version.get();
    }

    /** There is a picture. Any thread; returns at once. */
    void tell(Duration after) {
        if (!due.compareAndSet(false, true)) return;
        try {
            var _ = thread.schedule(this::tellNow, after.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // They were closed at this moment.
        }
    }

    private void tellNow() {
        due.set(false);
        var start = System.nanoTime();
        version.set(city.picture().version());
        lastNanos = System.nanoTime() - start;
        shown.accept(lastTook());
    }

    /** How long the newest picture took to be shown on all of them. */
    Duration lastTook() {
        return Duration.ofNanos(lastNanos);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
