package city.cockpit.uikit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import city.cockpit.live.Assessment;
import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Band;
import city.cockpit.measurement.Domain;
import city.cockpit.uikit.SiteMarker.Face;
import city.cockpit.uikit.SiteMarker.Look;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Puts the picture of the city into markers: one for each site. Of each domain one series speaks there: the one that a
 * band finds most urgent, else the one people ask for first. Single bays are part of their car park.
 */
final class SiteMarkers {

    /** What people ask for first of each domain. */
    private static final Map<Domain, String> LEADING = Map.of(
            Domain.PARKING, "parking_free",
            Domain.AIR, "pm2_5",
            Domain.UV, "uv_index",
            Domain.NOISE, "laeq",
            Domain.WEATHER, "temperature",
            Domain.WATER, "water_level",
            Domain.CYCLING, "bicycles",
            Domain.TRAFFIC, "vehicles",
            Domain.ENERGY, "power",
            Domain.LIGHTING, "light_dimming");

    private static final Comparator<Face> MOST_IMPORTANT_FIRST =
            Comparator.<Face, Look>comparing(face -> rank(face.look())).thenComparing(Face::domain);

    private final Wording words;
    private final Verdicts verdicts;

    SiteMarkers(Wording words) {
        this.words = words;
        this.verdicts = new Verdicts(words);
    }

    /** A marker for each site, by its key. */
    List<SiteMarker> of(CityPicture picture) {
        return SiteStates.of(picture).stream().map(this::marker).toList();
    }

    private SiteMarker marker(SiteStates site) {
        var speaking = site.states().isEmpty() ? site.bays() : site.states();
        var byDomain = speaking.stream()
                .collect(groupingBy(state -> state.series().property().domain(), TreeMap::new, toList()));
        var faces = byDomain.values().stream()
                .map(this::face)
                .sorted(MOST_IMPORTANT_FIRST)
                .toList();
        return new SiteMarker(site.site(), faces);
    }

    private static Comparator<SeriesState> speaksFirst() {
        return Comparator.<SeriesState, Look>comparing(state -> rank(look(state)))
                .thenComparing(state -> !isLeading(state))
                .thenComparing(state -> state.series().id());
    }

    private static boolean isLeading(SeriesState state) {
        var property = state.series().property();
        return property.key().equals(LEADING.get(property.domain()));
    }

    /** Good and unjudged values are of the same importance. */
    private static Look rank(Look look) {
        return look == Look.GOOD ? Look.PLAIN : look;
    }

    private static Look look(SeriesState state) {
        return switch (state.state()) {
            case LIVE, DELAYED -> judged(state);
            case IMPLAUSIBLE -> Look.IMPLAUSIBLE;
            case STALE, OFFLINE, NO_DATA -> Look.SILENT;
            case MAINTENANCE -> Look.MAINTENANCE;
        };
    }

    private static Look judged(SeriesState state) {
        return state.assessment()
                .map(Assessment::band)
                .map(Band::severity)
                .map(Look::of)
                .orElse(Look.PLAIN);
    }

    /** One series speaks; what nobody believes of another one is said all the same. */
    private Face face(List<SeriesState> ofDomain) {
        var state = ofDomain.stream().min(speaksFirst()).orElseThrow();
        var property = state.series().property();
        var look = look(state);
        var quantity = quantity(state);
        var verdict = verdict(state);
        var doubt = doubt(state)
                .or(() -> ofDomain.stream()
                        .flatMap(other -> otherDoubt(other).stream())
                        .findFirst())
                .orElse("");
        var domain = words.text("domain." + property.domain());
        var judgement =
                Stream.of(verdict, doubt).filter(text -> !text.isEmpty()).collect(joining(", "));
        return new Face(
                property.domain(),
                look,
                state.state().isCurrent() ? shortText(state) : "–",
                quantity,
                verdict,
                doubt,
                judgement.isEmpty()
                        ? words.text("marker.words", domain, quantity)
                        : words.text("marker.words-judged", domain, quantity, judgement));
    }

    private Optional<String> doubt(SeriesState state) {
        return new Doubts(words).chip(state);
    }

    private Optional<String> otherDoubt(SeriesState other) {
        return doubt(other)
                .map(doubt ->
                        words.text("marker.quantity", other.series().property().name(words.locale()), doubt));
    }

    private String verdict(SeriesState state) {
        if (!state.state().isCurrent()) return words.text("state." + state.state());
        return state.assessment().map(verdicts::word).orElse("");
    }

    private String shortText(SeriesState state) {
        var property = state.series().property();
        var value = value(state);
        var number = words.formats().value(value, property);
        return switch (property.key()) {
            case "parking_free",
                    "pm10",
                    "pm2_5",
                    "no2",
                    "o3",
                    "uv_index",
                    "laeq",
                    "bicycles",
                    "vehicles",
                    "light_dimming",
                    "light_faults" -> words.text("marker.short." + property.key(), number);
            default -> words.formats().quantity(value, property);
        };
    }

    private String quantity(SeriesState state) {
        var series = state.series();
        var newest = state.newest();
        if (newest.isEmpty()) return series.property().name(words.locale());
        var quantity = words.formats().quantity(value(state), series.property());
        if (state.hourSum().isPresent())
            return words.text("marker.in-an-hour", series.property().name(words.locale()), quantity);
        if (series.capacity().isPresent())
            return words.text(
                    "marker.free-of",
                    quantity,
                    words.formats().count(series.capacity().getAsInt()));
        return words.text("marker.quantity", series.property().name(words.locale()), quantity);
    }

    /** Of counters the last full hour where it is known, as on the tiles. */
    private static double value(SeriesState state) {
        return state.hourSum().orElseGet(() -> state.newest().orElseThrow().value());
    }
}
