package city.sim.story;

import city.sim.broker.Message;
import java.math.BigDecimal;
import java.util.Map;

/** Messages as bad software and bad lines make them. */
final class Broken {

    private Broken() {}

    /** @param luck from 0 to 1: how it is broken */
    static Outgoing message(Message message, double luck) {
        var sound = Outgoing.of(message);
        var text = sound.text();
        var property = message.values().keySet().iterator().next();
        var broken = switch ((int) (luck * 4)) {
            case 0 -> text.substring(0, text.length() * 2 / 3);
            case 1 -> text.replaceFirst("(\"" + property + "\":)[-0-9.]+", "$1\"NaN\"");
            case 2 -> text.replace("\"time\"", "\"tme\"");
            default ->
                Outgoing.of(new Message(message.sensor(), message.time(), debugValues(message)))
                        .text();
        };
        return new Outgoing(sound.topic(), broken);
    }

    /** A property that nobody has registered. */
    private static Map<String, BigDecimal> debugValues(Message message) {
        return Map.of("debug", message.values().values().iterator().next());
    }
}
