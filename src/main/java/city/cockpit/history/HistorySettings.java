package city.cockpit.history;

import java.time.Period;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How readings are kept.
 *
 * @param retention how far back readings are taken, counted from their arrival; a month later they are thrown away
 * @param retentionOf the same for single observed properties, by their key
 * @param rollupRetention how long hours and days are kept; for ever if nobody says
 * @param columnstore whether readings older than a week move to TimescaleDB's columnstore, where the edition has one; off
 *     until a trial run on a town's data is on record
 */
@ConfigurationProperties("cockpit.history")
record HistorySettings(
        @DefaultValue("24m") Period retention,
        @DefaultValue Map<String, Period> retentionOf,
        @Nullable Period rollupRetention,
        @DefaultValue("false") boolean columnstore) {

    /** More than anybody keeps, little enough to calculate with. */
    private static final long MOST_MONTHS = 12_000;

    HistorySettings {
        retentionOf = Map.copyOf(retentionOf);
        check("retention", retention);
        retentionOf.forEach((property, length) -> check("retention-of." + property, length));
        if (rollupRetention != null) check("rollup-retention", rollupRetention);
    }

    private static void check(String name, Period length) {
        if (length.isNegative() || length.isZero() || length.toTotalMonths() > MOST_MONTHS)
            throw new IllegalArgumentException("cockpit.history.%s is no length of time: %s".formatted(name, length));
    }

    Period retentionOf(String property) {
        return retentionOf.getOrDefault(property, retention);
    }
}
