package city.cockpit.alerts;

import java.util.Arrays;

/**
 * Why somebody was not told. For administrators; holds no secret.
 *
 * @param detail what the other side said of it, as it said it; may be empty
 */
public record Untold(Reason reason, String detail) {

    /** The texts are {@code untold.NAME}. */
    public enum Reason {
        /** Nobody has set up how mails are sent. */
        NO_MAIL_SERVER,
        MAIL_REFUSED,
        /** The answer was no success; its status is the detail. */
        HOOK_REFUSED,
        HOOK_NOT_REACHED,
        /** The cockpit has no broker of its own. */
        NO_BROKER,
        BROKER_REFUSED,
        /** The cockpit was being stopped. */
        INTERRUPTED,
        /** The detail says it alone. */
        OTHER
    }

    static Untold of(Reason reason) {
        return new Untold(reason, "");
    }

    /** As it is kept. */
    String text() {
        return (reason + " " + detail).strip();
    }

    static Untold parse(String text) {
        var end = text.indexOf(' ');
        var name = end < 0 ? text : text.substring(0, end);
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .map(reason -> new Untold(reason, end < 0 ? "" : text.substring(end + 1)))
                .orElseGet(() -> new Untold(Reason.OTHER, text));
    }
}
