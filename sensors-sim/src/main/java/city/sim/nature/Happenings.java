package city.sim.nature;

import java.util.Optional;
import java.util.Set;

/** What comes on top of an ordinary day, by seconds since 1970. Depends on nothing but the time. */
public interface Happenings {

    /** Ordinary days only. */
    Happenings NONE = new Happenings() {};

    /**
     * No electricity in some districts.
     *
     * @param from seconds since 1970, inclusive
     * @param to exclusive
     */
    record PowerCut(Set<String> districts, double from, double to) {

        public PowerCut {
            districts = Set.copyOf(districts);
        }

        public boolean isIn(String district, double seconds) {
            return from <= seconds && seconds < to && districts.contains(district);
        }
    }

    /** Additional rain in mm/h. */
    default double rain(double seconds) {
        return 0;
    }

    /** Additional wind in m/s. */
    default double wind(double seconds) {
        return 0;
    }

    /** From 0 to 1: how much of the town and its surroundings is at a great market. */
    default double market(double seconds) {
        return 0;
    }

    /** Metres of water that enter the town at its first gauge on top of the rest. */
    default double flood(double seconds) {
        return 0;
    }

    default Optional<PowerCut> powerCut() {
        return Optional.empty();
    }

    /** Whether what a sensor says gets through to the town. */
    default boolean isHeard(Sensor sensor, double seconds) {
        return true;
    }
}
