package city.cockpit.registry;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of the registry that is under way; until its transaction ends nobody else changes anything.
 *
 * @param now what is registered, whatever this node has in memory
 */
record Turn(long revision, Snapshot now, SensorRows rows) {

    /** The municipality in which sites lie of which nobody says in which; made if there is none. */
    String homeKey() {
        if (now.home().isPresent()) return now.home().get().key();
        rows.write(Municipality.NAMELESS);
        return Municipality.NAMELESS.key();
    }

    void writeMunicipalities(Collection<Municipality> towns) {
        towns.forEach(rows::write);
    }

    /** @param by nobody if it is a table at the start */
    void writePlaces(Collection<Place> places, @Nullable String by) {
        var homeless = places.stream().anyMatch(place -> place.municipalityKey().isEmpty());
        if (!homeless) {
            rows.writePlaces(places, revision, by);
            return;
        }
        var home = homeKey();
        rows.writePlaces(
                places.stream()
                        .map(place -> place.municipalityKey().isEmpty()
                                ? new Place(place.site(), place.address(), home, place.version())
                                : place)
                        .toList(),
                revision,
                by);
    }

    /** @param by nobody if it is a table at the start */
    void writeSensors(Collection<Sensor> sensors, @Nullable String by) {
        rows.writeSensors(sensors, revision, by);
    }

    void writeSensor(Sensor sensor, String by) {
        writeSensors(List.of(sensor), by);
    }
}
