package city.cockpit.alerts;

import city.cockpit.alerts.Untold.Reason;
import city.cockpit.mqtt.Announcer;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Messages with JSON at the town's broker, which confirms each. */
@Component
class MqttDispatch implements Dispatch {

    private final Optional<Announcer> announcer;
    private final NewsJson json;

    MqttDispatch(ObjectProvider<Announcer> announcer, NewsJson json) {
        this.announcer = announcer.stream().findFirst();
        this.json = json;
    }

    @Override
    public Recipient.Channel channel() {
        return Recipient.Channel.MQTT;
    }

    @Override
    public void tell(Recipient recipient, List<News> news) throws NotToldException {
        if (announcer.isEmpty()) throw new NotToldException(Reason.NO_BROKER, "");
        var failure = announcer.get().announce(recipient.address(), json.write(news));
        if (failure.isPresent()) throw new NotToldException(Reason.BROKER_REFUSED, failure.get());
    }
}
