package city.cockpit.access.admission;

import city.cockpit.access.ScreenSecurity;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A page that is left says goodbye to its push connection. Signing in ends the session of the page with the form, so its
 * goodbye comes with a session that is no more; answered as any other request it would bring a new one, whose cookie takes
 * the place of the one that was just signed in.
 */
@Component
class Goodbyes implements ScreenSecurity {

    private static final String GOODBYE = "X-Atmosphere-Transport=close";

    @Override
    public void addTo(HttpSecurity screens) {
        screens.addFilterBefore(new Late(), LogoutFilter.class);
    }

    /** Answers those that come too late. */
    static final class Late extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
                throws ServletException, IOException {
            var query = request.getQueryString();
            if (query != null && query.contains(GOODBYE) && request.getSession(false) == null)
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            else rest.doFilter(request, response);
        }
    }
}
