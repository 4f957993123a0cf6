package city.cockpit.mqtt;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The connection to the broker.
 *
 * @param broker address of the town's broker; unset for the embedded one
 * @param username as whom the cockpit signs in at the town's broker
 * @param password belongs to the name
 * @param caCertificate PEM file with who vouches for the certificate of the town's broker; unset for those Java trusts
 * @param clientId name of the broker's session that keeps messages while the cockpit is away; unique at the broker
 * @param sessionExpiry how long the broker keeps messages for a cockpit that is away
 * @param receiveMaximum most messages that may be unacknowledged at a time; at least twice {@code
 *     cockpit.ingest.batch-size}
 * @param maximumPacketSize largest message the broker may send; it drops larger ones without a word, so the broker's own
 *     limit has to be below it
 * @param keepAlive silence after which a connection is tested
 * @param timeout longest wait for an answer of the broker
 * @param retryAfter wait before the first new attempt; it doubles from attempt to attempt
 * @param retryAtMost longest wait between two attempts
 */
@Validated
@ConfigurationProperties("cockpit.mqtt")
record MqttSettings(
        @Nullable URI broker,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @Nullable Path caCertificate,
        @DefaultValue("cockpit") @NotBlank String clientId,
        @DefaultValue("7d") Duration sessionExpiry,
        @DefaultValue("2000") @Min(1) @Max(65_535) int receiveMaximum,
        @DefaultValue("256KB") DataSize maximumPacketSize,
        @DefaultValue("30s") Duration keepAlive,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("500ms") Duration retryAfter,
        @DefaultValue("30s") Duration retryAtMost) {}
