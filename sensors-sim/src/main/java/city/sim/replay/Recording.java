package city.sim.replay;

import city.sim.broker.Message;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A CSV file (UTF-8, commas, names of the columns in the first line) read with a mapping, line by line and as often as
 * needed. Every column must be mapped or ignored on purpose.
 */
public final class Recording {

    /** What became of one line. */
    public sealed interface Line {

        /** A message, with the recorded time. */
        record Said(Message message) implements Line {}

        /** No value in any column. */
        record Silent() implements Line {}

        /** A line that says nothing sensible. */
        record Refused(long number, String reason) implements Line {}
    }

    private static final Pattern SENSOR = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int MOST_DIGITS = 30;

    private final Path file;
    private final Mapping mapping;
    private final List<String> columns;

    private Recording(Path file, Mapping mapping, List<String> columns) {
        this.file = file;
        this.mapping = mapping;
        this.columns = columns;
    }

    /** Opens a recording and compares its columns with those of the mapping. */
    public static Recording open(Path file, Path mappingFile) throws UnusableFileException {
        var mapping = Mapping.read(mappingFile);
        try (var records = records(file)) {
            var columns = records.next().getFields();
            for (var needed : mapping.needed())
                if (!columns.contains(needed))
                    throw new UnusableFileException("The recording '%s' has no column '%s'.".formatted(file, needed));
            var unclear = new HashSet<>(columns);
            unclear.removeAll(mapping.needed());
            unclear.removeAll(mapping.ignored());
            if (!unclear.isEmpty())
                throw new UnusableFileException("Column '%s' of '%s' is neither mapped nor ignored."
                        .formatted(unclear.iterator().next(), file));
            if (new HashSet<>(columns).size() < columns.size())
                throw new UnusableFileException("Two columns of '%s' have the same name.".formatted(file));
            return new Recording(file, mapping, columns);
        } catch (IOException | UncheckedIOException | CsvParseException | NoSuchElementException e) {
            throw new UnusableFileException("The recording '%s' cannot be read.".formatted(file));
        }
    }

    /** The lines from the first to the last, read from the start each time; to be closed. */
    public Lines lines() throws IOException {
        var records = records(file);
        records.next();
        return new Lines(records);
    }

    /** A pass over the recording. */
    public final class Lines implements AutoCloseable {

        private final CloseableIterator<CsvRecord> records;

        private Lines(CloseableIterator<CsvRecord> records) {
            this.records = records;
        }

        /** The next line, or empty after the last one; throws IOException if the rest cannot be read. */
        public Optional<Line> next() throws IOException {
            try {
                return records.hasNext() ? Optional.of(line(records.next())) : Optional.empty();
            } catch (UncheckedIOException | CsvParseException e) {
                throw new IOException("The recording '%s' cannot be read to its end.".formatted(file), e);
            }
        }

        @Override
        public void close() throws IOException {
            records.close();
        }
    }

    private static CloseableIterator<CsvRecord> records(Path file) throws IOException {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(true)
                .ofCsvRecord(file)
                .iterator();
    }

    private Line line(CsvRecord cells) {
        try {
            if (cells.getFieldCount() != columns.size())
                throw new IllegalArgumentException(
                        "%d cells instead of %d".formatted(cells.getFieldCount(), columns.size()));
            var message = new Message(sensor(cells), time(cells), values(cells));
            return message.values().isEmpty() ? new Line.Silent() : new Line.Said(message);
        } catch (IllegalArgumentException e) {
            return new Line.Refused(cells.getStartingLineNumber(), String.valueOf(e.getMessage()));
        }
    }

    private String sensor(CsvRecord cells) {
        var place = mapping.sensorColumn().isEmpty() ? "" : cell(cells, mapping.sensorColumn());
        var name = mapping.sensorPrefix() + place;
        if (!SENSOR.matcher(name).matches())
            throw new IllegalArgumentException("'%.80s' is no name of a sensor".formatted(name));
        return name;
    }

    private Instant time(CsvRecord cells) {
        var text = cell(cells, mapping.timeColumn());
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'%.80s' is no time with an offset".formatted(text), e);
        }
    }

    private Map<String, BigDecimal> values(CsvRecord cells) {
        var values = new LinkedHashMap<String, BigDecimal>();
        for (var value : mapping.values()) {
            var text = cell(cells, value.column());
            if (!mapping.isMissing(text))
                values.put(value.property(), number(text).multiply(value.factor()));
        }
        return values;
    }

    private static BigDecimal number(String text) {
        try {
            if (text.length() > MOST_DIGITS) throw new NumberFormatException();
            var number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) > MOST_DIGITS) throw new NumberFormatException();
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%.80s' is no number".formatted(text), e);
        }
    }

    private String cell(CsvRecord cells, String column) {
        return cells.getField(columns.indexOf(column)).strip();
    }
}
