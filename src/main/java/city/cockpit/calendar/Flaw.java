package city.cockpit.calendar;

/**
 * Why a calendar cannot be had or read. For administrators.
 *
 * @param detail what the other side said, or what is missing; may be empty
 */
public record Flaw(Reason reason, String detail) {

    /** The texts are {@code calendar.flaw.NAME}. */
    public enum Reason {
        /** It leads to this machine or into a network that is not for everybody. */
        ADDRESS_REFUSED,
        HOST_UNKNOWN,
        NOT_REACHED,
        TOO_SLOW,
        TOO_LARGE,
        /** The answer was no success; its status is the detail. */
        STATUS,
        TOO_MANY_REDIRECTS,
        /** A page for people came instead. */
        WEB_PAGE,
        NOT_A_CALENDAR,
        /** A table in which nobody can tell which column has the day or what is on. */
        COLUMNS_UNKNOWN,
        /** It has not the columns that were chosen; the detail names the first. */
        COLUMN_MISSING,
        /** A table whose days cannot be read; the detail is the first. */
        NO_DAYS,
        /** Reading it would take too long. */
        TOO_MUCH
    }

    static Flaw of(Reason reason) {
        return new Flaw(reason, "");
    }
}
