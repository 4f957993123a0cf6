package city.cockpit.onboarding;

import city.cockpit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Optional;

/**
 * The drafts of technicians: one for each person, so that a cut network, a restart or another telephone loses nothing. They
 * are notes of their own, so the audit trail does not hear of them. Blocks; any thread.
 */
public interface Drafts {

    /** What the person was at. */
    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    Optional<Kept> find(String person);

    /** In place of the one before. */
    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    void keep(String person, Draft draft);

    /** It is saved as a sensor, or was thrown away. */
    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    void forget(String person);

    /** A draft and when it was kept. */
    record Kept(Draft draft, Instant at) {}
}
