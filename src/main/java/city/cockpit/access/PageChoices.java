package city.cockpit.access;

import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * How people have arranged a page for themselves, as a text that only the page understands. Whoever chose nothing has what an
 * administrator chose for one of their roles. Calls block; any thread.
 */
public interface PageChoices {

    int LONGEST = 2_000;

    /**
     * The own choice, else the one for the first of the roles that has one; empty if nobody chose anything.
     *
     * @param page name of the page
     */
    @PreAuthorize(OwnAccount.OWNER)
    Optional<String> find(SignInName name, Collection<Role> roles, String page);

    /** Keeps a choice of the person, at most {@link #LONGEST} characters. */
    @PreAuthorize(OwnAccount.OWNER)
    void keep(SignInName name, String page, String choice);

    /** From now on the person has what is chosen for a role. */
    @PreAuthorize(OwnAccount.OWNER)
    void forget(SignInName name, String page);

    /**
     * Chooses for everybody with that role who has not chosen; leaves a line in the audit trail.
     *
     * @param by who does it
     */
    @RolesAllowed(Role.Name.ADMINISTRATOR)
    void keepFor(Role role, String page, String choice, SignInName by);
}
