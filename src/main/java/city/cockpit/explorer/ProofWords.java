package city.cockpit.explorer;

import city.cockpit.history.Evidence;
import city.cockpit.history.RuleVersion;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.PlausibleRange;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorFacts;
import city.cockpit.measurement.Series;
import city.cockpit.uikit.NumberAddress;
import city.cockpit.uikit.Wording;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts evidence into words that hold in an argument: nothing is rounded away and nothing is left out. */
final class ProofWords {

    private final Wording words;

    ProofWords(Wording words) {
        this.words = words;
    }

    /** A number of the series; of states the share of time in per cent. */
    String quantity(double value, Series series) {
        if (series.property().kind() == Kind.STATE)
            return words.text("proof.share", words.formats().number(100 * value, 0));
        return words.formats().quantity(value, series.property());
    }

    /** How the number came about, and of when it is. */
    String what(NumberAddress number, Proof proof) {
        var formats = words.formats();
        var from = formats.dateTime(number.from());
        return switch (number.sort()) {
            case READING -> words.text("proof.what.READING", from);
            case SPAN, COURSE ->
                words.text("proof.what." + proof.series().property().kind(), from, formats.dateTime(number.to()));
            case USUAL -> words.text("proof.what.USUAL", from);
            case SUM, HOUR_SUM ->
                words.text("proof.what." + number.sort(), from, (long)
                        number.series().size());
        };
    }

    String method(NumberAddress number, Proof proof) {
        var kind = proof.series().property().kind();
        return switch (number.sort()) {
            case READING -> words.text("proof.method.READING");
            case SPAN -> words.text("proof.method." + kind);
            case COURSE ->
                words.text("proof.method." + kind) + " "
                        + words.text(
                                "proof.steps." + kind,
                                proof instanceof Proof.OfCourse course
                                        ? words.text(
                                                "course.step." + course.course().resolution())
                                        : "");
            case USUAL, SUM, HOUR_SUM -> words.text("proof.method." + number.sort());
        };
    }

    /** What became of the number since the address was made. */
    String outcome(ProofReader.Found found) {
        if (found.outcome().isEmpty()) return "";
        var said = found.said().orElseThrow();
        var series = found.proof().series();
        var before = quantity(said.number(), series);
        var number = found.proof().number();
        var now = number.isPresent() ? quantity(number.getAsDouble(), series) : "–";
        var text = words.text("proof.outcome." + found.outcome().get(), before, now);
        var rule = Integer.toString(RuleVersion.CURRENT);
        return said.rule().equals(rule) ? text : text + " " + words.text("proof.outcome.rule", said.rule(), rule);
    }

    /** Why the reading counts or not. */
    String standing(Reading reading, Series series) {
        var why = new ArrayList<String>();
        if (reading.quality().has(Quality.IMPLAUSIBLE)) why.add(words.text("proof.implausible", range(series)));
        if (reading.quality().has(Quality.SUSPECT)) why.add(words.text("proof.suspect"));
        return why.isEmpty() ? words.text("proof.counts") : words.text("proof.counts-not", words.list(why));
    }

    String readings(Evidence evidence) {
        var count = evidence.number().map(point -> (long) point.count()).orElse(0L);
        var promised = Math.round((double) evidence.span().length().toMillis()
                / evidence.series().interval().toMillis());
        return words.text("proof.readings.of", count, Math.max(1, promised));
    }

    /** How many readings do not count, and why. */
    String leftOut(Evidence evidence) {
        var leftOut = evidence.leftOut();
        if (leftOut.all() == 0) return words.text("proof.left-out.none");
        return Stream.of(
                        leftOut.implausible() == 0
                                ? ""
                                : words.text(
                                        "proof.left-out.implausible",
                                        (long) leftOut.implausible(),
                                        range(evidence.series())),
                        leftOut.suspect() == 0 ? "" : words.text("proof.left-out.suspect", (long) leftOut.suspect()),
                        leftOut.untold() == 0 ? "" : words.text("proof.left-out.untold", (long) leftOut.untold()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    String percent(double share) {
        return words.formats().coverage(share);
    }

    private String range(Series series) {
        PlausibleRange range = series.plausible();
        var property = series.property();
        if (Double.isInfinite(range.lowest()))
            return words.text("doubt.up-to", words.formats().quantity(range.highest(), property));
        if (Double.isInfinite(range.highest()))
            return words.text("doubt.from", words.formats().quantity(range.lowest(), property));
        return words.text(
                "doubt.between",
                words.formats().value(range.lowest(), property),
                words.formats().quantity(range.highest(), property));
    }

    /** Sensor, method, class, height and calibration in one line; what nobody said is called so. */
    String device(Series series, SensorFacts facts) {
        return String.join(
                "; ",
                series.id().sensor().value(),
                words.text("facts.method") + ": " + method(facts),
                words.text("facts.class") + ": " + sourceClass(facts),
                words.text("facts.height") + ": " + height(facts),
                words.text("facts.calibration") + ": " + calibration(facts));
    }

    String method(SensorFacts facts) {
        return facts.method().isEmpty() ? unknown() : facts.method();
    }

    String sourceClass(SensorFacts facts) {
        return facts.sourceClass().map(one -> words.text("facts.class." + one)).orElse(unknown());
    }

    String height(SensorFacts facts) {
        return facts.heightMetres().isEmpty()
                ? unknown()
                : words.text(
                        "facts.height.metres",
                        words.formats().number(facts.heightMetres().getAsDouble(), 1));
    }

    String calibration(SensorFacts facts) {
        var when = facts.calibratedOn()
                .map(day -> words.formats()
                        .date(day.atStartOfDay(words.formats().zone()).toInstant()))
                .orElse("");
        var both = Stream.of(when, facts.calibration())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return both.isEmpty() ? unknown() : both;
    }

    private String unknown() {
        return words.text("facts.unknown");
    }
}
