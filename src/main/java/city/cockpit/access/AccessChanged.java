package city.cockpit.access;

/**
 * What a person may do has changed: locked, removed, other roles or another password. Whoever changes it publishes this
 * as an event within the transaction; the person's sessions end with it, here at once, on other nodes within seconds.
 *
 * @param sparesCurrent whether the session of the current request or page goes on, because its owner made the change
 */
public record AccessChanged(SignInName name, boolean sparesCurrent) {}
