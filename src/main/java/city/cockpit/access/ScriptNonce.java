package city.cockpit.access;

import jakarta.servlet.ServletRequest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The word without which the browser runs no script that stands in the page itself. Made for one answer and never again;
 * an answer for which none was made may run no script at all.
 */
public final class ScriptNonce {

    private static final String ATTRIBUTE = ScriptNonce.class.getName();
    private static final int BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ScriptNonce() {}

    /** The word of the answer to this request, made at the first call. */
    public static String of(ServletRequest request) {
        return find(request).orElseGet(() -> {
            var bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            var nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            request.setAttribute(ATTRIBUTE, nonce);
            return nonce;
        });
    }

    /** The word of the answer to this request, if one was made. */
    public static Optional<String> find(ServletRequest request) {
        return Optional.ofNullable(request.getAttribute(ATTRIBUTE)).map(String.class::cast);
    }
}
