package city.cockpit.measurement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Everything a value may be compared with, from {@code thresholds.csv}. Immutable. See decision record 0011. */
public final class Thresholds {

    private static final String FILE = "thresholds.csv";

    private final List<Scheme> schemes;
    private final List<Threshold> thresholds;
    private final Map<String, Scheme> live = new HashMap<>();

    private Thresholds(List<NamedCsvRecord> rows) {
        var keys = new HashSet<List<String>>();
        for (var row : rows)
            if (!keys.add(List.of(
                    row.getField("scheme"),
                    row.getField("edition"),
                    row.getField("metric"),
                    row.getField("averaging"),
                    row.getField("key"))))
                throw new IllegalStateException("twice in %s: %s".formatted(FILE, row.getFields()));
        var byMeasure = rows.stream()
                .filter(Thresholds::isBand)
                .collect(groupingBy(
                        row -> List.of(origin(row).scheme(), origin(row).edition(), measure(row)),
                        LinkedHashMap::new,
                        toList()));
        this.schemes = byMeasure.values().stream().map(Thresholds::scheme).toList();
        this.thresholds = rows.stream()
                .filter(row -> !isBand(row))
                .map(Thresholds::threshold)
                .toList();
        schemes.stream().filter(scheme -> scheme.use() == Scheme.Use.LIVE).forEach(this::judge);
    }

    /** What ships with the cockpit. Throws {@link IllegalStateException} for a table that contradicts itself. */
    public static Thresholds load() {
        return new Thresholds(CsvResource.rows(FILE));
    }

    /** For tests of what a table may not say. */
    static Thresholds of(List<NamedCsvRecord> rows) {
        return new Thresholds(rows);
    }

    /** The scheme that judges a metric on tiles; empty where there is none, and then no screen says "good" or "bad". */
    public Optional<Scheme> findLive(String metric) {
        return Optional.ofNullable(live.get(metric));
    }

    /** The scheme that judges values of that property: of the town's own the one that it set. */
    public Optional<Scheme> findLive(ObservedProperty property) {
        return property.scale()
                .map(scale -> scale.of(property))
                .or(() -> findLive(property.key())
                        .filter(scheme -> scheme.measure()
                                .equals(Measure.of(property, scheme.measure().averaging()))));
    }

    /** All schemes that judge on tiles under that name, for example the five of {@code UBA-LQI}. */
    public List<Scheme> listLive(String scheme) {
        return schemes.stream()
                .filter(one -> one.use() == Scheme.Use.LIVE)
                .filter(one -> one.origin().scheme().equals(scheme))
                .toList();
    }

    /** Every classification, superseded ones too, in the order of the table. */
    public List<Scheme> listSchemes() {
        return schemes;
    }

    /** Every single value, in the order of the table. */
    public List<Threshold> listThresholds() {
        return thresholds;
    }

    /** The single values that hold on that day for exactly this measure, in the order of the table. */
    public List<Threshold> listThresholds(Measure measure, LocalDate day) {
        return thresholds.stream()
                .filter(one -> one.measure().equals(measure))
                .filter(one -> one.origin().holdsOn(day))
                .toList();
    }

    /** A tile knows the moment and the last hour, so a scheme of another averaging could never speak there. */
    private void judge(Scheme scheme) {
        var averaging = scheme.measure().averaging();
        var metric = scheme.measure().metric();
        if (averaging != Averaging.INSTANT && averaging != Averaging.HOUR)
            throw new IllegalStateException("%s: no tile has a value over %s".formatted(FILE, averaging));
        if (live.put(metric, scheme) != null)
            throw new IllegalStateException("%s: two schemes judge %s".formatted(FILE, metric));
    }

    private static boolean isBand(NamedCsvRecord row) {
        return row.getField("kind").equals("BAND");
    }

    private static Scheme scheme(List<NamedCsvRecord> rows) {
        var first = rows.getFirst();
        var bands = new ArrayList<Band>();
        for (var row : rows) {
            if (!origin(row).equals(origin(first)) || !row.getField("use").equals(first.getField("use")))
                throw new IllegalStateException("%s: bands of one scheme from two origins".formatted(FILE));
            if (Integer.parseInt(row.getField("order")) != bands.size() + 1)
                throw new IllegalStateException("%s: out of order: %s".formatted(FILE, row.getFields()));
            bands.add(new Band(
                    row.getField("key"),
                    Severity.valueOf(row.getField("severity")),
                    Double.parseDouble(row.getField("lower")),
                    text(row, "upper").map(Double::parseDouble).orElse(Double.POSITIVE_INFINITY),
                    text(row, "color"),
                    row.getField("word_de"),
                    row.getField("word_en")));
        }
        return new Scheme(
                origin(first),
                measure(first),
                Scheme.Use.valueOf(first.getField("use")),
                edges(bands),
                text(first, "hysteresis").map(Double::parseDouble).orElse(0.0),
                bands);
    }

    /** Published as 0–9, 10–27 the bands are of whole numbers, as 0–10, 10–20 they touch. */
    private static Scheme.Edges edges(List<Band> bands) {
        return bands.size() > 1 && bands.get(1).lower() == bands.getFirst().upper() + 1
                ? Scheme.Edges.WHOLE_NUMBERS
                : Scheme.Edges.TO_LOWER;
    }

    private static Threshold threshold(NamedCsvRecord row) {
        return new Threshold(
                origin(row),
                measure(row),
                Threshold.Nature.valueOf(row.getField("kind")),
                row.getField("key"),
                row.getField("word_de"),
                row.getField("word_en"),
                Double.parseDouble(row.getField("upper")),
                text(row, "exceedances")
                        .map(Integer::valueOf)
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()));
    }

    private static Measure measure(NamedCsvRecord row) {
        return new Measure(row.getField("metric"), Averaging.valueOf(row.getField("averaging")), row.getField("unit"));
    }

    private static Origin origin(NamedCsvRecord row) {
        return new Origin(
                row.getField("scheme"),
                row.getField("edition"),
                row.getField("name_de"),
                row.getField("name_en"),
                row.getField("source"),
                row.getField("read_in"),
                Confidence.valueOf(row.getField("confidence")),
                text(row, "valid_from").map(LocalDate::parse),
                text(row, "valid_until").map(LocalDate::parse));
    }

    private static Optional<String> text(NamedCsvRecord row, String column) {
        return Optional.of(row.getField(column)).filter(text -> !text.isEmpty());
    }
}
