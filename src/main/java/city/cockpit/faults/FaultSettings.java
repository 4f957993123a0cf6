package city.cockpit.faults;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long reports are kept.
 *
 * @param keep after the last answer, or after the report if nobody answered
 * @param keepContact how long after the end of the matter somebody can still be reached
 */
@ConfigurationProperties("cockpit.faults")
record FaultSettings(
        @DefaultValue("365d") Duration keep,
        @DefaultValue("30d") Duration keepContact) {

    FaultSettings {
        if (!keep.isPositive() || keepContact.isNegative())
            throw new IllegalArgumentException("cockpit.faults: keep %s, contact %s".formatted(keep, keepContact));
    }
}
