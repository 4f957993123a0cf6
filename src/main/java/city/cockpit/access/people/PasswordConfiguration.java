package city.cockpit.access.people;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are hashed: Argon2id, named in front of each hash, so that a better way can follow. */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int THREADS = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int ROUNDS = 2;

    /** As OWASP recommends. One processor is left for the readings of the town. */
    @Bean
    PasswordEncoder passwordEncoder() {
        var argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, THREADS, MEMORY_KIB, ROUNDS);
        var encoder = new DelegatingPasswordEncoder("argon2id", Map.of("argon2id", argon2));
        return new BoundedEncoder(encoder, Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }
}
