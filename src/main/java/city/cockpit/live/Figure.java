package city.cockpit.live;

import city.cockpit.measurement.ObservedProperty;
import java.util.OptionalInt;

/**
 * A number beside the headline of a tile.
 *
 * @param property whose unit and digits it has; of a number of places, the property that decided who is counted
 * @param outOf of a number of places, of how many current ones; else empty
 */
public record Figure(Name name, ObservedProperty property, double value, OptionalInt outOf) {

    /** What a figure tells. */
    public enum Name {
        /** Car parks without a free space, of those that report. */
        CAR_PARKS_FULL,
        /** Relative humidity at the place that speaks. */
        HUMIDITY,
        /** Wind speed at the place that speaks. */
        WIND_SPEED,
        /** Precipitation at the place that speaks. */
        PRECIPITATION,
        /** Mean speed of the vehicles of the last interval, over all counters. */
        VEHICLE_SPEED,
        /** Heat output of all buildings. */
        HEAT_POWER,
        /** Mean output of all street lights in percent, those that are off included. */
        LIGHT_DIMMING,
        /** Segments of street lights that burn, of those that report. */
        SEGMENTS_BURNING,
        /** Segments that burn with less than full output, of those that report. */
        SEGMENTS_DIMMED,
        /** Faulty lamps of all segments that report. */
        LIGHT_FAULTS
    }
}
