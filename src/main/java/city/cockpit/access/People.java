package city.cockpit.access;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The people who may sign in, for administrators only. Every change is written to the audit trail in the same
 * transaction. Calls block; any thread. {@code by} is the sign-in name of who does it.
 *
 * @see OwnAccount for what everybody may do with their own
 */
@RolesAllowed(Role.Name.ADMINISTRATOR)
public interface People {

    /** Everybody, by sign-in name. */
    List<Person> listPeople();

    Optional<Person> findPerson(SignInName name);

    /**
     * Adds a person who cannot sign in until the link is used. Where mail is set up, the link goes to the person as
     * well; the address that is made says whether it did.
     */
    Invitation invite(Invitee invitee, String by);

    /**
     * Changes full name, e-mail and roles if nobody else changed the person since {@code seen}. Other roles take effect
     * at once: the person's sessions end.
     */
    ChangeOutcome change(SignInName name, long seen, Details details, String by);

    /** Ends all sessions and admits none until unlocked. */
    ChangeOutcome lock(SignInName name, String by);

    ChangeOutcome unlock(SignInName name, String by);

    /** Removes the person and what is known of them; the audit trail keeps the name. */
    ChangeOutcome remove(SignInName name, String by);

    /**
     * A link with which the person chooses a new password; former links are void. Until it is used the old password
     * stays good. Empty if there is no such person, or if the password is one of the town's identity provider.
     */
    Optional<OneTimeLink> makeLink(SignInName name, String by);

    record Invitee(SignInName name, Details details) {}

    /**
     * What an administrator may change of a person.
     *
     * @param fullName one line, may be empty
     * @param email empty, or in the form of one address
     */
    record Details(String fullName, String email, Set<Role> roles) {

        public static final int LONGEST_NAME = 100;
        public static final int LONGEST_EMAIL = 254;

        private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}<>()\",:;\\[\\]\\\\]+@[\\p{L}0-9.-]+");

        public Details {
            roles = Set.copyOf(roles);
            if (!isName(fullName) || !isEmail(email)) throw new IllegalArgumentException("not a name or an e-mail");
        }

        /** Whether this may stand for a full name: empty, or one line that is not too long. */
        public static boolean isName(String text) {
            return text.length() <= LONGEST_NAME && text.chars().noneMatch(Character::isISOControl);
        }

        /** Whether this may stand for an e-mail address: empty, or a single address without a name. */
        public static boolean isEmail(String text) {
            return text.isEmpty()
                    || (text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches());
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
