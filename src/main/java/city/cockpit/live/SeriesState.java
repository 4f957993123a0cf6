package city.cockpit.live;

import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One series as it stands in a {@link CityPicture}.
 *
 * @param state how current {@code newest} is
 * @param newest newest plausible reading by phenomenon time; empty if there has never been one
 * @param doubt the newest reading of all, if it is implausible: it is told beside {@code newest} and counts nowhere
 * @param hourMean mean of the last 60 minutes by the kind of the property; empty with less than three quarters of the
 *     plausible readings that the interval promises, and always for tallies
 * @param hourSum of tallies what was counted in the 60 minutes up to the newest count; empty for everything else and unless
 *     that hour is complete
 * @param assessment what the scheme of the property or place says; empty without one, without the mean it needs, and
 *     for values that are not current
 */
public record SeriesState(
        Series series,
        State state,
        Optional<Reading> newest,
        Optional<Reading> doubt,
        OptionalDouble hourMean,
        OptionalDouble hourSum,
        Optional<Assessment> assessment,
        Trail trail) {}
