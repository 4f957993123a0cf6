package city.cockpit.ingest.hook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Messages by HTTP.
 *
 * @param atOnce most messages under way at a time; more are told to come back
 * @param patience longest wait until a message is durable; The Things Stack gives up after ten seconds
 * @param retryAfter when whoever was sent away shall come back
 */
@Validated
@ConfigurationProperties("cockpit.ingest.hook")
record HookSettings(
        @DefaultValue("200") @Min(1) @Max(2_000) int atOnce,
        @DefaultValue("8s") Duration patience,
        @DefaultValue("10s") Duration retryAfter) {}
