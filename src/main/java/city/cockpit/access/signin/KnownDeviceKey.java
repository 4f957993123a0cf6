package city.cockpit.access.signin;

import static java.time.ZoneOffset.UTC;

import java.security.SecureRandom;
import java.time.InstantSource;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code known_device_key}: made by the first node that needs it, the same for all. Any thread. */
@Repository
class KnownDeviceKey {

    private static final int BYTES = 32;

    private final JdbcClient sql;
    private final InstantSource clock;
    private volatile @Nullable SecretKey key;

    KnownDeviceKey(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    SecretKey key() {
        var known = key;
        if (known != null) return known;
        var read = new SecretKeySpec(readOrMake(), "HmacSHA256");
        key = read;
        return read;
    }

    private byte[] readOrMake() {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        sql.sql("INSERT INTO known_device_key (secret, made_at) VALUES (:secret, :now) ON CONFLICT DO NOTHING")
                .param("secret", secret)
                .param("now", clock.instant().atOffset(UTC))
                .update();
        return sql.sql("SELECT secret FROM known_device_key")
                .query((row, n) -> row.getBytes("secret"))
                .single();
    }
}
