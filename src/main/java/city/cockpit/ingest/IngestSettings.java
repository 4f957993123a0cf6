package city.cockpit.ingest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The way from a message to a stored reading.
 *
 * @param topicFilter topics the cockpit listens to at its own broker, with commas between them; what is taken out needs a
 *     new {@code cockpit.mqtt.client-id}
 * @param batchSize messages after which a batch is written, or ten times as many readings, which the last message of a
 *     batch may exceed; at most half of {@code cockpit.mqtt.receive-maximum}, so that others come while one is written
 * @param linger longest a reading waits for its batch to fill
 * @param queue most messages waiting to be decoded; half of the room is open to QoS 0, and {@code
 *     cockpit.mqtt.receive-maximum} must fit into the other half, where what it leaves is divided among other connections
 * @param queueMemory most payload waiting to be decoded; QoS 0 may take half of it, and a connection on which more comes
 *     is made anew, with half as many messages unacknowledged
 * @param maxTopicLength most characters of a topic
 * @param maxPayload largest payload that is decoded
 * @param maxReadings most readings in one message
 * @param maxJsonDepth deepest nesting of a JSON payload
 * @param maxArrayLength most elements of an array, or members of an object, in a JSON payload
 * @param maxNumberLength most digits of a number in a JSON payload
 * @param maxTextLength most characters of a text in a JSON payload
 * @param maxNameLength most characters of the name of a member in a JSON payload
 * @param retryAtMost longest wait between two attempts while the database is away
 */
@Validated
@ConfigurationProperties("cockpit.ingest")
record IngestSettings(
        @DefaultValue({
            "city/#",
            "tele/+/SENSOR",
            "tele/+/STATE",
            "zigbee2mqtt/+",
            "application/+/device/+/event/up",
            "application/+/device/+/event/status",
            "+/events/rpc"
        })
        @NotEmpty List<String> topicFilter,

        @DefaultValue("1000") @Min(1) @Max(10_000) int batchSize,
        @DefaultValue("10ms") Duration linger,
        @DefaultValue("20000") @Min(2) int queue,
        @DefaultValue("64MB") DataSize queueMemory,
        @DefaultValue("256") @Min(8) @Max(65_535) int maxTopicLength,
        @DefaultValue("64KB") DataSize maxPayload,
        @DefaultValue("2000") @Min(1) @Max(10_000) int maxReadings,
        @DefaultValue("8") @Min(2) @Max(100) int maxJsonDepth,
        @DefaultValue("10000") @Min(1) @Max(100_000) int maxArrayLength,
        @DefaultValue("40") @Min(10) @Max(1_000) int maxNumberLength,
        @DefaultValue("1024") @Min(32) int maxTextLength,
        @DefaultValue("128") @Min(32) int maxNameLength,
        @DefaultValue("5s") Duration retryAtMost) {}
