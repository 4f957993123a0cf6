package city.cockpit.onboarding;

import city.cockpit.registry.Place;
import city.cockpit.registry.Sensors;
import city.cockpit.town.TownHall;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/**
 * Whether a place is in town: within its boundary, or, of a town that gave none, not far from where something hangs. From
 * memory; any thread.
 */
@Component
class TownBorder {

    /** Wider than nearly every municipality; a pin that was mistaken is mostly much further away. */
    static final double FAR_KILOMETERS = 15;

    private static final double KILOMETERS_PER_DEGREE = 111.195;

    private final TownHall town;
    private final Sensors sensors;

    TownBorder(TownHall town, Sensors sensors) {
        this.town = town;
        this.sensors = sensors;
    }

    boolean isOutside(double latitude, double longitude) {
        var boundary = town.now().profile().boundary();
        if (boundary.isPresent()) return !boundary.get().contains(latitude, longitude);
        var nearest = kilometersToNearest(latitude, longitude);
        return nearest.isPresent() && nearest.getAsDouble() > FAR_KILOMETERS;
    }

    private OptionalDouble kilometersToNearest(double latitude, double longitude) {
        return sensors.listPlaces().stream()
                .mapToDouble(place -> kilometers(place, latitude, longitude))
                .min();
    }

    /** The site next to the place, if it is close enough to be the same. */
    Optional<Place> findSiteAt(double latitude, double longitude, double kilometers) {
        return sensors.listPlaces().stream()
                .filter(place -> kilometers(place, latitude, longitude) <= kilometers)
                .min((a, b) -> Double.compare(kilometers(a, latitude, longitude), kilometers(b, latitude, longitude)));
    }

    /** Flat, which is good enough within a town. */
    static double kilometers(Place place, double latitude, double longitude) {
        var north = latitude - place.site().latitude();
        var east = (longitude - place.site().longitude()) * Math.cos(Math.toRadians(latitude));
        return Math.hypot(north, east) * KILOMETERS_PER_DEGREE;
    }
}
