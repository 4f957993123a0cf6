package city.cockpit.access.signin;

import city.cockpit.access.SignInName;
import city.cockpit.access.watch.FailedTries;
import city.cockpit.access.watch.FailedTries.Who;
import city.cockpit.access.watch.Round;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Deed;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Brings failed sign-ins into the audit trail. A name that nobody has is not written: it may be a password in the wrong
 * field. Any thread.
 */
@Component
class FailedSignIns implements Round {

    private static final Who NOBODY = new Who(AuditTrail.SYSTEM, "");

    private final FailedTries tries;

    FailedSignIns(AuditTrail trail) {
        this.tries = new FailedTries(trail, Deed.SIGN_IN_FAILED);
    }

    /** @param person empty if there is nobody of that name */
    void wrong(Optional<SignInName> person, String address) {
        tries.add(person.map(FailedSignIns::who).orElse(NOBODY), address);
    }

    /** Nothing was looked at, so whether there is such a person is known only if it was known before. */
    void refused(Optional<SignInName> typed, String address) {
        tries.add(typed.map(FailedSignIns::who).filter(tries::counts).orElse(NOBODY), address);
    }

    private static Who who(SignInName person) {
        return new Who(AuditTrail.SYSTEM, person.value());
    }

    @Override
    public void look(Instant now) {
        tries.look(now);
    }

    @Override
    public void leave(Instant now) {
        tries.leave(now);
    }

    @Override
    public String toString() {
        return "the record of failed sign-ins";
    }
}
