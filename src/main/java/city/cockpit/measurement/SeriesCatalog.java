package city.cockpit.measurement;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All registered series, from memory: cheap, never blocks, safe on any thread. A series that is registered while the
 * cockpit runs is seen by the next call.
 */
public interface SeriesCatalog {

    Optional<Series> findSeries(SeriesId id);

    /**
     * What a device that is not retired observes of a property; asked for each value that arrives.
     *
     * @param propertyKey any text
     */
    default Optional<Series> findObserved(SensorId sensor, String propertyKey) {
        var id = sensor + "/" + propertyKey;
        return SeriesId.isWellFormed(id)
                ? findSeries(new SeriesId(id)).filter(series -> !series.isRetired())
                : Optional.empty();
    }

    /** Every registered series, by id; those of retired devices, too. */
    List<Series> listSeries();

    /** Whether a sensor of that name is registered and not retired, with or without series. */
    boolean knows(SensorId sensor);

    /** What is known of the device; nothing of one that is not registered. */
    default SensorFacts facts(SensorId sensor) {
        return SensorFacts.UNKNOWN;
    }

    /** On which days the device was swapped for another, oldest first. */
    default List<LocalDate> listSwapDays(SensorId sensor) {
        return List.of();
    }

    /**
     * Name of the format in which the device speaks, where its messages must not be guessed; nothing where any decoder that
     * cannot be mistaken may read them.
     */
    default Optional<String> formatOf(SensorId sensor) {
        return Optional.empty();
    }

    /**
     * On which port (FPort) the LoRaWAN device of the sensor tells what it measures; empty where any will do. Messages of
     * formats without ports are not concerned.
     */
    default OptionalInt portOf(SensorId sensor) {
        return OptionalInt.empty();
    }

    /**
     * The registered sensor whose messages stand under that name: its own, one that somebody assigned to it, or the DevEUI
     * of its device; the name itself if that means nobody.
     */
    default SensorId sensorNamed(SensorId name) {
        return name;
    }

    /**
     * What a field of a device's messages feeds. Where nothing is registered of a series, the field whose last part is the
     * key of its property, in whatever letters, feeds it as it is.
     *
     * @param field JSON Pointer
     */
    default Optional<Fed> findFed(SensorId sensor, String field) {
        var id = sensor + "/" + field.substring(field.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return SeriesId.isWellFormed(id)
                ? findSeries(new SeriesId(id)).map(series -> new Fed(series, Feed.of(field)))
                : Optional.empty();
    }

    /** A series and how it is fed. */
    record Fed(Series series, Feed feed) {}

    /** The series with this id; throws {@link UnknownSeriesException} if there is none. */
    default Series series(SeriesId id) {
        return findSeries(id).orElseThrow(() -> new UnknownSeriesException(id));
    }
}
