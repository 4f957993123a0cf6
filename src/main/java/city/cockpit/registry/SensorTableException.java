package city.cockpit.registry;

/** A table of sensors cannot be taken over; the message says in a sentence why, and nothing was changed. */
public class SensorTableException extends RuntimeException {

    public SensorTableException(String message) {
        super(message);
    }

    SensorTableException(String message, Throwable cause) {
        super(message, cause);
    }
}
