package city.cockpit.transport;

/** Where to ask for the state of encryption. */
@FunctionalInterface
public interface HttpsSource {

    /** Cheap; any thread. */
    Https now();
}
