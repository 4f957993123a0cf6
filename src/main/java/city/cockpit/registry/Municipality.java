package city.cockpit.registry;

import city.cockpit.measurement.Town;
import java.time.ZoneId;

/**
 * A municipality in which sites lie; a region has several.
 *
 * @param key official key (Amtlicher Gemeindeschlüssel), eight digits
 */
record Municipality(String key, String name, ZoneId zone) {

    /** What stands for the municipality until a table of sensors names one. */
    static final Municipality NAMELESS = new Municipality("00000000", "Stadtcockpit", ZoneId.of("Europe/Berlin"));

    Town town() {
        return new Town(name, zone);
    }
}
