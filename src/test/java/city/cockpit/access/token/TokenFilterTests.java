package city.cockpit.access.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Programs at the door while the database is away: a token that is read is one that cannot be checked. */
class TokenFilterTests {

    private final AtomicInteger questions = new AtomicInteger();
    private final TokenTable table = new TokenTable(JdbcClient.create(new AwayDataSource()));
    private final TokenFilter filter =
            new TokenFilter(new TokenGate(new KnownTokens(table), table, () -> Instant.EPOCH));
    private final String secret = TokenSecret.random().value();

    @Test
    void aTokenCountsAsBearerAndAsThePasswordOfAnyName() throws Exception {
        assertThat(answer("Bearer " + secret).getStatus()).isEqualTo(503);
        assertThat(answer("bearer  " + secret).getStatus()).isEqualTo(503);
        assertThat(answer(basic("airrohr:" + secret)).getStatus()).isEqualTo(503);
        assertThat(answer(basic(":" + secret)).getStatus()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer x", "Basic", "Basic ===", "Basic eA==", "Digest x"})
    void whatIsNoTokenIsNotLookedUp(String header) throws Exception {
        assertThat(answer(header).getStatus()).isEqualTo(401);
        assertThat(answer(basic(secret)).getStatus()).isEqualTo(401);
        assertThat(answer(basic(secret + ":")).getStatus()).isEqualTo(401);
        assertThat(questions).hasValue(0);
    }

    @Test
    void whileTheDatabaseIsAwayProgramsAreToldToComeBackAndItIsAskedOnce() throws Exception {
        var begin = System.nanoTime();
        for (var i = 0; i < 15; i++) {
            var answer = answer("Bearer " + TokenSecret.random().value());
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(answer.getHeader("Retry-After")).isEqualTo("10");
            assertThat(answer.getContentType()).startsWith("application/problem+json");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
        assertThat(questions).hasValue(1);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private MockHttpServletResponse answer(String header) throws ServletException, IOException {
        var request = new MockHttpServletRequest("POST", "/api/v1/hooks/chirpstack");
        request.addHeader("Authorization", header);
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private final class AwayDataSource extends AbstractDataSource {

        @Override
        public Connection getConnection() throws SQLException {
            questions.incrementAndGet();
            throw new SQLException("the database is away");
        }

        @Override
        public Connection getConnection(String name, String password) throws SQLException {
            return getConnection();
        }
    }
}
