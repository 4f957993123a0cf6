package city.cockpit.access.signin;

import java.io.Serial;
import org.springframework.security.core.AuthenticationException;

/** The password was not looked at. */
final class TooManyTriesException extends AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1L;

    TooManyTriesException() {
        super("too many wrong passwords");
    }
}
