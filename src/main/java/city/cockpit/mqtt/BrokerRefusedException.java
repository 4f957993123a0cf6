package city.cockpit.mqtt;

/** The broker does not let the cockpit in: its message is one sentence that names the settings to look at. */
public class BrokerRefusedException extends RuntimeException {

    BrokerRefusedException(BrokerDetails broker, ConnectionFailure failure) {
        super("The MQTT broker %s refuses the cockpit (%s): check cockpit.mqtt.username and cockpit.mqtt.password."
                .formatted(broker, failure));
    }
}
