package city.cockpit.platform;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What runs inside the cockpit when the town has no servers of its own.
 *
 * @param mqttPort where the embedded broker listens, on loopback
 * @param mqttsPort where the embedded broker listens for TLS, on every address; only with a certificate
 * @param databasePort where the embedded PostgreSQL listens, on loopback; 0 for any free port
 * @param programs where the embedded PostgreSQL is unpacked; by default {@code programs} in the data folder
 */
@Validated
@ConfigurationProperties("cockpit.platform")
record PlatformSettings(
        @DefaultValue("1883") @Min(1) @Max(65_535) int mqttPort,
        @DefaultValue("8883") @Min(1) @Max(65_535) int mqttsPort,
        @DefaultValue("0") @Min(0) @Max(65_535) int databasePort,
        @Nullable Path programs) {}
