package city.cockpit.uikit;

import city.cockpit.live.Assessment;
import city.cockpit.live.DomainState;
import city.cockpit.measurement.Band;
import city.cockpit.measurement.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a scheme said, in words and on a scale. */
final class Verdicts {

    private static final String FAULTS = "light_faults";
    private static final String PERCENT = "%";

    private final Wording words;

    Verdicts(Wording words) {
        this.words = words;
    }

    /** The word of the band; of street lights how many lamps are faulty. */
    String word(Assessment verdict) {
        if (isOfFaults(verdict) && verdict.value().value() > 0)
            return words.text("band.light-faults", (long) verdict.value().value());
        return verdict.band().word(words.locale());
    }

    TileFace.Word chip(Assessment verdict) {
        return new TileFace.Word(word(verdict), verdict.band().severity());
    }

    /** Of air the word is the strong number, so the chip says what decided it. */
    TileFace.Word chip(DomainState domain, Assessment verdict) {
        if (domain.domain() != Domain.AIR) return chip(verdict);
        var value = words.formats().quantity(verdict.value().value(), domain.property());
        return new TileFace.Word(
                words.text(
                        "tile.decides",
                        words.text("pollutant." + domain.property().key()),
                        value),
                verdict.band().severity());
    }

    /** Where the judged value lies; empty where it is not the number that people see. */
    static Optional<TileFace.Scale> scale(Assessment verdict) {
        if (isOfFaults(verdict)) return Optional.empty();
        var bands = verdict.scheme().bands();
        var value = verdict.value().value();
        var lowest = lowest(bands, value);
        var highest = highest(verdict, bands.getLast(), value);
        var segments = new ArrayList<TileFace.Segment>();
        for (var band : bands) {
            var until = Math.clamp((band.upper() - lowest) / (highest - lowest), 0, 1);
            if (band.lower() < band.upper()) segments.add(new TileFace.Segment(until, band.severity()));
        }
        return Optional.of(new TileFace.Scale(Math.clamp((value - lowest) / (highest - lowest), 0, 1), segments));
    }

    /** A scale that is open below begins as far under its first edge as its edges lie apart. */
    private static double lowest(List<Band> bands, double value) {
        var first = bands.getFirst();
        if (Double.isFinite(first.lower())) return first.lower();
        var apart = Math.max(bands.getLast().lower() - first.upper(), 1e-9);
        return Math.min(first.upper() - apart, value);
    }

    /** A scale that is open above ends a quarter behind its last edge, a share at the whole. */
    private static double highest(Assessment verdict, Band last, double value) {
        if (Double.isFinite(last.upper())) return last.upper();
        if (verdict.scheme().measure().ucum().equals(PERCENT)) return 100;
        return Math.max(last.lower() + Math.abs(last.lower()) / 4, value);
    }

    private static boolean isOfFaults(Assessment verdict) {
        return verdict.scheme().measure().metric().equals(FAULTS);
    }
}
