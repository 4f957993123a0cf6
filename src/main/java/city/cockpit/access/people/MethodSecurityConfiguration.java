package city.cockpit.access.people;

import org.springframework.aop.Advisor;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;
import org.springframework.security.authorization.method.Jsr250AuthorizationManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/** Whoever is not meant to is refused by the methods themselves, however they came to call them. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class MethodSecurityConfiguration {

    private static final String VIEW = "com.vaadin.flow.router.Route";

    /**
     * Asks {@code @RolesAllowed}. On a view that annotation speaks to Vaadin, which asks it at every navigation; a proxy
     * around a view is no component, and around a final one there can be none.
     */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor rolesAllowed() {
        var pointcut = new ComposablePointcut(
                        AuthorizationManagerBeforeMethodInterceptor.jsr250().getPointcut())
                .intersection(type -> !MergedAnnotations.from(type).isPresent(VIEW));
        return new AuthorizationManagerBeforeMethodInterceptor(pointcut, new Jsr250AuthorizationManager());
    }
}
