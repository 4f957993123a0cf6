package city.cockpit.uikit;

import city.cockpit.live.AgainstUsual;
import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Severity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Says how the last 60 minutes were against what is usual at this hour. Only of values that are current, and only where an
 * hour has a value at all.
 */
public final class UsualWords {

    private final Wording words;
    private final Difference difference;

    public UsualWords(Wording words) {
        this.words = words;
        this.difference = new Difference(words);
    }

    /** Empty if too little is known of the last hour or of the weeks before. */
    String of(SeriesState state, CityPicture picture) {
        return text(List.of(state), picture, "tile.usual.");
    }

    /** Of a sum, the hours of all its places against the sum of what is usual at each. */
    String of(DomainState domain, CityPicture picture) {
        return text(domain, picture, "tile.usual.");
    }

    /** The same in fewer words, for who reads it all day. */
    String ofStaff(DomainState domain, CityPicture picture) {
        return text(domain, picture, "staff.usual.");
    }

    private String text(DomainState domain, CityPicture picture, String key) {
        if (domain.value().isEmpty()) return "";
        return text(
                domain.leading().stream()
                        .map(picture.series()::get)
                        .filter(Objects::nonNull)
                        .toList(),
                picture,
                key);
    }

    private String text(List<SeriesState> states, CityPicture picture, String key) {
        var now = 0.0;
        var usual = 0.0;
        for (var state : states) {
            var compared = AgainstUsual.of(state, picture.usual());
            if (compared.isEmpty()) return "";
            now += compared.get().hour();
            usual += compared.get().usual().median();
        }
        if (states.isEmpty()) return "";
        return difference.of(now, usual, states.getFirst().series().property(), key);
    }

    /** At how many places of the domain it is so far from usual that somebody should look; empty where nowhere. */
    static Optional<String> places(DomainState domain, Wording words) {
        var count = domain.unusual().size();
        return count == 0
                ? Optional.empty()
                : Optional.of(words.text(
                        domain.domain() == Domain.ENERGY ? "staff.without-power" : "staff.unusual", (long) count));
    }

    /** Of a domain the word of the place that is farthest from usual, or how many are without power. */
    Optional<TileFace.Word> unusual(DomainState domain, CityPicture picture) {
        if (domain.domain() == Domain.ENERGY)
            return places(domain, words).map(text -> new TileFace.Word(text, Severity.NOTICE));
        return domain.unusual().stream()
                .limit(1)
                .flatMap(id -> Optional.ofNullable(picture.series().get(id)).stream())
                .flatMap(state -> unusual(state, picture).stream())
                .findFirst();
    }

    /** Of a place that is so far from usual that somebody should look; empty of all others. */
    Optional<TileFace.Word> unusual(SeriesState state, CityPicture picture) {
        return AgainstUsual.of(state, picture.usual())
                .filter(AgainstUsual::stands)
                .map(compared -> new TileFace.Word(word(compared, state), Severity.NOTICE));
    }

    private String word(AgainstUsual compared, SeriesState state) {
        if (compared.isWithoutPower()) return words.text("staff.no-power");
        return difference.of(
                compared.hour(), compared.usual().median(), state.series().property(), "staff.usual.");
    }
}
