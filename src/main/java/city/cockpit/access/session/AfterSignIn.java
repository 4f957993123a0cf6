package city.cockpit.access.session;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Leads to the page that asked for the sign-in, or to the first one. Vaadin's own handler would also go wherever a
 * parameter of the request says, and to the host that an earlier request named.
 */
final class AfterSignIn extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
        var path = NewSession.wish(request).orElse("");
        NewSession.forgetWish(request);
        return request.getContextPath() + "/" + path;
    }
}
