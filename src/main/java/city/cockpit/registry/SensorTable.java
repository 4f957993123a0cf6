package city.cockpit.registry;

import city.cockpit.csv.Problem;
import city.cockpit.csv.Table;
import city.cockpit.csv.Table.Line;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A table of sensors as CSV, one line for each series: the demo city, what a town hands over, or what it took along.
 *
 * @param name of the file
 * @param lines without the first one and without comments
 * @param problems that the file has as a whole; what is wrong in its cells is found later
 */
record SensorTable(String name, Set<String> columns, List<Line> lines, List<Problem> problems) {

    static final int MOST_BYTES = 20_000_000;
    static final int MOST_LINES = 200_000;

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
        var table = Table.of(bytes, new Table.Limits(MOST_BYTES, MOST_LINES, SensorColumns.NUMBERS));
        return new SensorTable(name, table.columns(), table.lines(), table.problems());
    }
}
