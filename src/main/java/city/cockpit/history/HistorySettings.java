package city.cockpit.history;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How readings are kept.
 *
 * @param columnstore whether readings older than a week move to TimescaleDB's columnstore, where the edition has one; off
 *     until a trial run on a town's data is on record
 */
@ConfigurationProperties("cockpit.history")
record HistorySettings(@DefaultValue("false") boolean columnstore) {}
