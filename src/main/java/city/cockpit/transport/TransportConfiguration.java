package city.cockpit.transport;

import java.time.InstantSource;
import java.util.Optional;
import org.apache.catalina.connector.Connector;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;

/** How the pages' port speaks. The management port has a server of its own and stays as it is: plain, on this machine. */
@Configuration(proxyBeanMethods = false)
class TransportConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> wordOfProxies(WebSettings settings) {
        return server -> {
            server.addEngineValves(new ForwardedHeaders(settings.trusted()));
            settings.trusted().map(ForwardedHeaders::ofTrusted).ifPresent(server::addEngineValves);
        };
    }

    /**
     * Browsers that were here once ask for HTTPS only; said under HTTPS alone. Not for names below this host's: they may
     * belong to somebody else.
     */
    @Bean
    Customizer<HeadersConfigurer<HttpSecurity>> httpsFromNowOn() {
        return headers -> headers.httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false));
    }

    @Bean
    HttpsSource https(WebSettings web, ObjectProvider<ServerCertificate> own) {
        var certificate = Optional.ofNullable(own.getIfAvailable());
        var otherwise = web.proxies().isEmpty() ? new Https.Off() : new Https.ByProxy();
        return () -> certificate.<Https>map(it -> new Https.Own(it.status())).orElse(otherwise);
    }

    /** With a certificate of the cockpit's own. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(IsConfigured.class)
    static class Encryption {

        @Bean
        ServerCertificate serverCertificate(TlsSettings settings, InstantSource clock) {
            return new ServerCertificate(settings.files().orElseThrow(), clock);
        }

        @Bean
        SslBundleRegistrar certificateForTheWebServer(ServerCertificate certificate) {
            return certificate::register;
        }

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> encryptedPages(TlsSettings settings) {
            return server -> {
                server.setSsl(Ssl.forBundle(ServerCertificate.BUNDLE));
                if (settings.redirectPort() != 0)
                    server.addAdditionalConnectors(plain(server, settings.redirectPort()));
            };
        }

        private static Connector plain(TomcatServletWebServerFactory server, int port) {
            var connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
            connector.setPort(port);
            var address = server.getAddress();
            if (address != null) connector.setProperty("address", address.getHostAddress());
            return connector;
        }

        @Bean
        FilterRegistrationBean<RedirectToHttps> redirectToHttps(Environment settings) {
            var filter = new RedirectToHttps(settings.getProperty("server.port", Integer.class, 8080));
            var registration = new FilterRegistrationBean<>(filter);
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        }
    }

    /** Whether the settings name a certificate or a key; one without the other is refused with a sentence. */
    static final class IsConfigured implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Transport.isEncrypted(context.getEnvironment());
        }
    }
}
