package city.cockpit.registry;

import city.cockpit.registry.Problem.Reason;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A table of sensors as CSV, one line for each series: the demo city, what a town hands over, or what it took along. In
 * UTF-8, or as spreadsheets of German offices write it: with semicolons, decimal commas and in their own character set.
 *
 * @param name of the file
 * @param lines without the first one and without comments
 * @param problems that the file has as a whole; what is wrong in its cells is found later
 */
record SensorTable(String name, Set<String> columns, List<Line> lines, List<Problem> problems) {

    static final int MOST_BYTES = 20_000_000;
    static final int MOST_LINES = 200_000;

    /** @param cells by column; an empty cell is not in it */
    record Line(long number, Map<String, String> cells) {}

    static SensorTable demoCity() {
        var name = "demo-city.csv";
        try (InputStream in = Objects.requireNonNull(SensorTable.class.getResourceAsStream(name), name)) {
            return of(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    static String example() {
        var name = "example.csv";
        try (InputStream in = Objects.requireNonNull(SensorTable.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    static SensorTable of(Path file) {
        try {
            return of(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new SensorTableException("The table of sensors %s cannot be read.".formatted(file), e);
        }
    }

    static SensorTable of(String name, byte[] bytes) {
        if (bytes.length > MOST_BYTES) return failed(name, Reason.TOO_LARGE, MOST_BYTES / 1_000_000 + " MB");
        var text = text(bytes);
        var separator = separator(text);
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.SKIP)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return of(name, reader.stream().toList(), separator == ';');
        } catch (CsvParseException e) {
            return failed(name, Reason.UNREADABLE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static SensorTable failed(String name, Reason reason, String hint) {
        return new SensorTable(name, Set.of(), List.of(), List.of(new Problem(0, "", reason, "", hint)));
    }

    private static SensorTable of(String name, List<CsvRecord> records, boolean isGerman) {
        if (records.size() < 2) return failed(name, Reason.NO_ROWS, "");
        if (records.size() > MOST_LINES) return failed(name, Reason.TOO_LARGE, MOST_LINES + " rows");
        var problems = new ArrayList<Problem>();
        var first = records.getFirst();
        var header = first.getFields().stream()
                .map(column -> column.strip().toLowerCase(Locale.ROOT))
                .toList();
        var columns = new HashSet<String>();
        for (var column : header)
            if (!column.isEmpty() && !columns.add(column))
                problems.add(new Problem(first.getStartingLineNumber(), column, Reason.COLUMN_TWICE, "", ""));
        var lines = new ArrayList<Line>();
        for (var one : records.subList(1, records.size())) {
            var line = line(one, header, isGerman, problems);
            if (!line.cells().isEmpty()) lines.add(line);
        }
        return new SensorTable(name, Set.copyOf(columns), List.copyOf(lines), List.copyOf(problems));
    }

    private static Line line(CsvRecord one, List<String> header, boolean isGerman, List<Problem> problems) {
        var cells = new LinkedHashMap<String, String>();
        for (var i = 0; i < one.getFieldCount(); i++) {
            var cell = one.getField(i).strip();
            if (cell.isEmpty()) continue;
            if (i >= header.size())
                problems.add(new Problem(one.getStartingLineNumber(), "", Reason.TOO_MANY_CELLS, cell, ""));
            else cells.putIfAbsent(header.get(i), isGerman ? withPoint(cell, header.get(i)) : cell);
        }
        return new Line(one.getStartingLineNumber(), cells);
    }

    /** A number with a comma, where only numbers stand. */
    private static String withPoint(String cell, String column) {
        return SensorColumns.NUMBERS.contains(column) ? cell.replace(',', '.') : cell;
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
