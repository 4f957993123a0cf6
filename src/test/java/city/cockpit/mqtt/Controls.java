package city.cockpit.mqtt;

import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Control topics of brokers that tests start. */
public final class Controls {

    private Controls() {}

    /** As of a cockpit that comes back soon. */
    public static BrokerControl of(BrokerDetails broker) {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of("cockpit.mqtt.retry-after", "100ms")))
                .bindOrCreate("cockpit.mqtt", MqttSettings.class);
        return new BrokerControl(new Exchange("rights", "", broker, settings, InstantSource.system()));
    }
}
