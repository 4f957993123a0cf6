package city.cockpit.audit;

import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Reads the audit trail, newest line first. Any thread. */
public interface AuditSearch {

    /** The role of people who may read. It is named here because this package uses no other. */
    String ADMINISTRATOR = "ADMINISTRATOR";

    /** The role of a program whose token is good for the export. */
    String EXPORT_AUDIT = "EXPORT_AUDIT";

    /** Most lines at once. */
    int MOST = 1_000;

    /**
     * The newest lines that the filter lets through. Blocks.
     *
     * @param olderThan the last line of the list before, for the lines that follow it
     * @param limit from 1 to {@link #MOST}
     */
    @RolesAllowed(ADMINISTRATOR)
    List<Entry> listEntries(AuditFilter filter, Optional<Entry> olderThan, int limit);

    /**
     * Writes all lines that the filter lets through as CSV (RFC 4180, UTF-8), after a line of the audit trail says so.
     * The columns: number, at (UTC), actor, deed, object, field, before, after. A line with several changes takes as
     * many rows, one without takes one. A cell that a spreadsheet would take for a formula begins with an apostrophe.
     * Blocks until all is written; leaves the stream open.
     *
     * @param by sign-in name, or {@code token:NAME}
     * @throws IOException the reader is gone
     * @throws org.springframework.dao.DataAccessException the database is away; whether something was written by then is
     *     open
     */
    @RolesAllowed({ADMINISTRATOR, EXPORT_AUDIT})
    void export(AuditFilter filter, String by, OutputStream out) throws IOException;
}
