package city.cockpit.alerts;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The rules that ship with the cockpit, from {@code default-rules.csv}: what they rest on stands beside each. */
final class DefaultRules {

    private static final String FILE = "default-rules.csv";

    private DefaultRules() {}

    static List<Rule> load() {
        try (var in = Objects.requireNonNull(DefaultRules.class.getResourceAsStream(FILE), FILE);
                var reader = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.stream()
                    .map(row -> RuleText.rule(row.getFieldsAsMap(), 0))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
