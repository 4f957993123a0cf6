package city.cockpit.sitefacts;

import city.cockpit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the town says of its sites. Any thread. See decision record 0083. */
public interface SiteFactBook {

    /**
     * What holds there today. Never blocks; what another node saved is known within a minute.
     *
     * @param site key of a site, whether or not anything is said of it
     */
    SiteFacts of(String site);

    /** What holds of a site and what will, by kind and day; what held before is left out. Blocks. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    List<Fact> listFacts(String site);

    /** What holds of every site on that day. Blocks. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    Map<String, List<Fact>> listInForce(LocalDate day);

    /**
     * Says something of a site from a day on; what was said for the same day is replaced. Written to the audit trail. Blocks.
     *
     * @param by sign-in name of who says so
     */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    default void save(String site, List<Fact> facts, String by) {
        saveAll(Map.of(site, facts), by);
    }

    /** The same of several sites, of all or of none. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    void saveAll(Map<String, List<Fact>> bySite, String by);
}
