package city.cockpit.uikit;

/**
 * What is known of a question that takes time.
 *
 * @param <T> the answer
 */
public sealed interface Answer<T> {

    /** Nobody knows yet. */
    record Pending<T>() implements Answer<T> {}

    record Known<T>(T value) implements Answer<T> {}

    /** The database did not answer. */
    record Unavailable<T>() implements Answer<T> {}
}
