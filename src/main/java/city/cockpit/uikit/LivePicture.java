package city.cockpit.uikit;

import city.cockpit.live.CityPicture;
import city.cockpit.live.LiveCity;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Brings the picture of the city to the pages: one signal for all that show the same, one effect for each page. Pages of those
 * who may see what is internal come first, however many citizens look on; see src/docs/decisions/0081-what-a-crowd-gets.md.
 */
@org.springframework.stereotype.Component
public class LivePicture {

    /** Citizens' pages leave that much of a processor to others: of so many parts of the time they take one. */
    private static final int SHARE = 3;

    private final LiveCity city;
    private final BooleanSupplier isSignedIn;
    private final PerPicture<FramePulse> pulses = new PerPicture<>(FramePulse::of);
    private final Screens ofStaff;
    private final Screens ofCitizens;
    private final Runnable unsubscribe;

    @Autowired
    LivePicture(LiveCity city, AuthenticationContext visitor) {
        this(city, visitor::isAuthenticated);
    }

    /** @param isSignedIn whether whoever asks on this thread may see what is internal */
    LivePicture(LiveCity city, BooleanSupplier isSignedIn) {
        this.city = city;
        this.isSignedIn = isSignedIn;
        this.ofStaff = new Screens("screens-staff", city, city::shown);
        this.ofCitizens = new Screens("screens", city, took -> {});
        this.unsubscribe = city.subscribe(picture -> {
            ofStaff.tell(Duration.ZERO);
            ofCitizens.tell(ofCitizens.lastTook().multipliedBy(SHARE - 1L));
        });
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
     * Shows the newest picture as soon as the page stands, and every later one while it is open, on the page's own thread.
     * The frame around the page learns of it in the same turn, so that one picture costs one push. What else the consumer
     * reads of signals calls it again too. In the first response, see {@link FirstResponse}, it is shown now and once.
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
        PageEffect.of(page, () -> {
            (isWhole ? ofStaff : ofCitizens).await();
            if (held.get()) return;
            var picture = picture(isWhole);
            show.accept(picture);
            tellFrame(page, picture);
        });
    }

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
        ofStaff.close();
        ofCitizens.close();
    }
}
