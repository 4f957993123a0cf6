package city.cockpit.csv;

import city.cockpit.csv.Problem.Reason;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A table that somebody brings as CSV. In UTF-8, or as spreadsheets of German offices write it: with semicolons, decimal
 * commas and in their own character set.
 *
 * @param lines without the first one and without comments
 * @param problems that the file has as a whole; what is wrong in its cells is found later
 */
public record Table(Set<String> columns, List<Line> lines, List<Problem> problems) {

    public Table {
        columns = Set.copyOf(columns);
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    /**
     * A line where something stands.
     *
     * @param cells by column; an empty cell is not in it
     */
    public record Line(long number, Map<String, String> cells) {}

    /**
     * What a table may be.
     *
     * @param numbers columns where only numbers stand, in which a comma is a decimal one
     */
    public record Limits(int bytes, int lines, Set<String> numbers) {}

    public static Table of(byte[] bytes, Limits limits) {
        if (bytes.length > limits.bytes()) return failed(Reason.TOO_LARGE, limits.bytes() / 1_000_000 + " MB");
        var text = text(bytes);
        var separator = separator(text);
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.SKIP)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return of(reader.stream().toList(), limits, separator == ';');
        } catch (CsvParseException e) {
            return failed(Reason.UNREADABLE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table failed(Reason reason, String hint) {
        return new Table(Set.of(), List.of(), List.of(new Problem(0, "", reason, "", hint)));
    }

    private static Table of(List<CsvRecord> records, Limits limits, boolean isGerman) {
        if (records.size() < 2) return failed(Reason.NO_ROWS, "");
        if (records.size() > limits.lines()) return failed(Reason.TOO_LARGE, limits.lines() + " rows");
        var problems = new ArrayList<Problem>();
        var first = records.getFirst();
        var header = first.getFields().stream()
                .map(column -> column.strip().toLowerCase(Locale.ROOT))
                .toList();
        var columns = new HashSet<String>();
        for (var column : header)
            if (!column.isEmpty() && !columns.add(column))
                problems.add(new Problem(first.getStartingLineNumber(), column, Reason.COLUMN_TWICE, "", ""));
        var commas = isGerman ? limits.numbers() : Set.<String>of();
        var lines = new ArrayList<Line>();
        for (var one : records.subList(1, records.size())) {
            var line = line(one, header, commas, problems);
            if (!line.cells().isEmpty()) lines.add(line);
        }
        return new Table(columns, lines, problems);
    }

    private static Line line(CsvRecord one, List<String> header, Set<String> commas, List<Problem> problems) {
        var cells = new LinkedHashMap<String, String>();
        for (var i = 0; i < one.getFieldCount(); i++) {
            var cell = one.getField(i).strip();
            if (cell.isEmpty()) continue;
            if (i >= header.size())
                problems.add(new Problem(one.getStartingLineNumber(), "", Reason.TOO_MANY_CELLS, cell, ""));
            else cells.putIfAbsent(header.get(i), commas.contains(header.get(i)) ? cell.replace(',', '.') : cell);
        }
        return new Line(one.getStartingLineNumber(), cells);
    }

    private static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    /** The one of which the first line that is no comment has more. */
    private static char separator(String text) {
        var header =
                text.lines().filter(line -> !line.startsWith("#")).findFirst().orElse("");
        var semicolons = header.chars().filter(sign -> sign == ';').count();
        return semicolons > header.chars().filter(sign -> sign == ',').count() ? ';' : ',';
    }
}
