package city.cockpit.access.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a program in that shows a good token in the header {@code Authorization}, as "Bearer" or, since devices know only
 * that, as the password of "Basic" with any name; nowhere else a token counts.
 */
final class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final String BASIC = "Basic ";
    private static final String SOON = "10";

    private final TokenGate gate;

    TokenFilter(TokenGate gate) {
        this.gate = gate;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            rest.doFilter(request, response);
            return;
        }
        switch (judge(header, request.getRemoteAddr())) {
            case TokenVerdict.Good(var token) -> {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new BearerToken(token));
                SecurityContextHolder.setContext(context);
                rest.doFilter(request, response);
            }
            case TokenVerdict.Bad() ->
                ApiAnswer.refuse(response, HttpStatus.UNAUTHORIZED, "This token is not good, or not good any more.");
            case TokenVerdict.Unknown() -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
                ApiAnswer.refuse(
                        response, HttpStatus.SERVICE_UNAVAILABLE, "Tokens cannot be checked now. Please come back.");
            }
            case TokenVerdict.TooOften(var wait) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, seconds(wait));
                ApiAnswer.refuse(response, HttpStatus.TOO_MANY_REQUESTS, "Too many requests. Please wait.");
            }
        }
    }

    private TokenVerdict judge(String header, @Nullable String address) {
        return secret(header)
                .map(secret -> gate.judge(secret, address == null ? "" : address))
                .orElseGet(TokenVerdict.Bad::new);
    }

    private static Optional<TokenSecret> secret(String header) {
        if (begins(header, SCHEME)) return TokenSecret.of(rest(header, SCHEME));
        return begins(header, BASIC) ? password(rest(header, BASIC)).flatMap(TokenSecret::of) : Optional.empty();
    }

    private static boolean begins(String header, String scheme) {
        return header.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private static String rest(String header, String scheme) {
        return header.substring(scheme.length()).strip();
    }

    /** What stands behind the first colon (RFC 7617). */
    private static Optional<String> password(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded), ISO_8859_1);
            var colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Rounded up, since a program that comes a moment too early is refused again. */
    private static String seconds(Duration wait) {
        return Long.toString(wait.plusMillis(999).toSeconds());
    }
}
