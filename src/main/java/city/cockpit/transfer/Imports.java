package city.cockpit.transfer;

import city.cockpit.measurement.Series;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Files of history that are taken over: each is brought, described, read for trial and stored, by whichever node is there.
 * Stored readings obey the same rules as live ones. Blocks; any thread, of an administrator or a technician.
 */
public interface Imports {

    /** The roles of those who may. They are named here because this package does not use the one of the roles. */
    String ADMINISTRATOR = "ADMINISTRATOR";

    String TECHNICIAN = "TECHNICIAN";

    /** Most imports in a list. */
    int MOST = 50;

    /** So many of the values that were refused are in the report of a file: nobody reads more, and it must not fill the database. */
    int MOST_REFUSALS = 100_000;

    /** What became of a file that was brought. */
    sealed interface Brought {

        record Taken(Import file) implements Brought {}

        record TooLarge() implements Brought {}

        /** Nothing is in it, or nothing that could be lines of cells. */
        record Unreadable() implements Brought {}
    }

    /** How large a file may be, in bytes. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    long mostBytes();

    /**
     * Keeps the file and guesses how it is to be read; a file with a known header is read as the last one with it.
     *
     * @param by name of the account that brings it
     * @throws IOException the sender is gone; nothing is kept
     */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    Brought bring(String fileName, InputStream content, String by) throws IOException;

    /** The series to which columns and names may belong. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    List<Series> listSeries();

    /** The newest first. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    List<Import> listImports();

    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    Optional<Import> findImport(long id);

    /** The first lines of the file, read in that form. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    Sample sample(long id, FileForm form);

    /** What is remembered for files with the header of this one, the newest first. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    List<Mapping> listMappings(Import file);

    /**
     * Reads the file for trial in that form: afterwards it says how many values would be stored.
     *
     * @param mapping under which name the form is remembered for files with the same header; not remembered if empty
     * @return whether that was possible; not while it is read already
     */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    boolean check(long id, FileForm form, String mapping, String by);

    /** Back from a trial run to the form. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    boolean describeAgain(long id);

    /** Stores what the file holds after a trial run, or goes on where somebody stopped it. Returns whether that was possible. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    boolean store(long id, String by);

    /** Stops what is running. What is stored stays. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    boolean stop(long id, String by);

    /** Removes the file and its report; what is stored stays. Not while it is read. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    boolean discard(long id, String by);

    /**
     * Writes what was refused as CSV (RFC 4180, UTF-8): line, column, reason, detail, content. At most the first {@link #MOST_REFUSALS}.
     * Leaves the stream open.
     *
     * @throws IOException the reader is gone
     */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    void writeReport(long id, OutputStream out) throws IOException;
}
