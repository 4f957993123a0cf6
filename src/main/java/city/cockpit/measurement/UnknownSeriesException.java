package city.cockpit.measurement;

/** A series was asked for that is not registered. */
public class UnknownSeriesException extends RuntimeException {

    public UnknownSeriesException(SeriesId id) {
        super("no series '" + id + "' is registered");
    }
}
