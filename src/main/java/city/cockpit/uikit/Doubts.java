package city.cockpit.uikit;

import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import java.util.Optional;

/** What is said of a newest value that is implausible: it is told, but takes nobody's place. */
final class Doubts {

    private final Wording words;

    Doubts(Wording words) {
        this.words = words;
    }

    /** "unplausibel: 9 000 µg/m³"; empty if the newest value is plausible. */
    Optional<String> chip(SeriesState state) {
        return state.doubt().map(doubt -> words.text("doubt.value", quantity(doubt, state.series())));
    }

    /** When it was measured and what is usual at the place; empty if the newest value is plausible. */
    Optional<String> sentence(SeriesState state) {
        return state.doubt()
                .map(doubt -> words.text(
                        "doubt.sentence",
                        quantity(doubt, state.series()),
                        words.formats().dateTime(doubt.phenomenonTime()),
                        range(state.series())));
    }

    private String range(Series series) {
        var range = series.plausible();
        if (Double.isInfinite(range.lowest())) return words.text("doubt.up-to", end(range.highest(), series));
        if (Double.isInfinite(range.highest())) return words.text("doubt.from", end(range.lowest(), series));
        return words.text(
                "doubt.between",
                words.formats().value(range.lowest(), series.property()),
                end(range.highest(), series));
    }

    private String end(double value, Series series) {
        return words.formats().quantity(value, series.property());
    }

    private String quantity(Reading reading, Series series) {
        return words.formats().quantity(reading.value(), series.property());
    }
}
