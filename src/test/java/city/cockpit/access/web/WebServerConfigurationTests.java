package city.cockpit.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The web server with the settings of the cockpit, and nothing behind it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = WebServerConfigurationTests.Empty.class)
class WebServerConfigurationTests {

    @Value("${local.server.port}")
    private int port;

    @Test
    void visitorsTakeTurnsSoThatNobodyWaitsForAllWhoCameBefore() throws Exception {
        try (var visitor = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .build();
            assertThat(visitor.send(request, BodyHandlers.ofString()).body()).isEqualTo("platform");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    @Import(WebServerConfiguration.class)
    static class Empty {

        @Bean
        ServletRegistrationBean<HttpServlet> thread() {
            return new ServletRegistrationBean<>(new ThreadKind(), "/");
        }
    }

    private static final class ThreadKind extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write(Thread.currentThread().isVirtual() ? "virtual" : "platform");
        }
    }
}
