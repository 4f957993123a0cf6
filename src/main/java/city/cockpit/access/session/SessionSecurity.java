package city.cockpit.access.session;

import city.cockpit.access.ScreenSecurity;
import city.cockpit.access.SignInName;
import city.cockpit.access.web.ClientAddress;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Where the chain of filters meets the sessions: somebody signs in, does something, leaves. */
@Component
class SessionSecurity implements ScreenSecurity {

    private static final int LONGEST_ADDRESS = 64;
    private static final int LONGEST_BROWSER = 200;

    private final SessionBook book;
    private final InstantSource clock;
    private final UserDetailsService people;
    private final ObjectProvider<SessionAuthenticationStrategy> others;
    private final NewSession fresh = new NewSession();

    /** @param others what else is to be done with every sign-in */
    SessionSecurity(
            SessionBook book,
            InstantSource clock,
            UserDetailsService people,
            ObjectProvider<SessionAuthenticationStrategy> others) {
        this.book = book;
        this.clock = clock;
        this.people = people;
        this.others = others;
    }

    @Override
    public void addTo(HttpSecurity screens) {
        screens.setSharedObject(VaadinSavedRequestAwareAuthenticationSuccessHandler.class, new AfterSignIn());
        screens.sessionManagement(sessions -> sessions.sessionAuthenticationStrategy(this::signIn))
                .logout(logout -> logout.addLogoutHandler((request, response, who) -> leave(request, response)))
                .addFilterBefore(resumption(), LogoutFilter.class)
                .addFilterBefore(use(), LogoutFilter.class);
    }

    Filter resumption() {
        return new Resumption(book, people);
    }

    Filter use() {
        return new Use();
    }

    private void signIn(Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        var token = SessionToken.fresh();
        var id = SignInName.of(authentication.getName())
                .flatMap(name -> begin(name, token, request, () -> {
                    fresh.onAuthentication(authentication, request, response);
                    return request.getSession();
                }))
                .orElseThrow(() -> new LockedException("locked or removed while signing in"));
        describe(authentication, id);
        // Whom a provider vouches for is vouched for anew.
        if (authentication instanceof UsernamePasswordAuthenticationToken) Resumption.keep(token, request, response);
        others.orderedStream().forEach(other -> other.onAuthentication(authentication, request, response));
    }

    private Optional<UUID> begin(
            SignInName name, SessionToken token, HttpServletRequest request, Supplier<HttpSession> browser) {
        try {
            return book.begin(
                    name,
                    token,
                    line(ClientAddress.of(request), LONGEST_ADDRESS),
                    line(request.getHeader(HttpHeaders.USER_AGENT), LONGEST_BROWSER),
                    browser);
        } catch (DataAccessException | TransactionException e) {
            throw new AuthenticationServiceException("no session can begin while the database does not answer", e);
        }
    }

    private static void describe(Authentication authentication, UUID session) {
        if (!(authentication instanceof AbstractAuthenticationToken token))
            throw new IllegalStateException("a sign-in that cannot carry its session");
        token.setDetails(new SignedInAs(session));
    }

    private void leave(HttpServletRequest request, HttpServletResponse response) {
        held(request).ifPresent(session -> book.leave(session.id(), session.name()));
        Resumption.forget(request, response);
    }

    static boolean isHeld(HttpServletRequest request) {
        return held(request).isPresent();
    }

    private static Optional<HeldSession> held(HttpServletRequest request) {
        var browser = request.getSession(false);
        if (browser == null) return Optional.empty();
        return browser.getAttribute(HeldSession.ATTRIBUTE) instanceof HeldSession session
                ? Optional.of(session)
                : Optional.empty();
    }

    /** Text from outside, as one line. */
    private static String line(@Nullable String text, int longest) {
        if (text == null) return "";
        var clean = text.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.length() <= longest ? clean : clean.substring(0, longest);
    }

    /** Remembers when the person did something. That a page is open somewhere is nothing the person does. */
    private final class Use extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
                throws ServletException, IOException {
            if (!isOfOpenPage(request)) held(request).ifPresent(session -> session.use(clock.instant()));
            rest.doFilter(request, response);
        }

        private static boolean isOfOpenPage(HttpServletRequest request) {
            var kind = request.getQueryString();
            return request.getServletPath().equals(SessionEndpoint.ADDRESS)
                    || (kind != null && (kind.contains("v-r=heartbeat") || kind.contains("v-r=push")));
        }
    }
}
