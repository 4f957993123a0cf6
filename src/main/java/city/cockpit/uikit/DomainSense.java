package city.cockpit.uikit;

import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.live.SeriesState;
import city.cockpit.live.State;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Reading;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The one line at the bottom of a tile that says what the number means in everyday life. */
final class DomainSense {

    private static final List<String> WEATHER = List.of("humidity", "wind_speed", "precipitation");

    private final Wording words;
    private final CityPicture picture;

    DomainSense(Wording words, CityPicture picture) {
        this.words = words;
        this.picture = picture;
    }

    String of(DomainState domain) {
        if (domain.state() == State.NO_DATA) return words.text("sense.never", (long) domain.known());
        if (!domain.state().isCurrent()) return join(domain.place(), Optional.of(words.text("sense.not-current")));
        return switch (domain.domain()) {
            case PARKING, ENERGY, CYCLING, TRAFFIC, LIGHTING -> join(most(domain), Optional.of(reporting(domain)));
            case UV -> join(domain.place(), advice(domain));
            case WEATHER -> join(domain.place(), Optional.of(weather()).filter(text -> !text.isEmpty()));
            case AIR, NOISE, WATER -> join(domain.place(), Optional.of(reporting(domain)));
        };
    }

    private static String join(Optional<String> first, Optional<String> second) {
        return String.join(
                " · ", Stream.of(first, second).flatMap(Optional::stream).toList());
    }

    /** How many places take part, in the word for such places. */
    private String reporting(DomainState domain) {
        if (domain.reporting() == domain.known())
            return words.text("places." + domain.domain() + ".all", (long) domain.known());
        return words.text("places." + domain.domain() + ".some", (long) domain.reporting(), (long) domain.known());
    }

    /** The place with the largest share in a sum; empty when there is only one. */
    private Optional<String> most(DomainState domain) {
        if (domain.leading().size() < 2) return Optional.empty();
        return current(domain)
                .max(Comparator.comparingDouble(
                        state -> state.newest().map(Reading::value).orElse(Double.NEGATIVE_INFINITY)))
                .flatMap(best -> best.newest()
                        .map(reading -> words.text(
                                "sense.most." + domain.domain(),
                                best.series().place(),
                                words.formats().quantity(reading.value(), domain.property()))));
    }

    private Stream<SeriesState> current(DomainState domain) {
        return domain.leading().stream()
                .map(picture.series()::get)
                .filter(Objects::nonNull)
                .filter(state -> state.state().isCurrent());
    }

    private Optional<String> advice(DomainState domain) {
        return domain.assessment()
                .map(verdict -> words.text("sense.uv." + verdict.band().key()));
    }

    private String weather() {
        return String.join(", ", WEATHER.stream().flatMap(this::weather).toList());
    }

    private Stream<String> weather(String property) {
        return picture.series().values().stream()
                .filter(state -> state.series().property().domain() == Domain.WEATHER)
                .filter(state -> state.series().property().key().equals(property))
                .filter(state -> state.state().isCurrent())
                .limit(1)
                .flatMap(state -> state.newest().stream()
                        .map(reading -> words.text(
                                "sense.weather." + property,
                                words.formats()
                                        .quantity(
                                                reading.value(), state.series().property()))));
    }
}
