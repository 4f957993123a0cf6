package city.cockpit.citizens;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.VaadinSessionState;
import com.vaadin.flow.server.WrappedSession;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Counts the open pages and gives back what the server keeps of visitors who have left; see decision record 0081. Any thread.
 */
@Component
class Crowd implements VaadinServiceInitListener {

    private final CrowdSettings settings;
    private final Duration usual;
    private final AtomicInteger open = new AtomicInteger();

    /** @param usual for how long the server remembers a visitor whose page is open */
    Crowd(CrowdSettings settings, @Value("${server.servlet.session.timeout:30m}") Duration usual) {
        this.settings = settings;
        this.usual = usual;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(this::opened);
    }

    private void opened(UIInitEvent event) {
        var page = event.getUI();
        var visitor = page.getSession();
        remember(visitor.getSession(), usual);
        open.incrementAndGet();
        page.addDetachListener(left -> {
            open.decrementAndGet();
            if (isLast(page, visitor)) passing(visitor.getSession());
        });
    }

    /** Not where the session itself ends. */
    private static boolean isLast(UI page, VaadinSession visitor) {
        return visitor.getState() == VaadinSessionState.OPEN
                && visitor.getUIs().stream().allMatch(other -> other.equals(page) || other.isClosing());
    }

    /** Of a visitor who may never open a live page: whoever loads the page again meanwhile is known. */
    void passing(WrappedSession session) {
        remember(session, settings.patience());
    }

    /** Whoever is signed in stays so. */
    private static void remember(WrappedSession session, Duration howLong) {
        if (session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) == null)
            session.setMaxInactiveInterval(Math.toIntExact(howLong.toSeconds()));
    }

    /** Whether more pages that are updated by push would harm those that are open. */
    boolean isFull() {
        return open.get() >= settings.most();
    }
}
