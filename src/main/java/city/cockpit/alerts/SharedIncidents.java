package city.cockpit.alerts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The picture that the pages share. One thread shows, any thread reads. */
@Component
class SharedIncidents implements OpenIncidents {

    private static final Logger log = LoggerFactory.getLogger(SharedIncidents.class);

    private final InstantSource clock;
    private final List<Consumer<IncidentPicture>> listeners = new CopyOnWriteArrayList<>();
    private volatile IncidentPicture picture = new IncidentPicture(0, Instant.EPOCH, List.of());

    SharedIncidents(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes a new picture if anything changed. */
    void show(List<Incident> open) {
        var before = picture;
        var next = new IncidentPicture(before.version() + 1, clock.instant(), open);
        if (before.version() > 0 && next.incidents().equals(before.incidents())) return;
        picture = next;
        for (var listener : listeners) tell(listener, next);
    }

    private static void tell(Consumer<IncidentPicture> listener, IncidentPicture next) {
        try {
            listener.accept(next);
        } catch (RuntimeException e) {
            log.warn("A page could not take the new picture of the incidents", e);
        }
    }

    @Override
    public IncidentPicture picture() {
        return picture;
    }

    @Override
    public Runnable subscribe(Consumer<IncidentPicture> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
