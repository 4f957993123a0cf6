package city.cockpit.access.session;

import city.cockpit.access.session.SessionBook.Resumed;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Goes on with the session of a browser that a former run of the cockpit, or another node, began: where somebody opens a page
 * without being signed in and the browser shows the token of a session that has not ended. What the person may do is read
 * from the account.
 */
final class Resumption extends OncePerRequestFilter {

    static final String COOKIE = "cockpit-resume";

    private static final Logger log = LoggerFactory.getLogger(Resumption.class);

    private final SessionBook book;
    private final UserDetailsService people;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Resumption(SessionBook book, UserDetailsService people) {
        this.book = book;
        this.people = people;
    }

    /** Leaves the token with the browser, until that is closed. */
    static void keep(SessionToken token, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie(token.text(), request).build().toString());
    }

    static void forget(HttpServletRequest request, HttpServletResponse response) {
        if (token(request).isPresent())
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    cookie("", request).maxAge(0).build().toString());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        if (opensPage(request) && !SessionSecurity.isHeld(request))
            token(request).ifPresent(token -> resume(token, request, response));
        rest.doFilter(request, response);
    }

    /** What an open page asks by itself would bring it into a session that it does not belong to. */
    private static boolean opensPage(HttpServletRequest request) {
        var query = request.getQueryString();
        return "GET".equals(request.getMethod()) && (query == null || !query.contains("v-r="));
    }

    private void resume(SessionToken token, HttpServletRequest request, HttpServletResponse response) {
        try {
            var before = request.getSession(false);
            // Others may know the session that the browser came with.
            book.resume(token, () -> {
                        if (before != null) end(before);
                        return request.getSession();
                    })
                    .ifPresent(resumed -> admit(resumed, request, response));
        } catch (DataAccessException | TransactionException e) {
            log.warn("A session could not go on, because the database did not answer");
        }
    }

    private static void end(HttpSession before) {
        try {
            before.invalidate();
        } catch (IllegalStateException e) {
            // Another page of the same browser was quicker.
        }
    }

    private void admit(Resumed resumed, HttpServletRequest request, HttpServletResponse response) {
        var person = people.loadUserByUsername(resumed.name().value());
        var authentication = UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
        authentication.setDetails(new SignedInAs(resumed.session()));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        contexts.saveContext(context, request, response);
        SecurityContextHolder.setContext(context);
    }

    private static Optional<SessionToken> token(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .findFirst()
                .flatMap(cookie -> SessionToken.parse(cookie.getValue()));
    }
}
