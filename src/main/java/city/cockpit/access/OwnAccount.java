package city.cockpit.access;

import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;

/** What everybody may do with their own account, signed in or with a one-time link. Calls block; any thread. */
public interface OwnAccount {

    int SHORTEST_PASSWORD = 12;
    int LONGEST_PASSWORD = 200;

    /** Whoever is signed in may do this with the account of that name only. */
    String OWNER = "isAuthenticated() and #name.value() == authentication.name";

    /** The account behind a sign-in name, for its owner. */
    @PreAuthorize(OWNER)
    Optional<Person> findOwn(SignInName name);

    /** Changes the password and ends all other sessions of the person. Wrong current passwords are throttled like sign-ins. */
    @PreAuthorize(OWNER)
    PasswordOutcome changePassword(SignInName name, String current, String next);

    /** Whom a link is for; empty if it is unknown, used or too old. Does not use it up. */
    @PermitAll
    Optional<LinkOwner> findLink(String secret);

    /** Uses a link up: sets the password, unlocks nothing, and ends all sessions of the person. */
    @PermitAll
    PasswordOutcome redeem(String secret, String next);

    /** Whether people may ask for a link themselves, because mail is set up. */
    @PermitAll
    boolean canSendLinks();

    /** Mails a link if there is such a person with an e-mail address. Says nothing about whether there is, not even by its time. */
    @PermitAll
    void askForLink(String typedName);

    record LinkOwner(SignInName name, String fullName, boolean invitation, Instant expiresAt) {}

    sealed interface PasswordOutcome {
        record Changed() implements PasswordOutcome {}

        record WrongPassword() implements PasswordOutcome {}

        /** Too many wrong ones: nothing was looked at. */
        record TooManyTries(Instant until) implements PasswordOutcome {}

        record Unsuitable(Weakness weakness) implements PasswordOutcome {}

        /** The link is unknown, used or too old. */
        record LinkVoid() implements PasswordOutcome {}
    }

    /** Why a new password is not taken. The texts are {@code weakness.NAME}. */
    enum Weakness {
        TOO_SHORT,
        TOO_LONG,
        SAME_AS_BEFORE,
        CONTAINS_NAME,
        WELL_KNOWN
    }
}
