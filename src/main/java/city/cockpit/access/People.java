package city.cockpit.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The people who may sign in, for administrators only. Every change is written to the audit trail in the same
 * transaction. Calls block; any thread. {@code by} is the sign-in name of who does it.
 *
 * @see OwnAccount for what everybody may do with their own
 */
public interface People {

    /** Everybody, by sign-in name. */
    List<Person> listPeople();

    Optional<Person> findPerson(SignInName name);

    /**
     * Adds a person who cannot sign in until the link is used. Where mail is set up, the link goes to the person as
     * well; the address that is made says whether it did.
     */
    Invitation invite(Invitee invitee, String by);

    /** Changes full name, e-mail and roles if nobody else changed the person since {@code seen}; takes effect at once. */
    ChangeOutcome change(SignInName name, long seen, Details details, String by);

    /** Ends all sessions and admits none until unlocked. */
    ChangeOutcome lock(SignInName name, String by);

    ChangeOutcome unlock(SignInName name, String by);

    /** Removes the person and what is known of them; the audit trail keeps the name. */
    ChangeOutcome remove(SignInName name, String by);

    /**
     * A link with which the person chooses a new password; former links are void. Until it is used the old password
     * stays good.
     */
    Optional<OneTimeLink> makeLink(SignInName name, String by);

    record Invitee(SignInName name, Details details) {}

    /** What an administrator may change of a person. */
    record Details(String fullName, String email, Set<Role> roles) {

        public static final int LONGEST_NAME = 100;
        public static final int LONGEST_EMAIL = 254;

        public Details {
            roles = Set.copyOf(roles);
            if (fullName.length() > LONGEST_NAME || email.length() > LONGEST_EMAIL)
                throw new IllegalArgumentException("name or e-mail too long");
        }
    }

    sealed interface Invitation {
        record Invited(Person person, OneTimeLink link) implements Invitation {}

        record NameTaken(SignInName name) implements Invitation {}
    }

    sealed interface ChangeOutcome {
        record Changed(Person person) implements ChangeOutcome {}

        /** Somebody changed the person in between: nothing was changed now. */
        record Overtaken(Person newest) implements ChangeOutcome {}

        /** Afterwards nobody could administer the cockpit: nothing was changed. */
        record LastAdministrator() implements ChangeOutcome {}

        /** There is no such person (any more). */
        record Gone() implements ChangeOutcome {}
    }

    /**
     * A secret that is good once and for a while.
     *
     * @param path to be appended to the address of the cockpit: {@code /link#SECRET}; the part after # never reaches a
     *     server's log
     * @param mailed whether it was sent to the person's e-mail address
     */
    record OneTimeLink(String path, Instant expiresAt, boolean mailed) {

        @Override
        public String toString() {
            return "link until " + expiresAt;
        }
    }
}
