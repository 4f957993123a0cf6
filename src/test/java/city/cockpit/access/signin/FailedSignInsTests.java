package city.cockpit.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.cockpit.access.SignInName;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class FailedSignInsTests {

    private static final Optional<SignInName> ANNA = SignInName.of("anna");

    private Instant now = Instant.parse("2026-11-22T10:15:00Z");
    private final List<String> lines = new ArrayList<>();
    private boolean away;
    private final FailedSignIns failed = new FailedSignIns(new Trail());

    private final class Trail implements AuditTrail {
        @Override
        public void record(String actor, Deed deed, String object, List<Change> changes) {
            if (away) throw new DataAccessResourceFailureException("away");
            lines.add("%s %s '%s' %s"
                    .formatted(
                            actor,
                            deed,
                            object,
                            changes.stream().map(Change::after).toList()));
        }
    }

    @Test
    void theFirstWrongPasswordIsOnRecordWithTheNextLook() {
        failed.wrong(ANNA, "192.0.2.7");
        failed.look(now);
        assertThat(lines).containsExactly("system SIGN_IN_FAILED 'anna' [1, 192.0.2.0/24]");
    }

    @Test
    void aStormOfADayTakesALineEveryTenMinutes() {
        for (int second = 0; second < 24 * 3600; second++) {
            for (int i = 0; i < 10; i++) failed.wrong(ANNA, "10.0.%d.7".formatted(i));
            failed.look(now);
            now = now.plusSeconds(1);
        }
        assertThat(lines).hasSize(24 * 6);
        assertThat(lines.getLast())
                .isEqualTo("system SIGN_IN_FAILED 'anna' [6000, 10.0.0.0/24, 10.0.1.0/24, 10.0.2.0/24, …]");
    }

    @Test
    void aNameThatNobodyHasIsNotWrittenSinceItMayBeAPassword() {
        for (int i = 0; i < 1_000; i++) failed.wrong(Optional.empty(), "192.0.2.7");
        failed.refused(SignInName.of("my-secret-password"), "192.0.2.7");
        failed.look(now);
        assertThat(lines).containsExactly("system SIGN_IN_FAILED '' [1001, 192.0.2.0/24]");
    }

    @Test
    void refusedTriesCountForAPersonWhoIsKnownToBeTried() {
        failed.wrong(ANNA, "192.0.2.7");
        failed.refused(ANNA, "192.0.2.7");
        failed.look(now);
        assertThat(lines).containsExactly("system SIGN_IN_FAILED 'anna' [2, 192.0.2.0/24]");
    }

    @Test
    void nothingIsForgottenWhileTheDatabaseIsAway() {
        away = true;
        failed.wrong(ANNA, "192.0.2.7");
        assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(() -> failed.look(now));
        away = false;
        failed.look(now);
        assertThat(lines).containsExactly("system SIGN_IN_FAILED 'anna' [1, 192.0.2.0/24]");
    }

    @Test
    void theLastOnesAreWrittenWhenTheCockpitEnds() {
        failed.wrong(ANNA, "192.0.2.7");
        failed.look(now);
        failed.wrong(ANNA, "192.0.2.7");
        now = now.plus(Duration.ofMinutes(1));
        failed.look(now);
        assertThat(lines).hasSize(1);
        failed.leave(now);
        assertThat(lines).hasSize(2);
    }
}
