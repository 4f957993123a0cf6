package city.cockpit.access;

/**
 * Lets the screens in the town hall in, at which nobody is signed in: by a token with {@link Tokens.Scope#SHOW_WALL}. Any
 * thread.
 */
@FunctionalInterface
public interface WallDoor {

    /**
     * What a screen with that secret may show now; it has to ask again every few seconds, since a token may be revoked.
     * Blocks for one short question now and then.
     *
     * @param secret any text
     * @param address where the screen stands
     */
    Right ask(String secret, String address);

    /** What a screen may show. */
    enum Right {
        /** What everybody may see. */
        PUBLIC,
        /** All of it. */
        WHOLE,
        /** Nothing: the token is unknown, revoked or expired. */
        NONE,
        /** That cannot be said now: the database is away, or somebody asks too often. */
        UNKNOWN
    }
}
