package city.cockpit.live;

import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One series as it stands in a {@link CityPicture}.
 *
 * @param state how current {@code newest} is
 * @param newest newest reading by phenomenon time; empty exactly when the state is NO_DATA
 * @param hourMean mean of the last 60 minutes by the kind of the property; empty with less than three quarters of the
 *     readings that the interval promises
 * @param assessment what the property's norm says; empty without norm, without the mean it needs, and for values that
 *     are not current
 */
public record SeriesState(
        Series series,
        State state,
        Optional<Reading> newest,
        OptionalDouble hourMean,
        Optional<Assessment> assessment,
        Trail trail) {}
