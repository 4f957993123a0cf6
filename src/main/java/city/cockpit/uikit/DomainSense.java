package city.cockpit.uikit;

import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.live.Figure;
import city.cockpit.live.SeriesState;
import city.cockpit.live.State;
import city.cockpit.measurement.Reading;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The one line at the bottom of a tile that says what the number means in everyday life. */
final class DomainSense {

    private final Wording words;
    private final CityPicture picture;
    private final OpenSites open;

    DomainSense(Wording words, CityPicture picture, OpenSites open) {
        this.words = words;
        this.picture = picture;
        this.open = open;
    }

    String of(DomainState domain) {
        if (domain.value().isEmpty() && domain.doubtful() > 0) return words.text("sense.only-doubts");
        if (domain.state() == State.MAINTENANCE) return words.text("sense.maintenance");
        if (domain.state() == State.NO_DATA) return words.text("sense.never", (long) domain.known());
        if (!domain.state().isCurrent()) return join(domain.place(), Optional.of(words.text("sense.not-current")));
        return switch (domain.domain()) {
            case PARKING -> join(figures(domain).or(() -> most(domain)), Optional.of(reporting(domain)));
            case CYCLING -> join(most(domain), Optional.of(reporting(domain)));
            case LIGHTING ->
                join(
                        figures(domain),
                        Optional.of(reporting(domain)).filter(text -> domain.reporting() < domain.known()));
            case TRAFFIC, ENERGY -> join(figures(domain), Optional.of(reporting(domain)));
            case UV -> domain.place().orElse("");
            case WEATHER -> join(domain.place(), figures(domain));
            case AIR, NOISE, WATER -> join(domain.place(), Optional.of(reporting(domain)));
        };
    }

    /** The same for citizens, who first read what to do about it. */
    String withAdvice(DomainState domain) {
        var time = picture.at().atZone(words.formats().zone()).toLocalTime();
        return join(
                Advice.on(domain, time).map(advice -> advice.text(words.locale())),
                Optional.of(of(domain)).filter(text -> !text.isEmpty()));
    }

    /** The further numbers that are worth a word; empty without any. */
    Optional<String> figures(DomainState domain) {
        var texts = domain.figures().stream()
                .filter(DomainSense::isWorthAWord)
                .map(this::text)
                .toList();
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", texts));
    }

    /** The band names the faults; the mean of lights that burn and that do not says little on its own. */
    private static boolean isWorthAWord(Figure figure) {
        return switch (figure.name()) {
            case LIGHT_FAULTS, LIGHT_DIMMING, SEGMENTS_DIMMED -> false;
            case CAR_PARKS_FULL, PRECIPITATION -> figure.value() > 0;
            case HUMIDITY, WIND_SPEED, VEHICLE_SPEED, HEAT_POWER, SEGMENTS_BURNING -> true;
        };
    }

    String text(Figure figure) {
        if (figure.outOf().isPresent())
            return words.text("figure." + figure.name(), (long) figure.value(), (long)
                    figure.outOf().getAsInt());
        return words.text("figure." + figure.name(), words.formats().quantity(figure.value(), figure.property()));
    }

    static String join(Optional<String> first, Optional<String> second) {
        return String.join(
                " · ", Stream.of(first, second).flatMap(Optional::stream).toList());
    }

    /** How many places take part, in the word for such places. */
    String reporting(DomainState domain) {
        if (domain.reporting() == domain.known())
            return words.text("places." + domain.domain() + ".all", (long) domain.known());
        return words.text("places." + domain.domain() + ".some", (long) domain.reporting(), (long) domain.known());
    }

    /** The place with the largest share in a sum that is not closed; empty when there is only one. */
    Optional<String> most(DomainState domain) {
        if (domain.leading().size() < 2) return Optional.empty();
        return current(domain)
                .filter(state -> open.mayBeOpen(state.series().site(), picture.at()))
                .max(Comparator.comparingDouble(state -> share(domain, state).orElse(Double.NEGATIVE_INFINITY)))
                .flatMap(best -> share(domain, best)
                        .map(share -> words.text(
                                "sense.most." + domain.domain(),
                                best.series().place(),
                                words.formats().quantity(share, domain.property()))));
    }

    /** What a place adds to the headline. */
    private static Optional<Double> share(DomainState domain, SeriesState state) {
        var isOfTheHour = domain.value()
                .filter(headline -> headline.over() == DomainState.Over.HOUR_SUM)
                .isPresent();
        if (isOfTheHour) return state.hourSum().stream().boxed().findFirst();
        return state.newest().map(Reading::value);
    }

    Stream<SeriesState> current(DomainState domain) {
        return domain.leading().stream()
                .map(picture.series()::get)
                .filter(Objects::nonNull)
                .filter(state -> state.state().isCurrent());
    }
}
