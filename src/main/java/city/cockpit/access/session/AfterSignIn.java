package city.cockpit.access.session;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Leads to the page that asked for the sign-in, or to the live cockpit. Vaadin's own handler would also go wherever a
 * parameter of the request says, and to the host that an earlier request named.
 */
final class AfterSignIn extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

    private static final String LIVE_COCKPIT = "cockpit";

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
        var path = NewSession.wish(request).filter(wish -> !wish.isEmpty()).orElse(LIVE_COCKPIT);
        NewSession.forgetWish(request);
        return request.getContextPath() + "/" + path;
    }
}
