package city.cockpit.alerts;

import city.cockpit.measurement.Interval;
import java.time.Instant;
import java.util.Optional;

/**
 * A time in which somebody works somewhere, so that nobody is told of what happens there.
 *
 * @param id number in the database; 0 of one that is not kept yet
 * @param span earlier over than planned if somebody was done earlier
 * @param reason for people, from 1 to {@value #LONGEST_REASON} characters
 * @param madeBy name of the account
 * @param endedBy name of the account of who was done earlier
 */
public record MaintenanceWindow(
        long id, Target target, Interval span, String reason, String madeBy, Optional<String> endedBy) {

    public static final int LONGEST_REASON = 300;

    public MaintenanceWindow {
        if (reason.isBlank() || reason.length() > LONGEST_REASON)
            throw new IllegalArgumentException("a reason from 1 to %d characters".formatted(LONGEST_REASON));
    }

    /** The texts are {@code maintenance.kind.NAME}. */
    public enum Kind {
        SENSOR,
        SITE,
        /** Everything that comes by a network server or a hub. */
        GATEWAY
    }

    /**
     * Where somebody works.
     *
     * @param key of the sensor, the site or the gateway
     */
    public record Target(Kind kind, String key) {

        public static final int LONGEST_KEY = 100;

        public Target {
            if (key.isEmpty() || key.length() > LONGEST_KEY)
                throw new IllegalArgumentException("not a place to work: '%.100s'".formatted(key));
        }
    }

    public boolean goesOnAt(Instant time) {
        return !span.from().isAfter(time) && span.to().isAfter(time);
    }
}
