package city.cockpit.uikit;

import static java.util.stream.Collectors.joining;

import city.cockpit.live.AgainstUsual;
import city.cockpit.live.Assessment;
import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.live.EnergyDay;
import city.cockpit.live.Figure;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Domain;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The line at the bottom of a tile for those who run the city: what to look at, where, and against what. */
final class StaffSense {

    /** What fits on a tile. */
    private static final int FEW = 3;

    /** Below this share nobody calls it more or less. */
    private static final double SAME = 0.02;

    private final Wording words;
    private final CityPicture picture;
    private final DomainSense sense;

    StaffSense(Wording words, CityPicture picture) {
        this.words = words;
        this.picture = picture;
        this.sense = new DomainSense(words, picture, OpenSites.ALL);
    }

    String of(DomainState domain) {
        if (!domain.state().isCurrent()) return sense.of(domain);
        // Whoever is missing is told first: a line may end early, and then a sum would look whole.
        var said = join(Stream.of(missing(domain), Optional.of(said(domain)).filter(text -> !text.isEmpty())));
        return said.isEmpty() ? sense.reporting(domain) : said;
    }

    private String said(DomainState domain) {
        return switch (domain.domain()) {
            case PARKING -> fullest(domain).orElse("");
            case NOISE -> loudest(domain).orElse("");
            case ENERGY ->
                join(Stream.of(
                        day().or(() -> sense.figures(domain)),
                        withoutPower(domain).or(() -> baseLoad(domain))));
            case LIGHTING -> join(Stream.of(sense.figures(domain), dimmed(domain), saved()));
            case WEATHER -> join(Stream.of(domain.place(), sense.figures(domain), weather(domain)));
            case WATER -> join(Stream.of(domain.place(), mark(domain)));
            case TRAFFIC -> join(Stream.of(sense.figures(domain), sense.most(domain)));
            case CYCLING -> join(Stream.of(sense.most(domain), all(domain)));
            case AIR -> join(Stream.of(domain.place(), all(domain)));
            case UV -> domain.place().orElse("");
        };
    }

    /** Whether the line compares with what is usual itself. */
    static boolean tellsUsual(Domain domain) {
        return domain == Domain.NOISE || domain == Domain.ENERGY;
    }

    private static String join(Stream<Optional<String>> parts) {
        return parts.flatMap(Optional::stream).collect(joining(" · "));
    }

    /** Said only where somebody is missing, or somebody works on a device. */
    private Optional<String> missing(DomainState domain) {
        var parts = new ArrayList<String>();
        if (domain.reporting() < domain.known()) parts.add(sense.reporting(domain));
        if (domain.maintained() > 0) parts.add(words.text("staff.maintained", (long) domain.maintained()));
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", parts));
    }

    /** How many there are, where nobody is missing. */
    private Optional<String> all(DomainState domain) {
        return domain.reporting() < domain.known() ? Optional.empty() : Optional.of(sense.reporting(domain));
    }

    private Optional<String> fullest(DomainState domain) {
        if (domain.leading().size() < 2) return Optional.empty();
        var first = sense.current(domain)
                .sorted(Comparator.comparingDouble(StaffSense::freeShare)
                        .thenComparing(state -> state.series().id()))
                .limit(FEW)
                .map(state -> place(state, newest(state)))
                .toList();
        return Optional.of(words.text("staff.fullest", String.join(", ", first)));
    }

    private static double freeShare(SeriesState state) {
        var capacity = state.series().capacity();
        return capacity.isEmpty() ? Double.MAX_VALUE : newest(state) / Math.max(1, capacity.getAsInt());
    }

    private String place(SeriesState state, double value) {
        return words.text(
                "staff.place",
                state.series().place(),
                words.formats().value(value, state.series().property()));
    }

    private static double newest(SeriesState state) {
        return state.newest().orElseThrow().value();
    }

