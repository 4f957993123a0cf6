package city.cockpit.registry;

/** Who may see what a sensor observes. The texts are {@code visibility.NAME}. */
public enum Visibility {
    /** Everybody. */
    PUBLIC,
    /** Whoever is signed in. */
    INTERNAL
}
