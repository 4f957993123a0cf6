package city.cockpit.transport;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers whoever comes without encryption with the same address under HTTPS, and with nothing else. */
final class RedirectToHttps extends OncePerRequestFilter {

    private static final int PORT_OF_HTTPS = 443;

    private final int port;

    /** @param port where browsers find the pages under HTTPS */
    RedirectToHttps(int port) {
        this.port = port;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.isSecure()) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
            response.setHeader(HttpHeaders.LOCATION, encrypted(request));
        }
    }

    private String encrypted(HttpServletRequest request) {
        var address = new StringBuilder("https://").append(request.getServerName());
        if (port != PORT_OF_HTTPS) address.append(':').append(port);
        address.append(request.getRequestURI());
        if (request.getQueryString() != null) address.append('?').append(request.getQueryString());
        return address.toString();
    }
}
