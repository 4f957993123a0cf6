package city.cockpit.calendar;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How calendars are fetched.
 *
 * @param privateAddresses whether also from this machine and from networks that only the town reaches
 * @param timeout longest that one request takes
 * @param largest file that is read
 */
@ConfigurationProperties("cockpit.calendar")
record CalendarSettings(
        @DefaultValue("false") boolean privateAddresses,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("2MB") DataSize largest) {

    CalendarSettings {
        if (!timeout.isPositive() || largest.toBytes() < 1 || largest.toMegabytes() > 50)
            throw new IllegalArgumentException("cockpit.calendar: timeout %s, largest %s".formatted(timeout, largest));
    }
}
