package city.cockpit.strategy;

import java.util.List;

/** What became of a file that was imported. */
public sealed interface CsvOutcome {

    /**
     * It could be read.
     *
     * @param outcome what became of what it says
     */
    record Read(int rows, SaveOutcome outcome) implements CsvOutcome {}

    /** It could not be read, and nothing was changed. */
    record Unreadable(List<Fault> faults) implements CsvOutcome {
        public Unreadable {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Something that cannot be read.
     *
     * @param line of the file, from 1
     * @param column its name, or empty
     * @param cell what stands there, cut to 100 characters
     * @param allowed what may stand there, if that is one of a few words; else empty
     */
    record Fault(Kind kind, long line, String column, String cell, String allowed) {

        Fault(Kind kind, long line, String column, String cell) {
            this(kind, line, column, cell, "");
        }

        /** The sentences are {@code strategy.csv.NAME}, with line, column, cell and allowed as {0} to {3}. */
        public enum Kind {
            NO_TABLE,
            TOO_LARGE,
            UNKNOWN_COLUMN,
            ID_MISSING,
            UNKNOWN_PARENT,
            MISSING,
            NO_NUMBER,
            NO_DAY,
            NO_CHOICE,
            CELL;

            /** Name of the sentence in the resource bundles. */
            public String text() {
                return "strategy.csv." + name();
            }
        }
    }
}
