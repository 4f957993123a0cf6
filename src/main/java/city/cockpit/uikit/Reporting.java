package city.cockpit.uikit;

import static java.util.stream.Collectors.toMap;

import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.live.State;

/**
 * How many sensors speak.
 *
 * @param current sensors with at least one current value
 * @param known registered sensors, without those in maintenance
 * @param maintained sensors that somebody works on
 */
public record Reporting(long current, long known, long maintained) {

    public static Reporting of(CityPicture picture) {
        var best = picture.series().values().stream()
                .collect(toMap(
                        state -> state.series().id().sensor(),
                        SeriesState::state,
                        (one, other) -> one.compareTo(other) <= 0 ? one : other));
        var maintained = best.values().stream()
                .filter(state -> state == State.MAINTENANCE)
                .count();
        return new Reporting(
                best.values().stream().filter(State::isCurrent).count(), best.size() - maintained, maintained);
    }

    public boolean isAlive() {
        return current > 0;
    }

    /** "Live · 124 von 128 Sensoren melden". */
    public String text(Wording words) {
        var reporting = words.text(
                isAlive() ? "pulse.live" : "pulse.silent",
                words.formats().count(current),
                words.formats().count(known));
        return maintained == 0 ? reporting : reporting + " · " + words.text("staff.maintained", maintained);
    }
}
