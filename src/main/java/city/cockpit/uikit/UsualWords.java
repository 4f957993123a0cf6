package city.cockpit.uikit;

import city.cockpit.history.Usual;
import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.SeriesId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Says how the last 60 minutes were against what is usual at this hour. Only of values that are current, and only where an
 * hour has a value at all.
 */
public final class UsualWords {

    private final Difference difference;

    public UsualWords(Wording words) {
        this.difference = new Difference(words);
    }

    /** Empty if too little is known of the last hour or of the weeks before. */
    String of(SeriesState state, CityPicture picture) {
        return text(List.of(state), picture);
    }

    /** Of a sum, the hours of all its places against the sum of what is usual at each. */
    String of(DomainState domain, CityPicture picture) {
        if (domain.value().isEmpty()) return "";
        return text(
                domain.leading().stream()
                        .map(picture.series()::get)
                        .filter(Objects::nonNull)
                        .toList(),
                picture);
    }

    private String text(List<SeriesState> states, CityPicture picture) {
        var now = 0.0;
        var usual = 0.0;
        for (var state : states) {
            var hour = lastHour(state);
            var known = Optional.ofNullable(picture.usual().get(id(state))).map(Usual::median);
            if (hour.isEmpty() || known.isEmpty() || !state.state().isCurrent()) return "";
            now += hour.getAsDouble();
            usual += known.get();
        }
        if (states.isEmpty()) return "";
        return difference.of(now, usual, states.getFirst().series().property(), "tile.usual.");
    }

    private static SeriesId id(SeriesState state) {
        return state.series().id();
    }

    private static OptionalDouble lastHour(SeriesState state) {
        return switch (state.series().property().kind()) {
            case LEVEL, COUNT, DECIBEL, MAXIMUM -> state.hourMean();
            case TALLY -> state.hourSum();
            case METER, STATE, DIRECTION, PERCENTILE -> OptionalDouble.empty();
        };
    }
}
