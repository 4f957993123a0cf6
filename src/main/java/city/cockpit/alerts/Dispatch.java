package city.cockpit.alerts;

import city.cockpit.faults.FaultReported;
import java.util.List;

/** A way on which recipients are told. Blocks for some seconds at most; any thread. */
interface Dispatch {

    /** What is told. */
    sealed interface News {

        /**
         * What became of an incident.
         *
         * @param incident as it is now
         */
        record OfIncident(Incident incident, IncidentEvent.Kind kind) implements News {}

        /** Somebody reported a fault. */
        record OfReport(FaultReported report) implements News {}
    }

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
