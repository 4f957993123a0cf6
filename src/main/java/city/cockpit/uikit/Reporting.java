package city.cockpit.uikit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;

import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;

/**
 * How many sensors speak.
 *
 * @param current sensors with at least one current value
 * @param known registered sensors
 */
public record Reporting(long current, long known) {

    public static Reporting of(CityPicture picture) {
        var sensors = picture.series().values().stream()
                .collect(groupingBy(
                        state -> state.series().id().sensor(),
                        mapping(Reporting::isCurrent, reducing(false, Boolean::logicalOr))));
        return new Reporting(sensors.values().stream().filter(speaks -> speaks).count(), sensors.size());
    }

    public boolean isAlive() {
        return current > 0;
    }

    /** "Live · 124 von 128 Sensoren melden". */
    public String text(Wording words) {
        return words.text(
                isAlive() ? "pulse.live" : "pulse.silent",
                words.formats().count(current),
                words.formats().count(known));
    }

    private static boolean isCurrent(SeriesState state) {
        return state.state().isCurrent();
    }
}
