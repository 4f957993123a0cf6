package city.cockpit.uikit;

import city.cockpit.live.Assessment;
import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.live.SeriesState;
import city.cockpit.live.Trail;
import city.cockpit.live.WeatherSign;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.Severity;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Puts the picture of the city into the words of a tile. */
public final class TileFaces {

    private final Wording words;
    private final Verdicts verdicts;
    private final OpenSites open;

    /** Of sites of whose opening hours nothing is known. */
    public TileFaces(Wording words) {
        this(words, OpenSites.ALL);
    }

    TileFaces(Wording words, OpenSites open) {
        this.words = words;
        this.open = open;
        this.verdicts = new Verdicts(words);
    }

    /** The name of a domain in an address, for example {@code air}. */
    public static String slug(Domain domain) {
        return domain.name().toLowerCase(Locale.ROOT);
    }

    /** The domain of that name in an address; empty for any other text. */
    public static Optional<Domain> domain(String slug) {
        return Arrays.stream(Domain.values())
                .filter(domain -> slug(domain).equals(slug))
                .findFirst();
    }

    /** The face of a whole domain for citizens. */
    public TileFace of(DomainState domain, CityPicture picture, String href) {
        return of(
                domain,
                picture,
                href,
                new DomainSense(words, picture, open).withAdvice(domain),
                new UsualWords(words).of(domain, picture),
                isIndex(domain) ? decisive(domain) : measured(domain));
    }

    /** The strong number of a tile, what it is and the word that a scheme has for it. */
    private record Strong(Optional<String> value, String unit, String caption, Optional<TileFace.Word> word) {}

    private Strong measured(DomainState domain) {
        return new Strong(
                strong(domain),
                isIndex(domain) ? "" : domain.property().unit().symbol(),
                caption(domain),
                domain.assessment().map(verdict -> verdicts.chip(domain, verdict)));
    }

    /** Of an index, the number that decided it beside its word. */
    private Strong decisive(DomainState domain) {
        var verdict = domain.assessment().orElseThrow();
        var property = domain.property();
        return new Strong(
                Optional.of(words.formats().value(verdict.value().value(), property)),
                property.unit().symbol(),
                words.text("pollutant." + property.key()),
                Optional.of(verdicts.chip(verdict)));
    }

    /** The face of a whole domain for those who run the city. */
    public TileFace ofStaff(DomainState domain, CityPicture picture, String href) {
        return of(
                domain,
                picture,
                href,
                new StaffSense(words, picture).of(domain),
                StaffSense.tellsUsual(domain.domain()) ? "" : new UsualWords(words).ofStaff(domain, picture),
                measured(domain));
    }

    private TileFace of(
            DomainState domain, CityPicture picture, String href, String sense, String usual, Strong strong) {
        var property = domain.property();
        return new TileFace(
                TileFace.anchorOf(domain.domain()),
                domain.domain(),
                words.text("domain." + domain.domain()),
                href,
                strong.value(),
                strong.unit(),
                strong.caption(),
                strong.word()
                        .or(() -> new UsualWords(words).unusual(domain, picture))
                        .or(() -> weather(domain)),
                domain.assessment().flatMap(Verdicts::scale),
                domain.state(),
                domain.observedAt(),
                domain.observedAt().map(words.formats()::dateTime).orElse(""),
                line(domain, picture),
                lowest(domain.trail(), property),
                highest(domain.trail(), property),
                domain.doubtful() == 0
                        ? Optional.empty()
                        : Optional.of(words.text("doubt.places", (long) domain.doubtful())),
                sense,
                usual,
                NumberAddress.PATH + "/" + slug(domain.domain()),
                NumberAddresses.of(domain, picture).map(NumberAddress::address),
                source(domain.assessment()),
                timing(domain.timedOnArrival()),
                about(
                        property,
                        domain.assessment().map(this::note).orElse("") + completeness(domain),
                        timing(domain.timedOnArrival()),
                        domain.simulated()));
    }