    /** The loudest hour with its difference from what is usual there, then the next ones. */
    private Optional<String> loudest(DomainState domain) {
        var hours = picture.series().values().stream()
                .filter(state -> state.series().property().equals(domain.property())
                        && state.state().isCurrent()
                        && state.hourMean().isPresent())
                .sorted(Comparator.comparingDouble(
                                (SeriesState state) -> state.hourMean().orElseThrow())
                        .reversed()
                        .thenComparing(state -> state.series().id()))
                .limit(FEW)
                .toList();
        if (hours.isEmpty()) return domain.place();
        var first = hours.getFirst();
        var place = first.series().place();
        var loudest = AgainstUsual.of(first, picture.usual())
                .map(compared -> words.text("staff.loudest", place, againstUsual(compared, first)))
                .orElse(place);
        var next = hours.stream()
                .skip(1)
                .map(state -> place(state, state.hourMean().orElseThrow()))
                .toList();
        return Optional.of(
                next.isEmpty() ? loudest : words.text("staff.loudest.next", loudest, String.join(", ", next)));
    }

    private String againstUsual(AgainstUsual compared, SeriesState state) {
        return new Difference(words)
                .of(compared.hour(), compared.usual().median(), state.series().property(), "staff.usual.");
    }

    private Optional<String> day() {
        return EnergyDay.of(picture).map(day -> {
            var share = day.usual() == 0 ? 0 : day.used() / day.usual() - 1;
            var difference = Math.abs(share) <= SAME
                    ? words.text("staff.day.same")
                    : words.text(
                            share > 0 ? "staff.day.above" : "staff.day.below",
                            Math.abs(share) <= Difference.MOST_SHARE
                                    ? words.formats().number(100 * Math.abs(share), 0) + Formats.UNIT_SPACE + "%"
                                    : kilowattHours(Math.abs(day.used() - day.usual())));
            return words.text("staff.day", kilowattHours(day.used()), difference, weekday());
        });
    }

    private String kilowattHours(double value) {
        return words.formats().number(value, 0) + Formats.UNIT_SPACE + "kWh";
    }

    private String weekday() {
        var name = picture.at()
                .atZone(words.formats().zone())
                .getDayOfWeek()
                .getDisplayName(TextStyle.FULL, words.locale());
        return (words.formats().isGerman() ? name.toLowerCase(Locale.ROOT) : name) + "s";
    }

    private Optional<String> withoutPower(DomainState domain) {
        if (domain.unusual().isEmpty()) return Optional.empty();
        var places = domain.unusual().stream()
                .flatMap(id -> Optional.ofNullable(picture.series().get(id)).stream())
                .map(state -> state.series().place())
                .distinct()
                .limit(FEW)
                .collect(joining(", "));
        return Optional.of(words.text("staff.without-power.where", places));
    }

    private Optional<String> baseLoad(DomainState domain) {
        return EnergyDay.of(picture)
                .map(EnergyDay::baseLoad)
                .filter(OptionalDouble::isPresent)
                .map(load ->
                        words.text("staff.base-load", words.formats().quantity(load.getAsDouble(), domain.property())));
    }

    private Optional<String> dimmed(DomainState domain) {
        return domain.figure(Figure.Name.SEGMENTS_DIMMED)
                .filter(figure -> figure.value() > 0)
                .map(figure -> words.text("staff.dimmed", (long) figure.value()));
    }

    private Optional<String> saved() {
        var saved = EnergyDay.savedByDimming(picture);
        return saved.isEmpty() || saved.getAsDouble() < 0.5
                ? Optional.empty()
                : Optional.of(words.text("staff.saved", kilowattHours(saved.getAsDouble())));
    }

    /** Where somebody should look, the chip above says it. */
    private Optional<String> weather(DomainState domain) {
        return domain.sign().filter(sign -> !sign.isRemarkable()).map(sign -> words.text("weather." + sign));
    }

    /** How far it is to the next mark, or since the last one. */
    private Optional<String> mark(DomainState domain) {
        return domain.assessment().map(judged -> {
            var bands = judged.scheme().bands();
            var level = bands.indexOf(judged.band());
            return level == 0
                    ? distance("staff.mark.below", judged.band().upper(), judged, domain, 1)
                    : distance("staff.mark.above", judged.band().lower(), judged, domain, level);
        });
    }

    private String distance(String key, double mark, Assessment judged, DomainState domain, int level) {
        var apart = Math.abs(mark - judged.value().value());
        return words.text(key, words.formats().quantity(apart, domain.property()), (long) level);
    }
}
