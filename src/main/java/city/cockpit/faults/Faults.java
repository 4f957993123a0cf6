package city.cockpit.faults;

import city.cockpit.access.Role;
import city.cockpit.measurement.Domain;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people report and what staff answer. Every method blocks; any thread. See decision record 0082. */
public interface Faults {

    /** No list is longer. */
    int MOST = 500;

    /** What became of the wish to report something. */
    sealed interface Outcome {

        record Taken() implements Outcome {}

        /** Too many came from there, or from everywhere. */
        record TooMany() implements Outcome {}
    }

    /**
     * What everybody may read of a report: what it was about and what staff say, not what was reported.
     *
     * @param site key of the place
     */
    record Answered(
            Optional<Domain> topic,
            Optional<String> site,
            Instant reportedAt,
            FaultState state,
            String answer,
            Instant at) {}

    /**
     * Keeps a report.
     *
     * @param from address of whoever reports; it is not kept
     */
    Outcome report(FaultReport report, String from);

    /** What was answered for everybody, the newest first. */
    List<Answered> listAnswered(int most);

    /** What nobody has done with yet first, then the newest. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.STAFF, Role.Name.TECHNICIAN})
    List<Fault> listFaults();

    /**
     * Says how it stands. Written to the audit trail.
     *
     * @param by sign-in name of who says so
     * @return whether there was such a report
     */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.STAFF, Role.Name.TECHNICIAN})
    boolean answer(long id, FaultState state, String answer, boolean isPublic, String by);

    /** Deletes what is no report. Written to the audit trail without its words. Returns whether there was one. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.STAFF, Role.Name.TECHNICIAN})
    boolean remove(long id, String by);
}
