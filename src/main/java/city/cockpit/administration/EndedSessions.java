package city.cockpit.administration;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SessionInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/**
 * Remembers that a browser came with a session that is no more. If it then wanted a page that only staff may see, the
 * sign-in page can say why that does not open any more.
 */
@Component
class EndedSessions implements VaadinServiceInitListener {

    private static final String CAME_WITH_ONE = EndedSessions.class.getName();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(EndedSessions::remember);
    }

    private static void remember(SessionInitEvent event) {
        if (event.getRequest() instanceof HttpServletRequest request
                && request.getRequestedSessionId() != null
                && !request.isRequestedSessionIdValid()) event.getSession().setAttribute(CAME_WITH_ONE, true);
    }

    /** Whether the end of a session is why the visitor has to sign in. */
    static boolean isCause() {
        var session = VaadinSession.getCurrent();
        return session.getAttribute(CAME_WITH_ONE) != null
                && session.getSession().getAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT) != null;
    }
}
