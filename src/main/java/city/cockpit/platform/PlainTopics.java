package city.cockpit.platform;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections on which a topic holds {@code ::}, behind which the broker library looks for a queue: rights are asked
 * for what stands in front of it, and the cockpit would read the whole. The broker makes this object by its name.
 */
public final class PlainTopics implements MQTTInterceptor {

    private static final String QUEUE = "::";

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        if (packet instanceof MqttPublishMessage message)
            return isPlain(message.variableHeader().topicName());
        return !(packet instanceof MqttConnectMessage hello)
                || isPlain(hello.payload().willTopic());
    }

    private static boolean isPlain(@Nullable String topic) {
        return topic == null || !topic.contains(QUEUE);
    }
}
