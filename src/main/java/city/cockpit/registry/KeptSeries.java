package city.cockpit.registry;

/**
 * A series as the database has it.
 *
 * @param key its number
 * @param ended whether it is not observed any more
 */
record KeptSeries(int key, SeriesPlan plan, boolean ended) {}
