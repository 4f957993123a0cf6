package city.cockpit.access.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a browser keeps so that its session goes on after a restart of the cockpit or on another node, see
 * src/docs/decisions/0070-a-session-outlives-its-node.md. As long and random as the cookie of the session itself.
 */
record SessionToken(String text) {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static SessionToken fresh() {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    static Optional<SessionToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SessionToken(text)) : Optional.empty();
    }

    /** What the table knows of it. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "a token of a session";
    }
}
