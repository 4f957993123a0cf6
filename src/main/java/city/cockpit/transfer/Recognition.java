package city.cockpit.transfer;

import static city.cockpit.transfer.FileForm.NONE;

import city.cockpit.csv.CsvText;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.transfer.FileForm.Shape;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Guesses from the first lines how a file is to be read; people see the guess and correct it. */
final class Recognition {

    static final int SAMPLE_BYTES = 1 << 18;
    private static final int LINES = 50;

    private static final Set<String> TIME = Set.of(
            "time",
            "phenomenontime",
            "phenomenon_time",
            "timestamp",
            "date",
            "datetime",
            "begin",
            "zeit",
            "zeitpunkt",
            "zeitstempel",
            "datum",
            "datum/zeit",
            "datum/uhrzeit",
            "messzeitpunkt");
    private static final Set<String> VALUE = Set.of("value", "result", "wert", "messwert", "mean");
    private static final Set<String> SERIES = Set.of(
            "series",
            "datastream",
            "reihe",
            "messreihe",
            "sensor",
            "sensor_id",
            "thing",
            "device",
            "station",
            "messstelle",
            "messstation",
            "gerät");
    private static final Set<String> PROPERTY = Set.of(
            "property",
            "observed_property",
            "observedproperty",
            "parameter",
            "größe",
            "messgröße",
            "komponente",
            "schadstoff");
    private static final Set<String> UNIT = Set.of("unit", "unit_ucum", "uom", "einheit");
    private static final Pattern WITH_COMMA = Pattern.compile("-?\\d+,\\d+");

    private final SeriesCatalog catalog;
    private final ZoneId zone;

    /** @param zone of the town */
    Recognition(SeriesCatalog catalog, ZoneId zone) {
        this.catalog = catalog;
        this.zone = zone;
    }

    /** Of what was read of a file, whether there is more. */
    static boolean isCut(byte[] begin) {
        return begin.length >= SAMPLE_BYTES;
    }

    FileForm guess(byte[] begin) {
        var encoding = Encoding.of(CsvText.encoding(begin, isCut(begin)));
        var separator = CsvText.separator(begin, isCut(begin), encoding.charset());
        var records = CsvText.records(begin, isCut(begin), encoding.charset(), separator, LINES);
        if (records.isEmpty())
            return new FileForm(
                    encoding, separator, false, true, Shape.WIDE, zone, 0, NONE, NONE, NONE, NONE, Map.of());
        var times = new GivenTime.Reader(zone);
        var first = records.getFirst().getFields();
        var header = first.stream().noneMatch(times::isDate);
        var names = header ? first.stream().map(Recognition::plain).toList() : List.<String>of();
        var lines = header ? records.subList(1, records.size()) : records;
        var time = timeColumn(names, lines, times);
        var value = find(names, VALUE);
        var series = find(names, SERIES);
        var property = find(names, PROPERTY);
        if (!header || value == NONE || series == NONE) {
            var text = series(lines, time);
            if (first.size() == 3 && text != NONE) {
                series = text;
                value = 3 - time - text;
                property = NONE;
            } else series = NONE;
        }
        var isLong = value != NONE && series != NONE && value != series && value != time && series != time;
        return new FileForm(
                encoding,
                separator,
                separator != ',' && hasCommas(lines, time),
                header,
                isLong ? Shape.LONG : Shape.WIDE,
                zone,
                time,
                isLong ? value : NONE,
                isLong ? series : NONE,
                isLong ? property : NONE,
                isLong ? find(names, UNIT) : NONE,
                Map.of());
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static int find(List<String> names, Set<String> wanted) {
        return IntStream.range(0, names.size())
                .filter(i -> wanted.contains(names.get(i)))
                .findFirst()
                .orElse(NONE);
    }

    private static int timeColumn(List<String> names, List<CsvRecord> lines, GivenTime.Reader times) {
        var named = find(names, TIME);
        if (named != NONE) return named;
        return lines.stream()
                .findFirst()
                .map(line -> IntStream.range(0, line.getFieldCount())
                        .filter(i -> times.isDate(line.getField(i)))
                        .findFirst()
                        .orElse(0))
                .orElse(0);
    }

    /** A column of names beside time and value: where series stand, or where texts do that are no numbers. */
    private int series(List<CsvRecord> lines, int time) {
        if (lines.isEmpty()) return NONE;
        var line = lines.getFirst();
        for (var i = 0; i < line.getFieldCount(); i++) {
            var cell = line.getField(i).strip();
            if (i != time
                    && (Names.named(catalog, cell).isPresent()
                            || (!Numbers.isNothing(cell)
                                    && Numbers.read(cell, true).isEmpty()
                                    && Numbers.read(cell, false).isEmpty()))) return i;
        }
        return NONE;
    }

    private static boolean hasCommas(List<CsvRecord> lines, int time) {
        return lines.stream()
                .anyMatch(line -> IntStream.range(0, line.getFieldCount())
                        .filter(i -> i != time)
                        .anyMatch(i ->
                                WITH_COMMA.matcher(line.getField(i).strip()).matches()));
    }
}
