package city.cockpit.live;

import city.cockpit.history.Usual;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.SeriesId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The whole city at one moment. Immutable; every screen of every visitor shows the same one.
 *
 * @param version grows with every picture of this process
 * @param at when the picture was taken
 * @param series every registered series
 * @param domains the domains that have at least one series, in the order of {@link Domain}
 * @param catchUp the filling in of history that is under way
 * @param usual what is usual at the hour in which most of the last 60 minutes lie, of every series of which enough weeks are
 *     known
 */
public record CityPicture(
        long version,
        Instant at,
        Map<SeriesId, SeriesState> series,
        SequencedMap<Domain, DomainState> domains,
        Optional<CatchUp> catchUp,
        Map<SeriesId, Usual> usual) {}
