package city.cockpit.access.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a program shows: a prefix by which scanners find lost ones, and 256 random bits. Never written anywhere. */
record TokenSecret(String value) {

    private static final Pattern FORM = Pattern.compile("cockpit_[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static TokenSecret random() {
        var bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new TokenSecret(
                "cockpit_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Empty if it has not even the form of a secret, so that nothing needs to be looked up. */
    static Optional<TokenSecret> of(String shown) {
        return FORM.matcher(shown).matches() ? Optional.of(new TokenSecret(shown)) : Optional.empty();
    }

    /** SHA-256 in hexadecimal: what is kept. A slow hash would protect nothing, as nobody can guess 256 bits. */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "a token's secret";
    }
}
