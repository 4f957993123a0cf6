package city.cockpit.transfer;

import city.cockpit.csv.CsvText;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.SeriesId;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The first lines of a file as a form reads them.
 *
 * @param columns their names, or their numbers from 1 if the file names none
 * @param rows of cells, without the header
 * @param names that want a series: columns of a wide file, series of a long one as far as they stand in these lines
 * @param known those of them that are the name of a registered series
 */
public record Sample(List<String> columns, List<List<String>> rows, List<String> names, Map<String, SeriesId> known) {

    static final int MOST_ROWS = 2_000;
    private static final int MOST_NAMES = 200;

    public Sample {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        names = List.copyOf(names);
        known = Map.copyOf(known);
    }

    /** What stands for the whole header, to find the same one again. */
    String signature() {
        return String.join("\u001f", columns);
    }

    static Sample of(byte[] begin, FileForm form, SeriesCatalog catalog) {
        var records = CsvText.records(
                begin, Recognition.isCut(begin), form.encoding().charset(), form.separator(), MOST_ROWS);
        if (records.isEmpty()) return new Sample(List.of(), List.of(), List.of(), Map.of());
        var columns = columns(records.getFirst(), form.header());
        var lines = form.header() ? records.subList(1, records.size()) : records;
        var names = names(form, columns, lines);
        var known = new HashMap<String, SeriesId>();
        for (var name : names) Names.named(catalog, name).ifPresent(series -> known.put(name, series.id()));
        return new Sample(columns, lines.stream().map(CsvRecord::getFields).toList(), names, known);
    }

    static List<String> columns(CsvRecord first, boolean isHeader) {
        return isHeader
                ? first.getFields().stream().map(String::strip).toList()
                : IntStream.rangeClosed(1, first.getFieldCount())
                        .mapToObj(Integer::toString)
                        .toList();
    }

    private static List<String> names(FileForm form, List<String> columns, List<CsvRecord> lines) {
        var names = new LinkedHashSet<String>();
        if (form.shape() == FileForm.Shape.WIDE) {
            for (var i = 0; i < columns.size(); i++)
                if (i != form.timeColumn() && !columns.get(i).isEmpty()) names.add(columns.get(i));
        } else
            for (var line : lines)
                if (line.getFieldCount() > Math.max(form.seriesColumn(), form.propertyColumn()))
                    names.add(Lines.nameIn(form, line));
        return names.stream().limit(MOST_NAMES).toList();
    }
}
