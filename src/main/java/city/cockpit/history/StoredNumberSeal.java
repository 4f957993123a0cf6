package city.cockpit.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code reading_seal_key}: made by the first node that needs it, the same for all. */
@Repository
class StoredNumberSeal implements NumberSeal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    /** Long enough that nobody finds one by trying, short enough for an address. */
    private static final int MARK_BYTES = 12;

    private final JdbcClient sql;
    private volatile @Nullable SecretKeySpec key;

    StoredNumberSeal(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String of(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mark(text));
    }

    @Override
    public boolean fits(String text, String mark) {
        return MessageDigest.isEqual(of(text).getBytes(UTF_8), mark.getBytes(UTF_8));
    }

    private byte[] mark(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return Arrays.copyOf(mac.doFinal(text.getBytes(UTF_8)), MARK_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private SecretKeySpec key() {
        var known = key;
        if (known != null) return known;
        var read = new SecretKeySpec(readOrMake(), ALGORITHM);
        key = read;
        return read;
    }

    private byte[] readOrMake() {
        var secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        sql.sql("INSERT INTO reading_seal_key (secret) VALUES (:secret) ON CONFLICT DO NOTHING")
                .param("secret", secret)
                .update();
        return sql.sql("SELECT secret FROM reading_seal_key")
                .query((row, n) -> row.getBytes("secret"))
                .single();
    }
}