    /** The face of one series among others of its site: named by what it observes. */
    public TileFace of(SeriesState state, CityPicture picture, String href) {
        var series = state.series();
        return of(
                state,
                picture,
                href,
                new Label(series.property().name(words.locale()), series.place(), Optional.empty()));
    }

    /** The face of one series among others of its property: named by its place. */
    public TileFace ofPlace(SeriesState state, CityPicture picture, String href) {
        return of(state, picture, href, place(state, Optional.empty()));
    }

    /** The same for those who run the city: what nothing judges, but is far from usual there, has a word for that. */
    public TileFace ofPlaceForStaff(SeriesState state, CityPicture picture, String href) {
        var unusual = state.assessment().isPresent()
                ? Optional.<TileFace.Word>empty()
                : new UsualWords(words).unusual(state, picture);
        return of(state, picture, href, place(state, unusual));
    }

    /**
     * What the tile of a series is called.
     *
     * @param sense its line at the bottom
     * @param unusual its word where that is how far it is from usual
     */
    private record Label(String name, String sense, Optional<TileFace.Word> unusual) {}

    private static Label place(SeriesState state, Optional<TileFace.Word> unusual) {
        var site = state.series().site();
        return new Label(site.title(), site.district(), unusual);
    }

    private TileFace of(SeriesState state, CityPicture picture, String href, Label label) {
        var series = state.series();
        var usual = label.unusual().isPresent() ? "" : new UsualWords(words).of(state, picture);
        return new TileFace(
                "tile-" + series.key(),
                series.property().domain(),
                label.name(),
                href,
                state.newest().map(reading -> words.formats().value(reading.value(), series.property())),
                series.property().unit().symbol(),
                capacity(series),
                state.assessment().map(verdicts::chip).or(label::unusual),
                state.assessment().flatMap(Verdicts::scale),
                state.state(),
                state.newest().map(Reading::phenomenonTime),
                state.newest()
                        .map(reading -> words.formats().dateTime(reading.phenomenonTime()))
                        .orElse(""),
                line(series, state.trail()),
                lowest(state.trail(), series.property()),
                highest(state.trail(), series.property()),
                new Doubts(words).chip(state),
                label.sense(),
                usual,
                NumberAddress.newest(series.id()),
                NumberAddresses.of(state).map(NumberAddress::address),
                source(state.assessment()),
                timing(isTimedOnArrival(state)),
                about(
                        series.property(),
                        state.assessment()
                                .map(verdict -> noteWithValue(verdict, series.property()))
                                .orElse(""),
                        timing(isTimedOnArrival(state)),
                        series.simulated()));
    }

    static boolean isTimedOnArrival(SeriesState state) {
        return state.newest()
                .filter(reading -> reading.quality().has(Quality.TIMED_ON_ARRIVAL))
                .isPresent();
    }

    private Optional<TileFace.Word> weather(DomainState domain) {
        return WeatherSign.remarkable(domain)
                .map(sign -> new TileFace.Word(words.text("weather." + sign), Severity.NOTICE));
    }

    private String timing(boolean onArrival) {
        return onArrival ? words.text("time.of-arrival") : "";
    }

    /** Of air the word of the index, else the number. */
    private Optional<String> strong(DomainState domain) {
        if (isIndex(domain)) return domain.assessment().map(verdicts::word);
        return domain.value()
                .map(headline -> words.formats()
                        .number(
                                headline.value(),
                                isOff(domain, headline.value())
                                        ? 0
                                        : domain.property().decimals()));
    }

    /** No power at all needs no fractions. */
    private static boolean isOff(DomainState domain, double value) {
        return value == 0 && (domain.domain() == Domain.LIGHTING || domain.domain() == Domain.ENERGY);
    }

    private static boolean isIndex(DomainState domain) {
        return domain.domain() == Domain.AIR && domain.assessment().isPresent();
    }

