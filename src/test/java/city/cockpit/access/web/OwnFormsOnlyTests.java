package city.cockpit.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OwnFormsOnlyTests {

    @ParameterizedTest
    @CsvSource({
        "the own form,              POST, same-origin, ,                              200",
        "a stranger's form,         POST, cross-site,  ,                              403",
        "a form of the same town,   POST, same-site,   ,                              403",
        "the own form by HTTP,      POST, ,            http://cockpit.example:8080,   200",
        "a stranger's by HTTP,      POST, ,            http://elsewhere.example:8080, 403",
        "a page without origin,     POST, ,            null,                          403",
        "an origin that is none,    POST, ,            'http://[',                    403",
        "a program,                 POST, ,            ,                              200",
        "a link of a stranger,      GET,  cross-site,  ,                              200",
    })
    void aFormOfSomebodyElseIsNotTaken(String what, String method, String site, String origin, int status)
            throws ServletException, IOException {
        var request = new MockHttpServletRequest(method, "/login");
        request.addHeader("Host", "cockpit.example:8080");
        if (site != null) request.addHeader("Sec-Fetch-Site", site);
        if (origin != null) request.addHeader("Origin", origin);
        var response = new MockHttpServletResponse();
        new OwnFormsOnly().doFilter(request, response, new MockFilterChain());
        assertThat(response.getStatus()).as(what).isEqualTo(status);
    }
}
