package city.cockpit.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A classification of one measure into bands: published by somebody, a default of this cockpit, or the local marks of a
 * gauge.
 *
 * @param measure the only measure whose values it may judge
 * @param hysteresis how far a value must have left a band upwards before its word changes, in the unit of the measure;
 *     0 where a publisher knows nothing of it
 * @param bands ascending, without gaps
 */
public record Scheme(Origin origin, Measure measure, Use use, Edges edges, double hysteresis, List<Band> bands) {

    /** What a scheme is there for. */
    public enum Use {
        /** Judges on tiles. */
        LIVE,
        /** Shown beside charts and in reports. */
        REFERENCE,
        /** Replaced by a newer edition; kept so that nobody mistakes one for the other. */
        SUPERSEDED
    }

    /** To which band a value belongs that lies on the edge of two. */
    public enum Edges {
        /** Values are rounded half up to whole numbers first, because the bands are published as whole numbers. */
        WHOLE_NUMBERS,
        /** To the lower band; so the lowest begins above its lower end, unless that is 0. */
        TO_LOWER,
        /** To the upper band. */
        TO_UPPER
    }

    public Scheme {
        bands = List.copyOf(bands);
        if (bands.isEmpty()) throw new IllegalArgumentException(origin.scheme() + " has no bands");
        var step = edges == Edges.WHOLE_NUMBERS ? 1 : 0;
        for (var i = 1; i < bands.size(); i++)
            if (bands.get(i).lower() != bands.get(i - 1).upper() + step)
                throw new IllegalArgumentException("%s %s: gap or overlap before band %s"
                        .formatted(
                                origin.scheme(), measure.metric(), bands.get(i).key()));
    }

    /**
     * The marks that a town set for one place, ascending, as bands: below the first, and one for each mark from which on it
     * holds.
     */
    public static Scheme ofMarks(ObservedProperty property, List<Double> marks) {
        var bands = new ArrayList<Band>();
        var lower = Double.NEGATIVE_INFINITY;
        for (var level = 0; level <= marks.size(); level++) {
            var upper = level == marks.size() ? Double.POSITIVE_INFINITY : marks.get(level);
            bands.add(markBand(level, lower, upper));
            lower = upper;
        }
        var origin = Origin.ofTown(
                "LOCAL-MARKS", "örtliche Meldestufen", "local alert levels", "set by the town for this place");
        return new Scheme(origin, Measure.of(property, Averaging.INSTANT), Use.LIVE, Edges.TO_UPPER, 0, bands);
    }

    private static Band markBand(int level, double lower, double upper) {
        if (level == 0)
            return new Band(
                    "below",
                    Severity.GOOD,
                    lower,
                    upper,
                    Optional.empty(),
                    "unter Meldestufe 1",
                    "below alert level 1");
        return new Band(
                "level_" + level,
                level == 1 ? Severity.NOTICE : level == 2 ? Severity.WARNING : Severity.ALARM,
                lower,
                upper,
                Optional.empty(),
                "Meldestufe " + level,
                "alert level " + level);
    }

    /**
     * The band of a value; empty below the lowest band and above the highest.
     *
     * @throws IllegalArgumentException the value is of another measure: another averaging time, property or unit
     */
    public Optional<Band> bandOf(AveragedValue value) {
        measure.check(value);
        var number = edges == Edges.WHOLE_NUMBERS ? Math.floor(value.value() + 0.5) : value.value();
        if (isBelowAll(number)) return Optional.empty();
        return bands.stream().filter(band -> reaches(band, number)).findFirst();
    }

    /**
     * The band of a value whose word does not flicker: upwards it leaves the band before only beyond the hysteresis. A band
     * of a single value, such as no free space at all, ends at once.
     */
    public Optional<Band> bandOf(AveragedValue value, Optional<Band> before) {
        var plain = bandOf(value);
        return before.filter(band -> hysteresis > 0)
                .filter(bands::contains)
                .filter(band -> band.lower() < band.upper())
                .filter(band -> plain.isPresent() && bands.indexOf(band) < bands.indexOf(plain.get()))
                .filter(band -> value.value() <= band.upper() + hysteresis)
                .or(() -> plain);
    }

    private boolean isBelowAll(double number) {
        var lowest = bands.getFirst().lower();
        return number < lowest || (edges == Edges.TO_LOWER && number == lowest && lowest != 0);
    }

    private boolean reaches(Band band, double number) {
        return edges == Edges.TO_UPPER ? number < band.upper() : number <= band.upper();
    }
}
