package city.cockpit.history;

/** What keeps the readings. Only the set-up statements differ; every query is the same. */
public enum Edition {
    /** PostgreSQL without TimescaleDB: one plain table. */
    PLAIN,
    /** TimescaleDB under the Apache licence: a hypertable. */
    TIMESCALE_APACHE,
    /** TimescaleDB community edition: a hypertable that may have a columnstore. */
    TIMESCALE_COMMUNITY
}
