package city.cockpit.calendar;

import city.cockpit.calendar.CalendarText.Content;
import city.cockpit.calendar.Flaw.Reason;
import city.cockpit.csv.CsvText;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A table of days. */
final class CsvFile {

    private static final int MOST_ROWS = 20_000;

    private CsvFile() {}

    static Content read(String text, CsvColumns chosen, DayWindow days) {
        var table = table(text);
        if (table.columns().size() < 2 && table.rows().isEmpty()) return new Content.Unreadable(Reason.NOT_A_CALENDAR);
        var columns = table.meant(chosen);
        if (!columns.areKnown()) return new Content.Unreadable(Reason.COLUMNS_UNKNOWN);
        var missing =
                columns.named().filter(name -> !table.columns().contains(name)).findFirst();
        if (missing.isPresent()) return new Content.Unreadable(new Flaw(Reason.COLUMN_MISSING, missing.get()));
        return read(table, columns, days);
    }

    private static Content read(SampleTable table, CsvColumns columns, DayWindow days) {
        var entries = new ArrayList<Entry>();
        var hasDays = false;
        for (var row : table.rows()) {
            var when = GivenDay.find(table.cell(row, columns.day()), table.cell(row, columns.time()));
            hasDays |= when.isPresent();
            when.filter(days::touches)
                    .flatMap(day -> entry(table, row, columns, day))
                    .ifPresent(entries::add);
        }
        if (!hasDays && !table.rows().isEmpty())
            return new Content.Unreadable(new Flaw(
                    Reason.NO_DAYS, CalendarText.line(table.cell(table.rows().getFirst(), columns.day()))));
        return new Content.Known(entries);
    }

    private static Optional<Entry> entry(SampleTable table, List<String> row, CsvColumns columns, Entry.When when) {
        var title = CalendarText.line(table.cell(row, columns.title()));
        if (title.isEmpty()) return Optional.empty();
        return Optional.of(new Entry(
                title,
                CalendarText.line(table.cell(row, columns.place())),
                CalendarText.link(table.cell(row, columns.link())),
                when));
    }

    /** The whole table; columns without a name have a number, from 1. */
    static SampleTable table(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var separator = CsvText.separator(bytes, false, StandardCharsets.UTF_8);
        var records = CsvText.records(bytes, false, StandardCharsets.UTF_8, separator, MOST_ROWS);
        if (records.isEmpty()) return new SampleTable(List.of(), List.of());
        var first = records.getFirst().getFields().stream().map(String::strip).toList();
        var isHeader = first.stream().noneMatch(cell -> GivenDay.find(cell, "").isPresent());
        var columns = isHeader
                ? first
                : IntStream.rangeClosed(1, first.size())
                        .mapToObj(Integer::toString)
                        .toList();
        return new SampleTable(
                columns,
                records.stream()
                        .skip(isHeader ? 1 : 0)
                        .map(CsvRecord::getFields)
                        .toList());
    }
}
