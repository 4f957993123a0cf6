package city.cockpit.ingest.connection;

/**
 * A connection as it is kept.
 *
 * @param name short, unique, and for ever
 * @param wish with {@link Wish.Password.Kept}: nobody gets to see the password again
 * @param hasPassword whether there is one
 * @param version another one after every change
 */
public record Connection(String name, Wish wish, boolean hasPassword, long version) {}
