package city.cockpit.csv;

/**
 * Why a row of a table cannot be taken over.
 *
 * @param line of the file, from 1; 0 of the file as a whole
 * @param column its name; empty if it is the row as a whole
 * @param cell what stands there, cut to 100 characters
 * @param hint what may stand there, or what it collides with; may be empty
 */
public record Problem(long line, String column, Reason reason, String cell, String hint) {

    private static final int LONGEST_CELL = 100;

    public Problem {
        if (cell.length() > LONGEST_CELL) cell = cell.substring(0, LONGEST_CELL) + "…";
    }

    /** The sentences are {@code sensors.problem.NAME}, beside the column, with column, cell and hint as {0} to {2}. */
    public enum Reason {
        UNREADABLE("The file is not CSV: %3$s."),
        TOO_LARGE("The file has more than %3$s."),
        NO_ROWS("The file has no rows."),
        COLUMN_MISSING("The column '%1$s' is missing."),
        COLUMN_UNKNOWN("There is no column '%1$s'; it may be one of: %3$s."),
        COLUMN_TWICE("The column '%1$s' stands there twice."),
        TOO_MANY_CELLS("The row has more cells than the first one."),
        EMPTY("'%1$s' is empty."),
        NO_NUMBER("%1$s: '%2$s' is no number."),
        OUT_OF_RANGE("%1$s: '%2$s' is not from %3$s."),
        NO_NAME("%1$s: '%2$s' is no name; 1 to 64 small letters, digits and hyphens are one."),
        NO_KEY("%1$s: '%2$s' is no official key of eight digits."),
        NO_DAY("%1$s: '%2$s' is no day like 2026-01-31."),
        NO_CHOICE("%1$s: '%2$s' is none of %3$s."),
        NO_ZONE("%1$s: '%2$s' is no time zone with whole hours, like Europe/Berlin."),
        NO_POINTER("%1$s: '%2$s' is no JSON Pointer like /BME280/Temperature."),
        TOO_LONG("%1$s has more than %3$s characters."),
        INVISIBLE("%1$s has characters that nobody can see."),
        UNKNOWN_PROPERTY("%1$s: this cockpit cannot observe '%2$s'."),
        SERIES_TWICE("'%2$s' of this sensor stands already in line %3$s."),
        FIELD_TWICE("The field '%2$s' of this sensor feeds another series already, in line %3$s."),
        DIFFERS("%1$s: '%2$s' contradicts line %3$s."),
        NOT_ASCENDING("%1$s: the values of '%2$s' do not ascend."),
        NOTHING_BELIEVED("No value would be believed between %3$s."),
        UNKNOWN_PLACE("There is no place '%2$s'."),
        ROW_TWICE("'%2$s' stands already in line %3$s."),
        NO_HOURS("%1$s: '%2$s' are no opening hours like Mo-Fr 08:00-18:00; Sa 09:00-13:00; PH off.");

        private final String english;

        Reason(String english) {
            this.english = english;
        }
    }

    /** For programs and logs. */
    public String sentence() {
        return reason.english.formatted(column, cell, hint);
    }
}
