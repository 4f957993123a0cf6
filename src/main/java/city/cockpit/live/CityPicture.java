package city.cockpit.live;

import city.cockpit.history.Today;
import city.cockpit.history.Usual;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.SeriesId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The whole city at one moment. Immutable; every screen of every visitor shows the same one.
 *
 * @param version grows with every picture of this process; below zero, another one for each picture of the past
 * @param at when the picture was taken
 * @param isWhole whether it holds what only people who are signed in may see, too
 * @param series every registered series of devices in service
 * @param domains the domains that have at least one series, in the order of {@link Domain}
 * @param catchUp the filling in of history that is under way
 * @param usual what is usual at the hour in which most of the last 60 minutes lie, of every series of which enough weeks are
 *     known
 * @param today what power and energy have come to today, of every series of which that is known
 * @param retired how the series of retired devices stood last: their past can be looked at, on no tile or map they are
 */
public record CityPicture(
        long version,
        Instant at,
        boolean isWhole,
        Map<SeriesId, SeriesState> series,
        SequencedMap<Domain, DomainState> domains,
        Optional<CatchUp> catchUp,
        Map<SeriesId, Usual> usual,
        Map<SeriesId, Today> today,
        Map<SeriesId, SeriesState> retired) {

    /** One of a town whose devices are all in service and may be seen by everybody. */
    public CityPicture(
            long version,
            Instant at,
            Map<SeriesId, SeriesState> series,
            SequencedMap<Domain, DomainState> domains,
            Optional<CatchUp> catchUp,
            Map<SeriesId, Usual> usual) {
        this(version, at, true, series, domains, catchUp, usual, Map.of(), Map.of());
    }

    /** Whether it shows a moment that is past, for one reader, and not what everybody sees now. */
    public boolean isPast() {
        return version < 0;
    }

    /** Everything that is measured at the site of that key; where nothing is any more, what was. */
    public List<SeriesState> listAt(String site) {
        var measured = listAt(series, site);
        return measured.isEmpty() ? listAt(retired, site) : measured;
    }

    private static List<SeriesState> listAt(Map<SeriesId, SeriesState> states, String site) {
        return states.values().stream()
                .filter(state -> state.series().site().key().equals(site))
                .toList();
    }

    /** How a series stands, in service or retired; empty if nobody who sees this picture knows it. */
    public Optional<SeriesState> find(SeriesId id) {
        return Optional.ofNullable(series.get(id)).or(() -> Optional.ofNullable(retired.get(id)));
    }
}
