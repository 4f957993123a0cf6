package city.cockpit.strategy.plan;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whose strategy it is. Everything but the name may be empty.
 *
 * @param ags official key of the municipality, 8 digits
 * @param ars official regional key, 12 digits
 * @param state of the federation, for example "Thüringen"
 */
public record Municipality(
        String name,
        Type type,
        String ags,
        String ars,
        String state,
        OptionalInt population,
        Optional<LocalDate> populationAsOf,
        String website) {

    /** The texts are {@code strategy.municipality.NAME}. */
    public enum Type {
        GEMEINDE,
        STADT,
        KREISFREIE_STADT,
        LANDKREIS,
        VERBAND
    }
}
