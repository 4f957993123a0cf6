package city.cockpit.registry;

import city.cockpit.csv.Problem;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Sensors and sites as CSV, in the form of {@code demo-city.csv} with all that is known of them: what is exported and
 * imported again changes nothing. Any thread; importing blocks until all of it is durable.
 */
public interface SensorFiles {

    /** Scope of a program that may read sensors. */
    String READ_SENSORS = "READ_SENSORS";

    int MOST_BYTES = SensorTable.MOST_BYTES;

    /** Every column there may be, in the order in which they are exported. */
    List<String> COLUMNS = SensorColumns.ALL;

    /** Two sensors of which everything is said that can be said, and one of which only what must be. */
    String EXAMPLE = SensorTable.example();

    /**
     * Takes over a table, all of it or, if anything is wrong with it, nothing. Sensors and sites that it does not name stay
     * as they are, and so does what it has no column for.
     *
     * @param isDryRun whether nothing is to be taken over in any case
     * @param by name of the account or program
     */
    @RolesAllowed({Sensors.ADMINISTRATOR, Sensors.TECHNICIAN, Sensors.WRITE_SENSORS})
    Imported importCsv(byte[] table, boolean isDryRun, String by);

    /** Writes all sensors, the retired ones and sites without any included. From memory; leaves the stream open. */
    @RolesAllowed({Sensors.ADMINISTRATOR, Sensors.TECHNICIAN, READ_SENSORS, Sensors.WRITE_SENSORS})
    void exportCsv(OutputStream out, String by) throws IOException;

    /**
     * What became of a table, or would.
     *
     * @param rows of the table
     * @param created sensors that were not registered
     * @param changed sensors of which something differs
     * @param unchanged sensors that are registered like this already
     * @param places sites that are new or differ
     * @param sensors names of the first sensors that are new or changed
     * @param problems everything that is wrong, by row; if there is one, nothing was taken over
     */
    record Imported(
            int rows,
            int created,
            int changed,
            int unchanged,
            int places,
            List<String> sensors,
            List<Problem> problems) {

        public Imported {
            sensors = List.copyOf(sensors);
            problems = List.copyOf(problems);
        }

        public boolean isGood() {
            return problems.isEmpty();
        }

        /** The first problem; empty if there is none. */
        public Optional<Problem> firstProblem() {
            return problems.stream().findFirst();
        }
    }
}
