package city.cockpit.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads one format of messages. Every Spring bean of this type is asked; a new format is one
 * new class in {@code decode}. Any thread.
 */
public interface Decoder {

    /** Its short name, which connections keep: 1 to 40 of {@code a-z 0-9 -}. The words are {@code format.NAME}. */
    String format();

    /**
     * Whether its messages cannot be taken for those of another format. One for which that is not so is asked only where
     * the format is agreed.
     */
    default boolean isUnmistakable() {
        return true;
    }

    /**
     * Whatever the payload is, this returns and does not throw.
     *
     * @return what the message says, in its order; no entry if it is in this format and tells of nothing that is measured;
     *     empty if the message is not in this format
     */
    Optional<List<Decoded>> decode(Incoming message);

    /**
     * The port (FPort) of a LoRaWAN uplink that is in this format; empty where the format has none or the message names
     * none. Whatever the payload is, this returns and does not throw.
     */
    default OptionalInt port(Incoming message) {
        return OptionalInt.empty();
    }

    /**
     * What a message that is in this format says of the device itself. It is no reading and is not counted. Whatever the
     * payload is, this returns and does not throw.
     */
    default Map<Vital, Double> vitals(Incoming message) {
        return Map.of();
    }
}
