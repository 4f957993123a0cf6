package city.cockpit.sitefacts;

import city.cockpit.access.Role;
import city.cockpit.csv.Problem;
import city.cockpit.measurement.Site;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * What the town says of its sites as CSV, one line for each site: what is exported and imported again changes nothing. Any
 * thread; blocks.
 */
public interface SiteFactFiles {

    int MOST_BYTES = 2_000_000;

    /** Every column there may be, in the order in which they are exported. */
    List<String> COLUMNS = SiteFactTableReader.COLUMNS;

    /** Writes all registered sites with what holds of them today. Leaves the stream open. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    void exportCsv(OutputStream out) throws IOException;

    /**
     * Takes over a table, all of it or, if anything is wrong with it, nothing. What it has no line or no column for stays; an
     * empty cell says that this is not known any more.
     *
     * @param isTrial whether nothing is to be taken over in any case
     * @param by sign-in name of who brings it
     */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    Imported importCsv(byte[] table, boolean isTrial, String by);

    /**
     * What became of a table, or would.
     *
     * @param problems everything that is wrong, by row; if there is one, nothing was taken over
     */
    record Imported(List<Changed> changes, List<Problem> problems) {

        public Imported {
            changes = List.copyOf(changes);
            problems = List.copyOf(problems);
        }
    }

    /**
     * What is said anew of a site.
     *
     * @param before the value that holds on the day from which the new one does
     */
    record Changed(Site site, String before, Fact fact) {}
}
