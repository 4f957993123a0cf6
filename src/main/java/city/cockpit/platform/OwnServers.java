package city.cockpit.platform;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Which servers the town brings itself; for each other one the cockpit starts an embedded one. */
final class OwnServers {

    static final String DATABASE = "spring.datasource.url";
    static final String BROKER = "cockpit.mqtt.broker";

    private OwnServers() {}

    static boolean has(Environment settings, String server) {
        return StringUtils.hasText(settings.getProperty(server));
    }

    static final class NoDatabase extends None {
        NoDatabase() {
            super(DATABASE);
        }
    }

    static final class NoBroker extends None {
        NoBroker() {
            super(BROKER);
        }
    }

    abstract static class None implements Condition {

        private final String server;

        None(String server) {
            this.server = server;
        }

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !has(context.getEnvironment(), server);
        }
    }
}
