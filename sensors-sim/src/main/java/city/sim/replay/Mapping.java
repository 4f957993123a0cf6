package city.sim.replay;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which column of a recording means what. Written as Java properties:
 *
 * <pre>
 * time          = column with ISO 8601 times that carry an offset
 * sensor.column = column with the place; together with
 * sensor.prefix = what stands before it in the sensor's name (may be missing)
 * sensor        = instead of both: all lines belong to this sensor
 * value.COLUMN  = observed property, or: observed property * factor
 * ignore        = columns that are not published, separated by commas
 * missing       = how a missing value is written (an empty cell always is one)
 * </pre>
 *
 * @param sensorColumn empty if all lines belong to the sensor {@code sensorPrefix}
 */
record Mapping(
        String timeColumn,
        String sensorColumn,
        String sensorPrefix,
        List<Value> values,
        Set<String> ignored,
        String missing) {

    /** A column with values. */
    record Value(String column, String property, BigDecimal factor) {}

    private static final String VALUE = "value.";
    private static final Set<String> KEYS =
            Set.of("time", "sensor", "sensor.column", "sensor.prefix", "ignore", "missing");
    private static final Pattern SCALED =
            Pattern.compile("(?<property>[a-z0-9_]{1,32})(\\s*\\*\\s*(?<factor>[0-9.]{1,20}))?");

    Mapping {
        values = List.copyOf(values);
        ignored = Set.copyOf(ignored);
    }

    /** Throws {@link UnusableFileException} with the key that is wrong. */
    static Mapping read(Path file) throws UnusableFileException {
        var content = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            content.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableFileException("The mapping '%s' cannot be read.".formatted(file));
        }
        try {
            return of(content);
        } catch (IllegalArgumentException e) {
            throw new UnusableFileException("The mapping '%s' is wrong: %s.".formatted(file, e.getMessage()));
        }
    }

    private static Mapping of(Properties content) {
        var unknown = new TreeSet<>(content.stringPropertyNames());
        unknown.removeIf(key -> KEYS.contains(key) || key.startsWith(VALUE));
        if (!unknown.isEmpty()) throw new IllegalArgumentException("there is no key '%s'".formatted(unknown.first()));
        var sensor = content.getProperty("sensor", "");
        var column = content.getProperty("sensor.column", "");
        if (sensor.isEmpty() == column.isEmpty())
            throw new IllegalArgumentException("it needs one of the keys 'sensor' and 'sensor.column'");
        return new Mapping(
                required(content, "time"),
                column,
                sensor.isEmpty() ? content.getProperty("sensor.prefix", "") : sensor,
                values(content),
                new HashSet<>(columns(content.getProperty("ignore", ""))),
                content.getProperty("missing", ""));
    }

    private static String required(Properties content, String key) {
        var value = content.getProperty(key, "");
        if (value.isEmpty()) throw new IllegalArgumentException("the key '%s' is missing".formatted(key));
        return value;
    }

    private static List<Value> values(Properties content) {
        var values = new ArrayList<Value>();
        for (var key : new TreeSet<>(content.stringPropertyNames()))
            if (key.startsWith(VALUE)) values.add(value(key, content.getProperty(key)));
        if (values.isEmpty()) throw new IllegalArgumentException("it needs at least one key 'value.COLUMN'");
        return values;
    }

    private static Value value(String key, String text) {
        var form = SCALED.matcher(text.strip());
        if (!form.matches())
            throw new IllegalArgumentException("'%s' is to be a property or 'property * factor'".formatted(key));
        try {
            var factor = form.group("factor") == null ? BigDecimal.ONE : new BigDecimal(form.group("factor"));
            return new Value(key.substring(VALUE.length()), form.group("property"), factor);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the factor of '%s' is no number".formatted(key), e);
        }
    }

    private static List<String> columns(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    boolean isMissing(String cell) {
        return cell.isEmpty() || cell.equals(missing);
    }

    /** Every column the mapping speaks about, those that must be there first. */
    List<String> needed() {
        var names = new ArrayList<>(List.of(timeColumn));
        if (!sensorColumn.isEmpty()) names.add(sensorColumn);
        values.forEach(value -> names.add(value.column()));
        return names;
    }
}
