package city.cockpit.alerts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rules are looked after.
 *
 * @param period from one look at what is stored to the next; longer where a look takes longer than a twentieth of it
 * @param patience for how long after the start no sensor is said to have fallen silent, since its readings may still wait at
 *     the broker
 */
@ConfigurationProperties("cockpit.alerts")
record AlertsSettings(
        @DefaultValue("5s") Duration period,
        @DefaultValue("2m") Duration patience) {

    AlertsSettings {
        if (!period.isPositive() || patience.isNegative())
            throw new IllegalArgumentException("cockpit.alerts: period %s, patience %s".formatted(period, patience));
    }
}
