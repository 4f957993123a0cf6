package city.cockpit.calendar;

import java.util.List;

/**
 * A table as it was fetched, for whoever says what its columns mean.
 *
 * @param columns their names, or their numbers from 1 if the table names none
 * @param rows of cells, without the names; some may be shorter
 */
public record SampleTable(List<String> columns, List<List<String>> rows) {

    private static final int MOST_COLUMNS = 30;

    public SampleTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The first rows, as a page may show them. */
    SampleTable begin(int most) {
        return new SampleTable(
                columns.stream().limit(MOST_COLUMNS).map(CalendarText::line).toList(),
                rows.stream()
                        .limit(most)
                        .map(row -> row.stream()
                                .limit(MOST_COLUMNS)
                                .map(CalendarText::line)
                                .toList())
                        .toList());
    }

    /** What somebody said of the columns, and as long as that is not enough what their names say of the others. */
    public CsvColumns meant(CsvColumns chosen) {
        return chosen.areKnown() ? chosen : chosen.orElse(CsvColumns.guess(columns));
    }

    /** Empty where the row has no such column. */
    String cell(List<String> row, String column) {
        var place = columns.indexOf(column);
        return place < 0 || place >= row.size() ? "" : row.get(place).strip();
    }
}
