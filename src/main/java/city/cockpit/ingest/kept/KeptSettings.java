package city.cockpit.ingest.kept;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much is kept of what was refused. Each limit of number and size holds twice: for the inbox, and for everything else.
 *
 * @param messages most messages; of more each group keeps its newest, all groups alike
 * @param size most payload of all messages together
 * @param age how long a message is kept
 * @param groups most groups; one half of the places belongs to the newest, the other to those with the most messages
 * @param perGroupAndMinute messages of one group that are kept within a minute; more are counted only
 * @param perMinute messages of all groups that are kept within a minute, with at most a quarter of the size
 */
@Validated
@ConfigurationProperties("cockpit.ingest.kept")
record KeptSettings(
        @DefaultValue("10000") @Min(1) @Max(100_000) int messages,
        @DefaultValue("64MB") DataSize size,
        @DefaultValue("30d") Duration age,
        @DefaultValue("1000") @Min(2) @Max(10_000) int groups,
        @DefaultValue("200") @Min(1) int perGroupAndMinute,
        @DefaultValue("6000") @Min(1) int perMinute) {}
