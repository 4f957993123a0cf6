package city.cockpit.ingest;

import city.cockpit.mqtt.InboundMessage;
import java.util.List;

/** Says what a message holds without doing anything about it. Never throws; any thread. */
public interface MessageDecoding {

    /** What the decoders find in the message, whoever sent it; empty if it tells of a sensor's state or has no sensor. */
    List<Decoded> decode(InboundMessage message);
}
