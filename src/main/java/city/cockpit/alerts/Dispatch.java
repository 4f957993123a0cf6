package city.cockpit.alerts;

import java.util.List;

/** A way on which recipients are told. Blocks for some seconds at most; any thread. */
interface Dispatch {

    /**
     * News of one incident.
     *
     * @param incident as it is now
     */
    record News(Incident incident, IncidentEvent.Kind kind) {}

    /** It was not told, and may be tried again. */
    final class NotToldException extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Untold why;

        NotToldException(Untold why) {
            super(why.text());
            this.why = why;
        }

        NotToldException(Untold.Reason reason, String detail) {
            this(new Untold(reason, detail));
        }

        Untold why() {
            return why;
        }
    }

    Recipient.Channel channel();

    /**
     * Tells it.
     *
     * @param news from 1, all in one message; none is a test
     */
    void tell(Recipient recipient, List<News> news) throws NotToldException;
}
