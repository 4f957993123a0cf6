package city.cockpit.access.web;

import city.cockpit.access.ScreenSecurity;
import city.cockpit.access.SignInNotice;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may see what: every view says so itself, and a view that says nothing is closed. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    /** What everybody's browser fetches beside pages. A request that a controller answers and that is not named here is closed. */
    private static final String[] FOR_EVERYBODY = {
        "/cockpit.css",
        "/icons/**",
        "/town/**",
        "/strategy/**",
        "/map/tiles/**",
        "/data/**",
        "/embed/**",
        "/poster/*",
        "/media/*",
        "/manifest.webmanifest",
        "/sw.js",
        "/robots.txt",
        "/sitemap.xml",
        "/session"
    };

    /** Management endpoints have a port of their own that listens on loopback only, so whoever reaches it is on the machine. */
    @Bean
    @Order(1)
    SecurityFilterChain managementEndpoints(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** A request passes some twenty filters, and nobody reads how long each of them takes. */
    @Bean
    SecurityObservationSettings noClockAtEveryFilter() {
        return SecurityObservationSettings.noObservations();
    }

    /** No method but those that pages and programs use. */
    @Bean
    HttpFirewall usualMethodsOnly() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHttpMethods(List.of("GET", "HEAD", "POST", "OPTIONS"));
        return firewall;
    }

    /** Every view guards itself; an address that leads to none is answered by the page that says so, also to strangers. */
    @Bean
    @Order(2)
    SecurityFilterChain screens(
            HttpSecurity http,
            ObjectProvider<ScreenSecurity> parts,
            ObjectProvider<RequestMappingHandlerMapping> controllers) {
        parts.orderedStream().forEach(part -> part.addTo(http));
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(FOR_EVERYBODY)
                        .permitAll()
                        .requestMatchers(new ControllerAddresses(controllers))
                        .denyAll())
                .addFilterBefore(new OwnFormsOnly(), CsrfFilter.class)
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView("/login", SignInNotice.SIGNED_OUT.path())
                                .anyRequest(AuthorizedUrl::permitAll))
                .build();
    }
}
