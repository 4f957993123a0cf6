package city.cockpit.measurement;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The tables that ship beside the classes of this package: UTF-8, first line names the columns, {@code #} a comment. */
final class CsvResource {

    private CsvResource() {}

    static List<NamedCsvRecord> rows(String name) {
        try (var in = Objects.requireNonNull(CsvResource.class.getResourceAsStream(name), name);
                var reader = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
