package city.cockpit.registry.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What is kept of a device's password: SHA-256 with a salt. A slow hash would protect nothing, as nobody can guess 138
 * random bits, and it would keep a thousand devices from coming back at the same time; see decision record 0048.
 *
 * @param text {@code sha256$SALT$HASH}, each in base64
 */
public record PasswordHash(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SCHEME = "sha256";
    private static final int SALT_BYTES = 16;

    public PasswordHash {
        var parts = text.split("\\$", -1);
        if (parts.length != 3 || !parts[0].equals(SCHEME))
            throw new IllegalArgumentException("not a password hash of this version");
    }

    static PasswordHash of(String password) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new PasswordHash(String.join("$", SCHEME, base64(salt), base64(digest(salt, password))));
    }

    /** Takes the same time whichever part of it is wrong. */
    public boolean fits(String password) {
        var parts = text.split("\\$", -1);
        var salt = Base64.getDecoder().decode(parts[1]);
        return MessageDigest.isEqual(Base64.getDecoder().decode(parts[2]), digest(salt, password));
    }

    private static byte[] digest(byte[] salt, String password) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(password.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "a password's hash";
    }
}
