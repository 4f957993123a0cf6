package city.cockpit.measurement;

import java.util.List;
import java.util.Optional;

/**
 * All registered series, from memory: cheap, never blocks, safe on any thread. A series that is registered while the
 * cockpit runs is seen by the next call.
 */
public interface SeriesCatalog {

    Optional<Series> findSeries(SeriesId id);

    /** Every registered series, by id. */
    List<Series> listSeries();

    /** Whether a sensor of that name is registered, with or without series. */
    boolean knows(SensorId sensor);

    /** What is known of the device; nothing of one that is not registered. */
    default SensorFacts facts(SensorId sensor) {
        return SensorFacts.UNKNOWN;
    }

    /** The registered sensor whose messages stand under that name; the name itself if nobody assigned it to another. */
    default SensorId sensorNamed(SensorId name) {
        return name;
    }

    /** The series with this id; throws {@link UnknownSeriesException} if there is none. */
    default Series series(SeriesId id) {
        return findSeries(id).orElseThrow(() -> new UnknownSeriesException(id));
    }
}
