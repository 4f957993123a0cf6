package city.cockpit.uikit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinRequestInterceptor;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.atmosphere.cpr.ApplicationConfig;
import org.atmosphere.cpr.AtmosphereFramework;
import org.atmosphere.cpr.Universe;
import org.atmosphere.util.ExecutorsFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Keeps open pages small, see src/docs/decisions/0071-what-an-open-page-holds.md. Vaadin keeps its last answer to each page,
 * should the page not get it and ask again; of the staff cockpit that is more than all else a page holds. A page that has not
 * asked again for a while never will, or is to be loaded anew.
 */
@Component
class LeanPages implements VaadinServiceInitListener, VaadinRequestInterceptor {

    /** What a page is told that asks after all: that it has to load itself anew. */
    static final String TOO_LATE =
            "{\"changes\":[],\"resources\":{},\"locales\":{},\"meta\":{\"sessionExpired\":true},\"syncId\":-1}";

    private static final int WORTH_IT = 4_096;
    private static final int PATIENCE_SECONDS = 60;
    /** Pages send nothing over their web socket but that they are there. */
    private static final String SMALL_BUFFER = "1024";

    /** Whoever has brought a page its news would otherwise stay a tenth of a second in case there is more, and they are few. */
    private static final String MILLISECONDS_FOR_MORE = "5";

    private final Executor later;

    @Autowired
    LeanPages() {
        this(CompletableFuture.delayedExecutor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("lean-pages").daemon().factory())));
    }

    /** @param later runs what it is given when no page asks again */
    LeanPages(Executor later) {
        this.later = later;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var push = Universe.framework();
        // Pages without a browser have none.
        if (push != null) makeLean(push);
        event.addVaadinRequestInterceptor(this);
    }

    /** Each push puts the next heartbeat off; what was put off would be held for a minute. */
    private static void makeLean(AtmosphereFramework push) {
        push.addInitParameter(ApplicationConfig.WEBSOCKET_BUFFER_SIZE, SMALL_BUFFER);
        push.addInitParameter(ApplicationConfig.BROADCASTER_WAIT_TIME, MILLISECONDS_FOR_MORE);
        if (ExecutorsFactory.getScheduler(push.getAtmosphereConfig()) instanceof ScheduledThreadPoolExecutor heartbeats)
            heartbeats.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void requestStart(VaadinRequest request, VaadinResponse response) {}

    @Override
    public void handleException(
            VaadinRequest request, VaadinResponse response, @Nullable VaadinSession session, Exception problem) {}

    @Override
    public void requestEnd(VaadinRequest request, VaadinResponse response, @Nullable VaadinSession session) {
        var page = UI.getCurrent();
        if (page == null) return;
        var answer = page.getInternals().getLastRequestResponse();
        if (answer == null || answer.length() < WORTH_IT) return;
        // Whoever waits holds neither: a page says that it is there again and again, and each time somebody waits.
        var waiting = new WeakReference<>(page);
        var answered = new WeakReference<>(answer);
        later.execute(() -> forget(waiting.get(), answered.get()));
    }

    private static void forget(@Nullable UI page, @Nullable String answer) {
        // A page that was closed meanwhile is let go as a whole.
        if (page == null || answer == null || !page.isAttached()) return;
        var _ = page.access(() -> forgetHeld(page, answer));
    }

    private static void forgetHeld(UI page, String answer) {
        if (answer.equals(page.getInternals().getLastRequestResponse()))
            page.getInternals().setLastRequestResponse(TOO_LATE);
    }
}
