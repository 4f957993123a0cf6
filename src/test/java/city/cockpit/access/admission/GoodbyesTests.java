package city.cockpit.access.admission;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class GoodbyesTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/VAADIN/push");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain rest = new MockFilterChain();

    @Test
    void theGoodbyeOfAPageWhoseSessionHasEndedBringsNoNewSession() throws ServletException, IOException {
        request.setQueryString("v-r=push&v-uiId=0&X-Atmosphere-Transport=close");
        new Goodbyes.Late().doFilter(request, response, rest);
        assertThat(rest.getRequest()).isNull();
        assertThat(response.getStatus()).isEqualTo(204);
        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void theGoodbyeOfALivingSessionIsHeard() throws ServletException, IOException {
        request.setQueryString("v-r=push&v-uiId=0&X-Atmosphere-Transport=close");
        request.getSession();
        new Goodbyes.Late().doFilter(request, response, rest);
        assertThat(rest.getRequest()).isNotNull();
    }

    @Test
    void everythingElsePasses() throws ServletException, IOException {
        new Goodbyes.Late().doFilter(request, response, rest);
        assertThat(rest.getRequest()).isNotNull();
    }
}
