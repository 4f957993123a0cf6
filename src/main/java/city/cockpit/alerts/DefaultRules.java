package city.cockpit.alerts;

import static java.util.stream.Collectors.toUnmodifiableMap;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The rules that ship with the cockpit, from {@code default-rules.csv}: what they rest on stands beside each. */
final class DefaultRules {

    private static final String FILE = "default-rules.csv";

    private static final Map<String, Rule> BY_KEY =
            load().stream().collect(toUnmodifiableMap(Rule::key, Function.identity()));

    private DefaultRules() {}

    /** As it ships; empty of the town's own. */
    static Optional<Rule> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

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
