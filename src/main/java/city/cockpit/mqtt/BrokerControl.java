package city.cockpit.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Consumer;

/**
 * The control topic of the town's broker by which its dynamic-security plug-in is told what to do (Mosquitto from 2.0 on).
 * Comes back by itself; nothing is promised, so whoever asks waits for the answer. Any thread.
 */
public final class BrokerControl {

    private static final String TOPIC = "$CONTROL/dynamic-security/v1";
    private static final String ANSWERS = TOPIC + "/response";

    private final Exchange exchange;

    BrokerControl(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Begins to listen, at the latest when the broker is there. Never blocks; once.
     *
     * @param opened runs whenever the broker is there again
     * @param answers hears what the plug-in answers, to other nodes too; both must return at once and not throw
     */
    public void open(Runnable opened, Consumer<String> answers) {
        exchange.open(ANSWERS, new Exchange.Listener() {
            @Override
            public void opened() {
                opened.run();
            }

            @Override
            public void heard(byte[] message) {
                answers.accept(new String(message, UTF_8));
            }
        });
    }

    /** Whether the broker is there. */
    public boolean isOpen() {
        return exchange.isOpen();
    }

    /** Tells it commands in JSON. Never blocks. */
    public void tell(String commands) {
        exchange.tell(TOPIC, commands.getBytes(UTF_8));
    }

    public void close() {
        exchange.close();
    }
}
