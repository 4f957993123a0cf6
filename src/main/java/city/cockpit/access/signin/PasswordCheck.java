package city.cockpit.access.signin;

import city.cockpit.access.OwnAccount;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Looks at a password, unless too many were wrong. A name that nobody has takes as long as one that somebody has. */
final class PasswordCheck implements AuthenticationProvider {

    private static final Logger log = LoggerFactory.getLogger(PasswordCheck.class);

    private final DaoAuthenticationProvider passwords;
    private final Tries tries;
    private final FailedSignIns failed;

    PasswordCheck(DaoAuthenticationProvider passwords, Tries tries, FailedSignIns failed) {
        this.passwords = passwords;
        this.tries = tries;
        this.failed = failed;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication typed) {
        if (!(typed.getDetails() instanceof Visit visit)) throw new IllegalStateException("a password from nowhere");
        if (isTooLong(typed)) {
            failed.refused(visit.name(), visit.address());
            throw new BadCredentialsException("longer than any password");
        }
        return switch (tries.ofVisitor(visit.name(), Network.of(visit.address()), visit.knownDevice())) {
            case Turn.Refused _ -> {
                failed.refused(visit.name(), visit.address());
                throw new TooManyTriesException();
            }
            case Turn.Admitted turn -> look(typed, visit, turn);
        };
    }

    private @Nullable Authentication look(Authentication typed, Visit visit, Turn.Admitted turn) {
        try {
            var signedIn = passwords.authenticate(typed);
            turn.takeBack();
            return signedIn;
        } catch (UsernameNotFoundException e) {
            failed.wrong(Optional.empty(), visit.address());
            throw new BadCredentialsException("wrong name or password", e);
        } catch (BadCredentialsException | AccountStatusException e) {
            failed.wrong(visit.name(), visit.address());
            throw e;
        } catch (AuthenticationServiceException e) {
            turn.takeBack();
            log.warn(
                    "Nobody can sign in: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
            throw e;
        }
    }

    private static boolean isTooLong(Authentication typed) {
        return typed.getCredentials() instanceof String password && password.length() > OwnAccount.LONGEST_PASSWORD;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