    private String note(Assessment verdict) {
        var norm = verdict.scheme().origin().name(words.locale());
        var averaging = verdict.scheme().measure().averaging();
        return averaging == Averaging.INSTANT
                ? norm
                : words.text("tile.note", words.text("averaging." + averaging), norm);
    }

    private String noteWithValue(Assessment verdict, ObservedProperty property) {
        if (verdict.scheme().measure().averaging() == Averaging.INSTANT) return note(verdict);
        return words.text(
                "tile.note-with-value",
                words.formats().quantity(verdict.value().value(), property),
                words.text("averaging." + verdict.scheme().measure().averaging()),
                verdict.scheme().origin().name(words.locale()));
    }

    private String about(ObservedProperty property, String note, String timing, boolean simulated) {
        return Stream.of(
                        property.name(words.locale()),
                        note,
                        timing,
                        words.text(simulated ? "origin.simulated" : "origin.town"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String lowest(Trail trail, ObservedProperty property) {
        return different(values(trail).min(), values(trail).max(), property);
    }

    private String highest(Trail trail, ObservedProperty property) {
        return different(values(trail).max(), values(trail).min(), property);
    }

    /** Not said where it reads like the other. */
    private String different(OptionalDouble value, OptionalDouble other, ObservedProperty property) {
        var text = inWords(value, property);
        return text.equals(inWords(other, property)) ? "" : text;
    }

    private static DoubleStream values(Trail trail) {
        return trail.means().stream().flatMapToDouble(OptionalDouble::stream);
    }

    private String inWords(OptionalDouble value, ObservedProperty property) {
        return value.isEmpty() ? "" : words.formats().value(value.getAsDouble(), property);
    }

    private static String source(Optional<Assessment> verdict) {
        return verdict.map(given -> given.scheme().origin().source()).orElse("");
    }

    private String caption(DomainState domain) {
        if (domain.outOf().isPresent())
            return words.text(
                    "tile.free-of", words.formats().count(domain.outOf().getAsInt()));
        return switch (domain.domain()) {
            case PARKING -> words.text("tile.free");
            case AIR -> isIndex(domain) ? words.text("caption.index") : "";
            case CYCLING, TRAFFIC -> words.text("tile.counted." + over(domain));
            case ENERGY, LIGHTING -> words.text("caption.now");
            case NOISE -> over(domain) == DomainState.Over.HOUR_MEAN ? words.text("caption.hour") : "";
            case UV, WEATHER, WATER -> "";
        };
    }

    /** Which part of the index is measured, unless it is all of it. */
    private String completeness(DomainState domain) {
        return domain.index()
                .filter(index -> !index.isComplete())
                .map(index -> words.text("tile.index", (long) index.measured(), (long) index.of()))
                .orElse("");
    }

    private static DomainState.Over over(DomainState domain) {
        return domain.value().map(DomainState.Headline::over).orElse(DomainState.Over.MOMENT);
    }

    private String capacity(Series series) {
        if (series.capacity().isEmpty()) return "";
        return words.text(
                "tile.free-of", words.formats().count(series.capacity().getAsInt()));
    }

    private static String line(DomainState domain, CityPicture picture) {
        var interval = domain.leading().stream()
                .map(picture.series()::get)
                .filter(Objects::nonNull)
                .map(leading -> leading.series().interval())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        if (domain.outOf().isPresent()) return TrailLine.upTo(domain.outOf().getAsInt(), domain.trail(), interval);
        return line(domain.property(), domain.trail(), interval);
    }

    private static String line(Series series, Trail trail) {
        if (series.capacity().isPresent())
            return TrailLine.upTo(series.capacity().getAsInt(), trail, series.interval());
        return line(series.property(), trail, series.interval());
    }

    /**
     * Ten steps of the last digit at least, so that noise does not look like a mountain. A line of directions would lie: from
     * 350° to 10° it runs the long way round.
     */
    private static String line(ObservedProperty property, Trail trail, Duration interval) {
        if (property.kind() == Kind.DIRECTION) return "";
        return TrailLine.between(10 * Math.pow(10, -property.decimals()), trail, interval);
    }
}
