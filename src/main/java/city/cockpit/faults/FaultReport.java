package city.cockpit.faults;

import city.cockpit.measurement.Domain;
import java.util.Optional;

/**
 * What somebody reports.
 *
 * @param topic what it is about
 * @param site key of the place
 * @param context what stood on the page then: place, value and its time; may be empty
 * @param text in the words of whoever reports
 * @param contact where an answer may go, if somebody wants one; may be empty
 */
public record FaultReport(Optional<Domain> topic, Optional<String> site, String context, String text, String contact) {

    public static final int LONGEST_TEXT = 1_000;
    public static final int LONGEST_CONTACT = 200;
    private static final int LONGEST_CONTEXT = 500;

    public FaultReport {
        if (text.isBlank() || text.length() > LONGEST_TEXT) throw new IllegalArgumentException("not a report");
        if (contact.length() > LONGEST_CONTACT) throw new IllegalArgumentException("not a contact");
        context = context.substring(0, Math.min(context.length(), LONGEST_CONTEXT));
    }
}
