package city.cockpit.live;

import city.cockpit.measurement.AveragedValue;
import city.cockpit.measurement.Band;
import city.cockpit.measurement.Scheme;
import java.util.Optional;

/**
 * What a scheme says of a value.
 *
 * @param scheme classification; of the same measure as the value
 * @param value the value it judged, which need not be the number on the tile: of car parks it is the share of free spaces,
 *     of street lights the number of faulty lamps
 * @param band the class of that value
 */
public record Assessment(Scheme scheme, AveragedValue value, Band band) {

    public Assessment {
        if (!scheme.measure().equals(value.measure()))
            throw new IllegalArgumentException("%s was not judged by %s".formatted(value, scheme.measure()));
    }

    /** The judgement; empty where the scheme has no band for the value. A word that was said before lingers a little. */
    static Optional<Assessment> of(Scheme scheme, AveragedValue value, Optional<Assessment> before) {
        return scheme.bandOf(value, before.map(Assessment::band)).map(band -> new Assessment(scheme, value, band));
    }
}
