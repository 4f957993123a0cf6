package city.sim.story;

import city.sim.broker.Message;
import java.nio.charset.StandardCharsets;

/** A message as it goes over the wire, sound or broken. */
public record Outgoing(String topic, String text) {

    static Outgoing of(Message message) {
        return new Outgoing(message.topic(), new String(message.payload(), StandardCharsets.UTF_8));
    }

    /** The text in UTF-8. */
    public byte[] payload() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
