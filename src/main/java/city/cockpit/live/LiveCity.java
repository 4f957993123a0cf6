package city.cockpit.live;

import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;

/** The living picture of the city. Any thread may report; one thread of its own publishes, see {@link Pace}. */
public interface LiveCity {

    /** Takes over readings that history holds; older ones than the newest only change means and trail. Never blocks. */
    void stored(Collection<Reading> readings);

    /** A sensor took its leave: OFFLINE until a reading observed after that moment, or {@link #sensorOnline}. */
    void sensorOffline(SensorId sensor, Instant since);

    /** A sensor announced itself. */
    void sensorOnline(SensorId sensor);

    /** The newest picture, for who is signed in. Never blocks. */
    CityPicture picture();

    /** The same, with what everybody may see alone; the same object if that is all. Never blocks. */
    CityPicture publicPicture();

    /**
     * Calls the listener with every new picture, on the publishing thread: it must return at once and not throw.
     *
     * @return run it to unsubscribe
     */
    Runnable subscribe(Consumer<CityPicture> listener);

    /** Whoever shows pictures says how long one took to show everywhere: the longer, the fewer are taken. Any thread. */
    void shown(Duration took);
}
