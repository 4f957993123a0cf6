package city.cockpit.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.signals.shared.SharedValueSignal;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets pages look again every second while they are open, however quiet the city is. */
@org.springframework.stereotype.Component
public class Beat {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final SharedValueSignal<Long> beats = new SharedValueSignal<>(0L);
    private final AtomicInteger followers = new AtomicInteger();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("beat").daemon().factory());

    Beat() {
        var _ = thread.scheduleWithFixedDelay(this::beat, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        if (followers.get() > 0) beats.set(beats.peek() + 1);
    }

    /** Calls it when the page opens and with every beat, on the page's own thread: return at once. */
    public void follow(Component page, Runnable again) {
        page.addAttachListener(attached -> followers.incrementAndGet());
        page.addDetachListener(detached -> followers.decrementAndGet());
        PageEffect.of(page, () -> {
            beats.get();
            again.run();
        });
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
    }
}
