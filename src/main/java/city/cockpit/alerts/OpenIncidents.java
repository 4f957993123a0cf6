package city.cockpit.alerts;

import java.util.function.Consumer;

/** The open incidents of the city, for every page: from memory, kept by one thread. Any thread may ask. */
public interface OpenIncidents {

    /** The newest picture. Never blocks. */
    IncidentPicture picture();

    /**
     * Calls the listener with every new picture, on the thread that takes them: it must return at once and not throw.
     *
     * @return run it to unsubscribe
     */
    Runnable subscribe(Consumer<IncidentPicture> listener);
}
