package city.cockpit.alerts;

import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The incidents of the town and what people do about them. Every method blocks. Each deed leaves a line in the course of the
 * incident and in the audit trail, and is seen on every page within seconds. {@code by} is the sign-in name of who does it.
 */
public interface Incidents {

    String ADMINISTRATOR = "ADMINISTRATOR";
    String STAFF = "STAFF";
    String TECHNICIAN = "TECHNICIAN";

    /** No list is longer. */
    int MOST = 500;

    /**
     * What a list shall hold.
     *
     * @param openOnly whether those that are over are left out
     * @param from those that were raised from then on; open ones always
     */
    record Wanted(boolean openOnly, Instant from) {}

    /**
     * An incident and what became of it.
     *
     * @param events oldest first
     */
    record Case(Incident incident, List<IncidentEvent> events) {

        public Case {
            events = List.copyOf(events);
        }
    }

    /** Newest first, at most {@value #MOST}. */
    @RolesAllowed({ADMINISTRATOR, STAFF, TECHNICIAN})
    List<Incident> list(Wanted wanted);

    @RolesAllowed({ADMINISTRATOR, STAFF, TECHNICIAN})
    Optional<Case> find(long id);

    /** Says that somebody has seen it; returns whether it was open and nobody had. */
    @RolesAllowed({ADMINISTRATOR, STAFF, TECHNICIAN})
    boolean acknowledge(long id, String by);

    /**
     * Says who takes care of it; that somebody has seen it, too.
     *
     * @param to a name of at most {@value #LONGEST_NAME} characters; empty for nobody
     * @return whether there is such an open incident
     */
    @RolesAllowed({ADMINISTRATOR, STAFF, TECHNICIAN})
    boolean assign(long id, String to, String by);

    /**
     * Adds a remark, also to one that is over.
     *
     * @param comment from 1 to {@value IncidentEvent#LONGEST_COMMENT} characters
     * @return whether there is such an incident
     */
    @RolesAllowed({ADMINISTRATOR, STAFF, TECHNICIAN})
    boolean comment(long id, String comment, String by);

    /**
     * Says that it is done, although its values may still be beyond: it comes back only as a new one, after they were well.
     *
     * @param comment why, at most {@value IncidentEvent#LONGEST_COMMENT} characters; may be empty
     * @return whether it was open
     */
    @RolesAllowed({ADMINISTRATOR, STAFF, TECHNICIAN})
    boolean close(long id, String comment, String by);

    /**
     * Writes those that are wanted as CSV in UTF-8, however many there are, newest first, with headings in English.
     *
     * @param narrowed which of them
     */
    @RolesAllowed({ADMINISTRATOR, STAFF, TECHNICIAN})
    void writeCsv(Wanted wanted, Predicate<Incident> narrowed, OutputStream out) throws IOException;

    int LONGEST_NAME = 100;
}
