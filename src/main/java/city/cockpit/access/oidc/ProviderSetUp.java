package city.cockpit.access.oidc;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Whether the town names an identity provider; an empty setting names none. */
final class ProviderSetUp {

    static final String ISSUER = "cockpit.access.oidc.issuer";

    private ProviderSetUp() {}

    private static boolean isNamed(ConditionContext context) {
        return StringUtils.hasText(context.getEnvironment().getProperty(ISSUER));
    }

    static final class Named implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return isNamed(context);
        }
    }

    static final class NotNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !isNamed(context);
        }
    }
}
