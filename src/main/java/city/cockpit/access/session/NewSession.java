package city.cockpit.access.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionFixationProtectionStrategy;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;

/**
 * Gives the browser another session at sign-in. Nothing of the one before goes on but where the person wanted to go: with
 * it end its pages, and every connection that somebody else may have opened in a session planted in the browser.
 */
final class NewSession extends SessionFixationProtectionStrategy {

    /** Where the screens keep the page that asked for a sign-in: within the cockpit, and with the host that was asked. */
    private static final String WISH = "com.vaadin.flow.server.auth.NavigationAccessControl.redirect";

    /** Where Spring Security keeps it. */
    private static final String SAVED = "SPRING_SECURITY_SAVED_REQUEST";

    NewSession() {
        setMigrateSessionAttributes(false);
    }

    @Override
    protected Map<String, Object> extractAttributes(HttpSession before) {
        return Map.of();
    }

    @Override
    public void onAuthentication(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        var wish = wish(request).or(() -> saved(request));
        super.onAuthentication(authentication, request, response);
        wish.ifPresent(path -> request.getSession().setAttribute(WISH, path));
    }

    /** Only the path: the host came with a request that somebody else may have made. */
    static Optional<String> wish(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) return Optional.empty();
        return session.getAttribute(WISH) instanceof String path && isWithin(path)
                ? Optional.of(path)
                : Optional.empty();
    }

    /** An address that was typed in is refused before there is a page that could keep it. */
    private static Optional<String> saved(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(SAVED) instanceof DefaultSavedRequest saved))
            return Optional.empty();
        var root = request.getContextPath() + "/";
        var path = saved.getRequestURI();
        if (path == null || !"GET".equals(saved.getMethod()) || !path.startsWith(root)) return Optional.empty();
        return Optional.of(path.substring(root.length())).filter(NewSession::isWithin);
    }

    static void forgetWish(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.removeAttribute(WISH);
    }

    private static boolean isWithin(String path) {
        return !path.startsWith("/") && !path.startsWith("\\") && path.chars().noneMatch(Character::isISOControl);
    }
}
