package city.cockpit.operations;

import city.cockpit.alerts.IncidentPicture;
import city.cockpit.alerts.OpenIncidents;
import com.vaadin.flow.signals.shared.SharedValueSignal;
import jakarta.annotation.PreDestroy;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Brings the open incidents to the pages, also when the values of the city stand still. As everywhere the signal carries a
 * number and the pages read what it stands for.
 */
@Component
class LiveIncidents {

    private final OpenIncidents open;
    private final SharedValueSignal<Long> version;
    private final Runnable unsubscribe;

    /** The executor's threads, not the one that looks after the rules, run the effects of the pages. */
    LiveIncidents(OpenIncidents open, @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor) {
        this.open = open;
        this.version = new SharedValueSignal<>(open.picture().version());
        this.unsubscribe = open.subscribe(
                picture -> executor.execute(() -> version.set(open.picture().version())));
    }

    /** The newest picture. An effect that asks runs again with the next one. Never blocks. */
    IncidentPicture picture() {
        version.get();
        return open.picture();
    }

    @PreDestroy
    void close() {
        unsubscribe.run();
    }
}
