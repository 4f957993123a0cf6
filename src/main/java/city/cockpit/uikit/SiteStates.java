package city.cockpit.uikit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Site;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A site and how everything that is measured there stands.
 *
 * @param states at least one, single bays excluded
 * @param bays single bays of the car park, by their number
 */
record SiteStates(Site site, List<SeriesState> states, List<SeriesState> bays) {

    private static final String BAY = "bay_occupied";

    /** Every site of the picture, by its key. */
    static List<SiteStates> of(CityPicture picture) {
        var bySite = picture.series().values().stream()
                .collect(groupingBy(state -> state.series().site(), toList()));
        return bySite.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(site -> site.site().key()))
                .toList();
    }

    /** The site of that key; empty if nothing was ever measured there. */
    static Optional<SiteStates> find(CityPicture picture, String key) {
        var states = picture.listAt(key);
        return states.isEmpty()
                ? Optional.empty()
                : Optional.of(of(states.getFirst().series().site(), states));
    }

    static SiteStates of(Site site, List<SeriesState> states) {
        var sorted = states.stream()
                .sorted(Comparator.comparing(state -> state.series().id()))
                .toList();
        return new SiteStates(
                site,
                sorted.stream().filter(state -> !isBay(state)).toList(),
                sorted.stream().filter(SiteStates::isBay).toList());
    }

    private static boolean isBay(SeriesState state) {
        return state.series().property().key().equals(BAY);
    }

    /** Whether nothing is measured there any more. */
    boolean isPast() {
        return all().stream().allMatch(state -> state.series().isRetired());
    }

    /** Everything at the site, bays too. */
    List<SeriesState> all() {
        return Stream.concat(states.stream(), bays.stream()).toList();
    }
}
