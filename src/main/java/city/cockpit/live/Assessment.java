package city.cockpit.live;

import city.cockpit.measurement.Band;
import city.cockpit.measurement.Norm;

/**
 * What a norm says of a value.
 *
 * @param norm published classification, whose averaging time is that of the value
 * @param value the value it judged, averaged over {@code norm.averaging()}
 * @param band the class of that value
 */
public record Assessment(Norm norm, double value, Band band) {}
