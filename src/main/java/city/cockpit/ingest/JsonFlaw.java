package city.cockpit.ingest;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Why a payload cannot be read as JSON, and where somebody has to look first.
 *
 * @param line counted from 1; 0 where no place is known
 * @param column of the first character that does not fit, counted from 1; 0 where no place is known
 */
public record JsonFlaw(Kind kind, int line, int column) {

    /** What is wrong with it. */
    public enum Kind {
        /** There is nothing. */
        EMPTY("nothing in it"),
        /** The payload ends before the value does. */
        CUT_OFF("it ends too early"),
        /** Something stands where JSON does not allow it. */
        OUT_OF_PLACE("something is out of place"),
        /** An object has the same name twice, and nobody knows which of them holds. */
        NAMED_TWICE("a name stands twice in an object"),
        /** Something follows the value. */
        MORE_BEHIND("something stands behind its end"),
        /** A number, a name, a text or the nesting is longer than allowed. */
        TOO_LARGE("it is larger than allowed"),
        /** A list has more elements than allowed. */
        TOO_MANY("a list is longer than allowed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private static final String BEGIN = "not JSON: ";
    private static final Pattern PLACE = Pattern.compile(" at line (\\d{1,9}), column (\\d{1,9})$");

    static JsonFlaw somewhere(Kind kind) {
        return new JsonFlaw(kind, 0, 0);
    }

    /** One technical sentence, from which {@link #find} makes the flaw again. */
    public String detail() {
        return BEGIN + kind.words + (line == 0 ? "" : " at line %d, column %d".formatted(line, column));
    }

    /** The flaw that a detail tells of, without a place where the detail has lost its numbers. */
    public static Optional<JsonFlaw> find(String detail) {
        if (!detail.startsWith(BEGIN)) return Optional.empty();
        var said = detail.substring(BEGIN.length());
        return Arrays.stream(Kind.values())
                .filter(kind -> said.startsWith(kind.words))
                .findFirst()
                .map(kind -> PLACE.matcher(detail)
                        .results()
                        .findFirst()
                        .map(place -> new JsonFlaw(kind, number(place, 1), number(place, 2)))
                        .orElseGet(() -> somewhere(kind)));
    }

    private static int number(MatchResult place, int group) {
        return Integer.parseInt(place.group(group));
    }
}
