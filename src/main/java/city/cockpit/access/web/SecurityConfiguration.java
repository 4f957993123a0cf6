package city.cockpit.access.web;

import city.cockpit.access.ScreenSecurity;
import city.cockpit.access.SignInNotice;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.web.SecurityFilterChain;

/** Who may see what: every view says so itself, and a view that says nothing is closed. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    /** Management endpoints have a port of their own that listens on loopback only, so whoever reaches it is on the machine. */
    @Bean
    @Order(1)
    SecurityFilterChain managementEndpoints(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Every view guards itself; an address that leads to none is answered by the page that says so, also to strangers. */
    @Bean
    @Order(2)
    SecurityFilterChain screens(HttpSecurity http, ObjectProvider<ScreenSecurity> parts) {
        parts.orderedStream().forEach(part -> part.addTo(http));
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/cockpit.css", "/icons/**", "/town/**")
                        .permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView("/login", SignInNotice.SIGNED_OUT.path())
                                .defaultSuccessUrl("/cockpit")
                                .anyRequest(AuthorizedUrl::permitAll))
                .build();
    }
}
