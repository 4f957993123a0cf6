package city.cockpit.live;

import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The picture of the city where several nodes fill it together: what one has stored, the others hear of. Any thread. */
public interface SharedCity {

    /** Calls the listener with what this node stores, on the storing thread: it must return at once and not throw. */
    void onStored(Consumer<Collection<Reading>> listener);

    /** Takes over readings that another node has stored; those of unknown series are left out. Never blocks. */
    void heard(Collection<Reading> readings);

    /** Sensors that are shown as having taken their leave. Never blocks. */
    Set<SensorId> listAway();

    /** Those of the sensors of which a reading of after the given time is known, plausible or not. Never blocks. */
    Set<SensorId> listHeardAfter(Map<SensorId, Instant> times);

    /**
     * Takes over from history what other nodes have stored unheard. Blocks for a few queries.
     *
     * @throws org.springframework.dao.DataAccessException nothing was taken over
     */
    void catchUp();
}
