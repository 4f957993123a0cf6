package city.cockpit.technicians;

import city.cockpit.platform.DevicesDoor.Door;
import city.cockpit.registry.rights.Account;
import city.cockpit.registry.rights.FormatTopics;
import city.cockpit.registry.rights.TopicRights;
import java.util.List;
import java.util.Optional;

/**
 * What somebody copies into a device, a network server or a terminal, so that it comes to this broker with this account.
 *
 * @param host under which the device reaches the broker
 * @param password as it was just made, or something that stands in its place
 * @param propertyKeys what the sensor observes
 */
record SetUp(Account account, String host, Door door, String password, List<String> propertyKeys) {

    private static final String ANY_PROPERTY = "temperature";

    /** What can be set up; the texts are {@code setup-of.NAME}. */
    enum Kind {
        ESPHOME("cockpit"),
        TASMOTA("tasmota"),
        SHELLY("shelly"),
        CHIRPSTACK("chirpstack"),
        THINGS_STACK("things-stack"),
        MOSQUITTO_PUB("cockpit");

        private final String format;

        Kind(String format) {
            this.format = format;
        }

        /** The one that fits a sensor that speaks so. */
        static Kind of(String format) {
            for (var kind : values()) if (kind.format.equals(format)) return kind;
            return format.equals("json") || format.equals("senml") ? MOSQUITTO_PUB : ESPHOME;
        }

        /** The one that fits a gateway that may publish there. */
        static Kind ofTopics(List<String> topics) {
            return FormatTopics.ofGateway(CHIRPSTACK.format).equals(topics) ? CHIRPSTACK : MOSQUITTO_PUB;
        }

        String format() {
            return format;
        }
    }

    String text(Kind kind) {
        return switch (kind) {
            case ESPHOME -> espHome();
            case TASMOTA -> tasmota();
            case SHELLY -> shelly();
            case CHIRPSTACK -> chirpStack();
            case THINGS_STACK -> thingsStack();
            case MOSQUITTO_PUB -> mosquittoPub();
        };
    }

    /** Where what is set up so would publish, if the account may not; empty if all is well. */
    Optional<String> refusedTopic(Kind kind) {
        var topic = switch (kind) {
            case THINGS_STACK -> Optional.<String>empty();
            case CHIRPSTACK -> Optional.of("application/1/device/" + name() + "/event/up");
            case MOSQUITTO_PUB -> Optional.of(topicToTry());
            case ESPHOME, TASMOTA, SHELLY -> Optional.of(topic(kind));
        };
        return topic.filter(one -> !new TopicRights(account.topics()).admits(one));
    }

    /** What it is called in its topics. */
    private String name() {
        return account.topicName().isEmpty() ? account.name() : account.topicName();
    }

    private String clientId() {
        return account.clientId().isEmpty() ? account.name() : account.clientId();
    }

    private String topic(Kind kind) {
        return FormatTopics.topicOf(kind.format(), name());
    }

    private String espHome() {
        var values = new StringBuilder();
        for (var key : keys())
            values.append("            root[\"values\"][\"%1$s\"] = id(%1$s).state;\n".formatted(key));
        return """
                mqtt:
                  broker: %s
                  port: %d
                  username: "%s"
                  password: "%s"
                  client_id: "%s"
                  discovery: false
                  log_topic: null
                  birth_message: {topic: %6$s/status, payload: online}
                  will_message: {topic: %6$s/status, payload: offline}
                %7$s
                interval:
                  - interval: 60s
                    then:
                      - mqtt.publish_json:
                          topic: %6$s
                          qos: 1
                          payload: |-
                """.formatted(
                                host,
                                door.port(),
                                account.name(),
                                password,
                                clientId(),
                                topic(Kind.ESPHOME),
                                door.encrypted() ? "  certificate_authority: !secret mqtt_ca\n" : "")
                + values;
    }

    private List<String> keys() {
        return propertyKeys.isEmpty() ? List.of(ANY_PROPERTY) : propertyKeys;
    }

    private String tasmota() {
        return "Backlog MqttHost %s; MqttPort %d; MqttUser %s; MqttPassword %s; MqttClient %s; Topic %s; FullTopic %%prefix%%/%%topic%%/; SetOption19 0; TelePeriod 60%s"
                .formatted(
                        host,
                        door.port(),
                        account.name(),
                        password,
                        clientId(),
                        name(),
                        door.encrypted() ? "; SetOption103 1" : "");
    }

    private String shelly() {
        return """
                curl -X POST http://SHELLY/rpc -d '{"id": 1, "method": "Mqtt.SetConfig", "params": {"config": {
                  "enable": true, "server": "%s:%d", "client_id": "%s", "user": "%s", "pass": "%s",
                  "topic_prefix": "%s", "rpc_ntf": true, "status_ntf": false%s}}}'
                curl -X POST http://SHELLY/rpc -d '{"id": 2, "method": "Shelly.Reboot"}'
                """.formatted(
                        host,
                        door.port(),
                        clientId(),
                        account.name(),
                        password,
                        name(),
                        door.encrypted() ? ", \"ssl_ca\": \"user_ca.pem\"" : "");
    }

    private String chirpStack() {
        return """
                [integration]
                  enabled=["mqtt"]

                  [integration.mqtt]
                    server="%s://%s:%d/"
                    username="%s"
                    password="%s"
                    client_id="%s"
                    json=true
                    event_topic="application/{{application_id}}/device/{{dev_eui}}/event/{{event}}"
                """.formatted(door.encrypted() ? "ssl" : "tcp", host, door.port(), account.name(), password, clientId());
    }

    private String thingsStack() {
        return """
                # Integrations → Webhooks → Add webhook → Custom webhook
                Webhook format: JSON
                Base URL: https://%s/api/v1/hooks/things-stack
                Additional headers: Authorization: Bearer TOKEN
                Enabled event types: Uplink message
                """.formatted(host);
    }

    private String mosquittoPub() {
        return """
                mosquitto_pub -V mqttv5 -h %s -p %d%s -i %s -u %s -P '%s' \\
                  -q 1 -t %s -m '{"values": {"%s": 12.3}}'
                """.formatted(
                        host,
                        door.port(),
                        door.encrypted() ? " --tls-use-os-certs" : "",
                        clientId(),
                        account.name(),
                        password,
                        topicToTry(),
                        keys().getFirst());
    }

    private String topicToTry() {
        return account.isGateway()
                ? account.topics().getFirst().replace("#", "NAME").replace("+", "NAME")
                : topic(Kind.MOSQUITTO_PUB);
    }
}
