package city.cockpit.measurement;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * A registered series (OGC: datastream): one property that one sensor observes at one place.
 *
 * @param key number of the series in the database, positive
 * @param id name of the series
 * @param property what is observed
 * @param interval time between two readings that the sensor promises
 * @param site where the sensor hangs
 * @param capacity how many things there can be, for example spaces of a car park; empty where that means nothing
 * @param marks local marks of this place, ascending, in the unit of the property, for example the flood marks of a gauge;
 *     empty where the town set none
 * @param plausible which values are believed at this place
 * @param simulated whether the readings are made up by the simulator, which every screen then says
 * @param isPublic whether everybody may see it; if not, only who is signed in
 * @param isRetired whether the device is gone: the past stays, nothing new is expected or taken
 * @param isInMaintenance whether somebody works on the device: readings are taken, but count for nothing as long
 */
public record Series(
        int key,
        SeriesId id,
        ObservedProperty property,
        Duration interval,
        Site site,
        OptionalInt capacity,
        List<Double> marks,
        PlausibleRange plausible,
        boolean simulated,
        boolean isPublic,
        boolean isRetired,
        boolean isInMaintenance) {

    public Series {
        marks = List.copyOf(marks);
        if (key <= 0) throw new IllegalArgumentException("not a series number: " + key);
        if (!id.propertyKey().equals(property.key()))
            throw new IllegalArgumentException(id + " does not observe " + property.key());
        if (!interval.isPositive()) throw new IllegalArgumentException("interval of " + id + ": " + interval);
    }

    /** A series in service that everybody may see. */
    public Series(
            int key,
            SeriesId id,
            ObservedProperty property,
            Duration interval,
            Site site,
            OptionalInt capacity,
            List<Double> marks,
            PlausibleRange plausible,
            boolean simulated) {
        this(key, id, property, interval, site, capacity, marks, plausible, simulated, true, false, false);
    }

    /** One for which the plausible range of its property holds. */
    public Series(
            int key,
            SeriesId id,
            ObservedProperty property,
            Duration interval,
            Site site,
            OptionalInt capacity,
            List<Double> marks,
            boolean simulated) {
        this(key, id, property, interval, site, capacity, marks, property.plausible(), simulated);
    }

    /** The same while somebody works on the device. */
    public Series inMaintenance() {
        return new Series(
                key, id, property, interval, site, capacity, marks, plausible, simulated, isPublic, isRetired, true);
    }

    /** The same while the device hangs there and nobody works on it, as it was in the past. */
    public Series inService() {
        return new Series(
                key, id, property, interval, site, capacity, marks, plausible, simulated, isPublic, false, false);
    }

    /** Name of the site, as people know it. */
    public String place() {
        return site.title();
    }
}
