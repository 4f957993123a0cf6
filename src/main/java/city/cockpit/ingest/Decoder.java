package city.cockpit.ingest;

import java.util.List;
import java.util.Optional;

/**
 * Reads one format of messages on {@code city/{sensor}}. Every Spring bean of this type is asked; a new format is one
 * new class in {@code decode}. Any thread.
 */
public interface Decoder {

    /**
     * Whatever the payload is, this returns and does not throw.
     *
     * @return what the message says, in its order, at least one entry; empty if the message is not in this format
     */
    Optional<List<Decoded>> decode(Incoming message);
}
