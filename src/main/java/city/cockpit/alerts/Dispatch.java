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

    /** It was not told, and may be tried again. The message is for administrators and holds no secret. */
    final class NotToldException extends Exception {

        private static final long serialVersionUID = 1;

        NotToldException(String why) {
            super(why);
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
