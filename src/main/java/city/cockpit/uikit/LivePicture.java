package city.cockpit.uikit;

import city.cockpit.live.CityPicture;
import city.cockpit.live.LiveCity;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.shared.SharedValueSignal;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Brings the picture of the city to the pages: one signal for all, one effect for each page.
 *
 * <p>A shared signal keeps its value as JSON, so it carries the number of the picture and the pages read the picture
 * itself. Effects run on the thread that sets the signal: that is the one thread {@code screens} of this class, so that
 * many open pages never hold up the city. A picture that comes while it is busy replaces the one before, and the city takes
 * fewer when the pages take longer.
 */
@org.springframework.stereotype.Component
public class LivePicture {

    private final LiveCity city;
    private final BooleanSupplier isSignedIn;
    private final PerPicture<FramePulse> pulses = new PerPicture<>(FramePulse::of);
    private final SharedValueSignal<Long> version;
    private final AtomicBoolean due = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("screens").daemon().factory());
    private final Runnable unsubscribe;

    @Autowired
    LivePicture(LiveCity city, AuthenticationContext visitor) {
        this(city, visitor::isAuthenticated);
    }

    /** @param isSignedIn whether whoever asks on this thread may see what is internal */
    LivePicture(LiveCity city, BooleanSupplier isSignedIn) {
        this.city = city;
        this.isSignedIn = isSignedIn;
        this.version = new SharedValueSignal<>(city.picture().version());
        this.unsubscribe = city.subscribe(picture -> {
            if (due.compareAndSet(false, true)) thread.execute(this::tell);
        });
    }

    private void tell() {
        due.set(false);
        var start = System.nanoTime();
        version.set(city.picture().version());
        city.shown(Duration.ofNanos(System.nanoTime() - start));
    }

    /** The newest picture, as whoever asks may see it. Only on a thread that serves a page. Never blocks. */
    public CityPicture picture() {
        return picture(isSignedIn.getAsBoolean());
    }

    /** The one place that decides who sees what is internal; every page gets its picture here. */
    private CityPicture picture(boolean whole) {
        return whole ? city.picture() : city.publicPicture();
    }

    /**
     * Shows the picture now, and every later one while the page is open, on the page's own thread. The frame around the
     * page learns of it in the same turn, so that one picture costs one push. What else the consumer reads of signals
     * calls it again too. In the first response, see {@link FirstResponse}, there is no later: it is shown once.
     */
    public void follow(Component page, Consumer<CityPicture> show) {
        follow(page, () -> false, show);
    }

    /** The same, but no picture is shown while {@code held} says so; then the newest is. */
    public void follow(Component page, Signal<Boolean> held, Consumer<CityPicture> show) {
        // Effects run on other threads, which serve nobody; whoever signs out gets a new page.
        follow(page, held, isSignedIn.getAsBoolean(), show);
    }

    /**
     * The same on a page at which nobody is signed in and whose link says what it shows.
     *
     * @param isWhole whether that is what is internal, too
     */
    public void follow(Component page, boolean isWhole, Consumer<CityPicture> show) {
        follow(page, () -> false, isWhole, show);
    }

    private void follow(Component page, Signal<Boolean> held, boolean isWhole, Consumer<CityPicture> show) {
        if (UI.getCurrent() == null) {
            show.accept(picture(isWhole));
            return;
        }
        Signal.effect(page, () -> {
            version.get();
            if (held.get()) return;
            var picture = picture(isWhole);
            show.accept(picture);
            tellFrame(page, picture);
        });
        page.addAttachListener(attached -> tellFrame(page, picture(isWhole)));
    }

    /** The page is not in its frame yet when it is made. */
    private void tellFrame(Component page, CityPicture picture) {
        var frame = page.findAncestor(CockpitLayout.class);
        if (frame != null) show(frame, picture);
    }

    void show(CockpitLayout frame, CityPicture picture) {
        frame.show(picture, pulses);
    }

    @PreDestroy
    void close() {
        unsubscribe.run();
        thread.shutdownNow();
    }
}
