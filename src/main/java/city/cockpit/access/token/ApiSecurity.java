package city.cockpit.access.token;

import city.cockpit.access.Tokens.Scope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * The guard of everything under {@code /api}: tokens only. Neither the session of a browser nor its cookies count here, so
 * no page of another site can ask in somebody's name. What is not named is closed.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain api(HttpSecurity http, TokenGate gate) {
        return http.securityMatcher("/api/**")
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/api/status")
                        .hasRole(Scope.READ_STATUS.name())
                        .requestMatchers(HttpMethod.GET, "/api/audit.csv")
                        .hasRole(Scope.EXPORT_AUDIT.name())
                        .requestMatchers(
                                HttpMethod.GET, "/api/v1/sensors/**", "/api/v1/sensors.csv", "/api/v1/openapi.json")
                        .hasAnyRole(Scope.READ_SENSORS.name(), Scope.WRITE_SENSORS.name())
                        .requestMatchers(HttpMethod.POST, "/api/v1/sensors/**", "/api/v1/sensors.csv")
                        .hasRole(Scope.WRITE_SENSORS.name())
                        .requestMatchers(HttpMethod.POST, "/api/v1/hooks/*")
                        .hasRole(Scope.SEND_READINGS.name())
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new TokenFilter(gate), AuthorizationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, why) ->
                                ApiAnswer.refuse(response, HttpStatus.UNAUTHORIZED, "This needs a token."))
                        .accessDeniedHandler((request, response, why) ->
                                ApiAnswer.refuse(response, HttpStatus.FORBIDDEN, "This token does not open that.")))
                .build();
    }
}
