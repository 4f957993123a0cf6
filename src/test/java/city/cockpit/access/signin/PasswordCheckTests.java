package city.cockpit.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.cockpit.access.SignInName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordCheckTests {

    private static final String RIGHT = "rain over the town hall";
    private static final String WRONG = "sun over the town hall";

    private final Instant now = Instant.parse("2026-11-22T10:15:00Z");
    private final List<String> lines = new ArrayList<>();
    private final FailedSignIns failed = new FailedSignIns((actor, deed, object, changes) ->
            lines.add("'%s' %s".formatted(object, changes.getFirst().after())));
    private final CountingEncoder encoder = new CountingEncoder();
    private boolean away;
    private final PasswordCheck check = new PasswordCheck(passwords(), new Tries(() -> now), failed);

    /** Counts how often it is asked, which stands for the time it takes. */
    private static final class CountingEncoder implements PasswordEncoder {

        private int asked;

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return password + "#";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            asked++;
            return (password + "#").equals(hash);
        }
    }

    private DaoAuthenticationProvider passwords() {
        UserDetailsService people = this::load;
        return SignInSecurity.passwords(people, (user, hash) -> user, encoder);
    }

    private UserDetails load(String name) {
        if (away) throw new IllegalStateException("the database is away");
        if (!name.equals("anna") && !name.equals("locked")) throw new UsernameNotFoundException("nobody");
        return User.withUsername(name)
                .password(RIGHT + "#")
                .roles("STAFF")
                .accountLocked(name.equals("locked"))
                .build();
    }

    @Test
    void theRightPasswordSignsIn() {
        assertThat(signIn("anna", RIGHT)).isNotNull();
        assertThat(lines()).isEmpty();
    }

    @Test
    void nobodyLearnsWhetherThereIsSuchAPerson() {
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn("anna", WRONG));
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn("nobody", WRONG));
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn("locked", WRONG));
        assertThat(encoder.asked).isEqualTo(3);
        assertThat(lines()).containsExactlyInAnyOrder("'anna' 1", "'' 1", "'locked' 1");
    }

    @Test
    void onlyWhoeverKnowsThePasswordLearnsOfTheLock() {
        assertThatExceptionOfType(LockedException.class).isThrownBy(() -> signIn("locked", RIGHT));
    }

    @Test
    void afterTooManyTriesNotEvenTheRightPasswordIsLookedAt() {
        for (int i = 0; i < 5; i++)
            assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn("anna", WRONG));
        for (int i = 0; i < 1_000; i++)
            assertThatExceptionOfType(TooManyTriesException.class).isThrownBy(() -> signIn("anna", RIGHT));
        assertThat(encoder.asked).isEqualTo(5);
        assertThat(lines()).containsExactly("'anna' 1005");
    }

    @Test
    void anOverlongPasswordIsNotLookedAt() {
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> signIn("my-secret-password", "x".repeat(1_000_000)));
        assertThat(encoder.asked).isZero();
        assertThat(lines()).containsExactly("'' 1");
    }

    @Test
    void triesDoNotCountWhileTheDatabaseIsAway() {
        away = true;
        for (int i = 0; i < 100; i++)
            assertThatExceptionOfType(InternalAuthenticationServiceException.class)
                    .isThrownBy(() -> signIn("anna", RIGHT));
        away = false;
        assertThat(signIn("anna", RIGHT)).isNotNull();
        assertThat(lines()).isEmpty();
    }

    private @Nullable Authentication signIn(String name, String password) {
        var typed = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        typed.setDetails(new Visit("192.0.2.7", SignInName.of(name), Optional.empty()));
        return check.authenticate(typed);
    }

    private List<String> lines() {
        failed.look(now);
        return lines;
    }
}
