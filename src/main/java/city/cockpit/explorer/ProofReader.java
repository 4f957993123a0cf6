package city.cockpit.explorer;

import city.cockpit.history.Evidence;
import city.cockpit.history.EvidenceStore;
import city.cockpit.history.NumberSeal;
import city.cockpit.history.Resolution;
import city.cockpit.history.RuleVersion;
import city.cockpit.history.TimeSeries;
import city.cockpit.history.TimeSeriesStore;
import city.cockpit.history.UsualValues;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.Series;
import city.cockpit.uikit.Course;
import city.cockpit.uikit.NumberAddress;
import city.cockpit.uikit.NumberAddresses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Has numbers computed again and compares them with what an address says that they were. Blocks. */
@Component
class ProofReader {

    private static final int DECIMALS_OF_SHARES = 3;

    private final EvidenceStore evidence;
    private final TimeSeriesStore history;
    private final UsualValues usual;
    private final NumberSeal seal;

    ProofReader(EvidenceStore evidence, TimeSeriesStore history, UsualValues usual, NumberSeal seal) {
        this.evidence = evidence;
        this.history = history;
        this.usual = usual;
        this.seal = seal;
    }

    /** What came of an address that says what the number was. */
    enum Outcome {
        /** It has no mark of this cockpit, which may never have said so. */
        UNMARKED,
        SAME,
        CHANGED,
        /** It cannot be computed any more. */
        GONE
    }

    /**
     * The answer.
     *
     * @param permanent address that shows this number again and says what it was; without a number, that of the question
     * @param said what the address said
     * @param outcome of the comparison; empty if the address said nothing
     */
    record Found(NumberAddress number, Proof proof, String permanent, Optional<Said> said, Optional<Outcome> outcome) {}

    /**
     * @param series those of the address that are registered, at least one
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    Found read(NumberAddress number, List<Series> series, Optional<Said> said) {
        var proof = proof(number, series);
        var now = now(proof);
        return new Found(
                number,
                proof,
                now.map(one -> permanent(number, one)).orElse(number.address()),
                said,
                said.map(before -> outcome(number, before, now)));
    }

    private Proof proof(NumberAddress number, List<Series> series) {
        var first = series.getFirst();
        return switch (number.sort()) {
            case READING -> new Proof.OfReading(first, evidence.reading(first, number.from()));
            case SPAN -> new Proof.OfSpan(first, evidence.over(first, number.span()));
            case COURSE -> course(number, first);
            case USUAL -> {
                var past = usual.past(first, number.from());
                yield new Proof.OfUsual(first, number.from(), past, usual.of(past));
            }
            case SUM -> sum(number, series, false);
            case HOUR_SUM -> sum(number, series, true);
        };
    }

    private Proof course(NumberAddress number, Series series) {
        var data = upTo(
                number.to(),
                history.read(List.of(series), number.span(), number.steps().orElseThrow())
                        .getFirst());
        var line = new Course.Line(series.place(), data, Optional.empty());
        return new Proof.OfCourse(series, new Course(number.span(), data.resolution(), List.of(line), List.of()));
    }

    /** Of a step that went on when the number was shown, what there was by then. */
    private TimeSeries upTo(Instant end, TimeSeries data) {
        if (data.resolution() == Resolution.READING || data.points().isEmpty()) return data;
        var last = data.points().getLast();
        if (!last.to().isAfter(end) || !last.from().isBefore(end)) return data;
        var points = new ArrayList<>(data.points());
        points.removeLast();
        evidence.over(data.series(), new Interval(last.from(), end))
                .flatMap(Evidence::number)
                .ifPresent(points::add);
        return new TimeSeries(data.series(), data.resolution(), points, data.doubts(), data.isComplete());
    }

    private Proof sum(NumberAddress number, List<Series> series, boolean ofTheHour) {
        var newest = evidence.believedAt(series, number.from());
        return new Proof.OfSum(series.stream()
                .map(one -> {
                    var reading = Optional.ofNullable(newest.get(one.id()));
                    var hour = reading.filter(found -> ofTheHour)
                            .flatMap(found ->
                                    evidence.over(one, NumberAddresses.hourUntil(one, found.phenomenonTime())));
                    return new Proof.Part(one, reading, hour);
                })
                .toList());
    }

    private static Optional<Said> now(Proof proof) {
        var property = proof.series().property();
        var decimals = property.kind() == Kind.STATE ? DECIMALS_OF_SHARES : property.decimals();
        var number = proof.number();
        if (number.isEmpty()) return Optional.empty();
        return Optional.of(
                new Said(Integer.toString(RuleVersion.CURRENT), Said.plain(number.getAsDouble(), decimals), ""));
    }

    private String permanent(NumberAddress number, Said now) {
        var text = now.marked(number.address());
        return text + "&mark=" + seal.of(text);
    }

    private Outcome outcome(NumberAddress number, Said before, Optional<Said> now) {
        if (!seal.fits(before.marked(number.address()), before.mark())) return Outcome.UNMARKED;
        if (now.isEmpty()) return Outcome.GONE;
        return Objects.equals(now.get().value(), before.value()) ? Outcome.SAME : Outcome.CHANGED;
    }
}
