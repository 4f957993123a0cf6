package city.cockpit.registry;

import city.cockpit.measurement.Feed;
import city.cockpit.measurement.SensorFacts;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.SourceClass;
import city.cockpit.measurement.Town;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A table of sensors as CSV, one line for each series: the demo city, or what a town hands over. A fault ends the reading
 * with {@link SensorTableException}, which names the line.
 */
final class SensorTable {

    private SensorTable() {}

    /** One series with everything that must exist around it. */
    record Row(
            String municipalityKey,
            String municipality,
            ZoneId zone,
            SensorId site,
            String siteTitle,
            String district,
            double latitude,
            double longitude,
            SensorId sensor,
            String propertyKey,
            Duration interval,
            OptionalInt capacity,
            List<Double> marks,
            OptionalDouble plausibleLowest,
            OptionalDouble plausibleHighest,
            SensorFacts facts,
            Optional<Feed> feed,
            boolean simulated) {}

    static List<Row> demoCity() {
        var name = "demo-city.csv";
        InputStream in = Objects.requireNonNull(SensorTable.class.getResourceAsStream(name), name);
        return read(name, new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    static List<Row> of(Path file) {
        try {
            return read(file.toString(), Files.newBufferedReader(file));
        } catch (IOException e) {
            throw new SensorTableException("The table of sensors %s cannot be read.".formatted(file), e);
        }
    }

    private static List<Row> read(String name, Reader text) {
        try (var reader =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(text)) {
            return reader.stream().map(line -> row(name, line)).toList();
        } catch (CsvParseException e) {
            throw new SensorTableException("The table of sensors %s is not CSV: %s".formatted(name, e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static Row row(String name, NamedCsvRecord line) {
        try {
            return new Row(
                    matching(line, "municipality_key", "[0-9]{8}"),
                    required(line, "municipality"),
                    zone(line),
                    new SensorId(required(line, "site")),
                    required(line, "site_name"),
                    line.findField("district").orElse(""),
                    number(line, "latitude", 90),
                    number(line, "longitude", 180),
                    new SensorId(required(line, "sensor")),
                    required(line, "property"),
                    Duration.ofSeconds(Integer.parseInt(required(line, "interval_seconds"))),
                    optional(line, "capacity"),
                    marks(line.findField("marks").orElse("")),
                    end(line, "plausible_lowest"),
                    end(line, "plausible_highest"),
                    facts(line),
                    feed(line),
                    Boolean.parseBoolean(required(line, "simulated")));
        } catch (RuntimeException e) {
            throw new SensorTableException(
                    "The table of sensors %s is wrong in line %d: %s"
                            .formatted(name, line.getStartingLineNumber(), e.getMessage()),
                    e);
        }
    }

    private static ZoneId zone(NamedCsvRecord line) {
        var zone = ZoneId.of(required(line, "time_zone"));
        if (!Town.hasWholeHours(zone))
            throw new IllegalArgumentException(
                    "the clocks of %s differ from the world's by parts of an hour; the cockpit makes days of whole hours"
                            .formatted(zone));
        return zone;
    }

    private static String required(NamedCsvRecord line, String column) {
        return line.findField(column)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("column '" + column + "' is empty or missing"));
    }

    private static String matching(NamedCsvRecord line, String column, String form) {
        var text = required(line, column);
        if (!text.matches(form))
            throw new IllegalArgumentException("'%.100s' is no %s".formatted(text, column.replace('_', ' ')));
        return text;
    }

    private static double number(NamedCsvRecord line, String column, double limit) {
        var value = Double.parseDouble(required(line, column));
        if (!(Math.abs(value) <= limit)) throw new IllegalArgumentException(column + " is " + value);
        return value;
    }

    private static OptionalInt optional(NamedCsvRecord line, String column) {
        var text = line.findField(column).orElse("");
        return text.isBlank() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    private static OptionalDouble end(NamedCsvRecord line, String column) {
        var text = line.findField(column).orElse("");
        if (text.isBlank()) return OptionalDouble.empty();
        var value = Double.parseDouble(text);
        if (!Double.isFinite(value)) throw new IllegalArgumentException(column + " is " + value);
        return OptionalDouble.of(value);
    }

    /** Columns that a table may have; what is empty nobody knows. */
    private static SensorFacts facts(NamedCsvRecord line) {
        return new SensorFacts(
                line.findField("method").orElse("").strip(),
                end(line, "height_m"),
                text(line, "source_class").map(SourceClass::valueOf),
                text(line, "calibrated_on").map(LocalDate::parse),
                line.findField("calibration").orElse("").strip());
    }

    private static Optional<String> text(NamedCsvRecord line, String column) {
        return line.findField(column).filter(text -> !text.isBlank()).map(String::strip);
    }

    /** What says how to read a field says nothing without the field; that may be empty where a message is one number. */
    private static Optional<Feed> feed(NamedCsvRecord line) {
        var field = line.findField("field").orElse("");
        var scale = end(line, "scale");
        var offset = end(line, "offset");
        var missing = numbers(line.findField("missing").orElse(""));
        if (field.isEmpty() && scale.isEmpty() && offset.isEmpty() && missing.isEmpty()) return Optional.empty();
        return Optional.of(new Feed(field, scale.orElse(1), offset.orElse(0), Set.copyOf(missing)));
    }

    /** With a bar between them. */
    private static List<Double> numbers(String text) {
        if (text.isBlank()) return List.of();
        return Pattern.compile("|", Pattern.LITERAL)
                .splitAsStream(text)
                .map(Double::valueOf)
                .toList();
    }

    /** Ascending. */
    private static List<Double> marks(String text) {
        var marks = numbers(text);
        if (!marks.equals(marks.stream().sorted().toList()))
            throw new IllegalArgumentException("marks do not ascend: '%.100s'".formatted(text));
        return marks;
    }
}
