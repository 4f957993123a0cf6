package city.cockpit.ingest.kept;

import city.cockpit.mqtt.InboundMessage;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The kept messages that are on their way through the pipeline again. Any thread. */
@Component
class UnderWay {

    private final Map<InboundMessage, Flight> flights = new ConcurrentHashMap<>();

    void started(InboundMessage message, Flight flight) {
        flights.put(message, flight);
    }

    void landed(InboundMessage message) {
        flights.remove(message);
    }

    Optional<Flight> findFlight(InboundMessage message) {
        return flights.isEmpty() ? Optional.empty() : Optional.ofNullable(flights.get(message));
    }

    /** One kept message on its way. */
    static final class Flight {

        private final UUID message;
        private volatile boolean refused;

        Flight(UUID message) {
            this.message = message;
        }

        UUID message() {
            return message;
        }

        /** To be told before anything is written about it, so that its copy is not forgotten whatever happens then. */
        void refuse() {
            refused = true;
        }

        boolean isRefused() {
            return refused;
        }
    }
}
