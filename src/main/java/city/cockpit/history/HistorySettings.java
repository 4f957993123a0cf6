package city.cockpit.history;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How readings are kept.
 *
 * @param retention how far back readings are taken, counted from their arrival
 * @param columnstore whether readings older than a week move to TimescaleDB's columnstore, where the edition has one; off
 *     until a trial run on a town's data is on record
 */
@ConfigurationProperties("cockpit.history")
record HistorySettings(
        @DefaultValue("24m") Period retention,
        @DefaultValue("false") boolean columnstore) {

    /** More than anybody keeps, little enough to calculate with. */
    private static final long MOST_MONTHS = 12_000;

    HistorySettings {
        if (retention.isNegative() || retention.isZero() || retention.toTotalMonths() > MOST_MONTHS)
            throw new IllegalArgumentException("cockpit.history.retention is no length of time: " + retention);
    }
}
