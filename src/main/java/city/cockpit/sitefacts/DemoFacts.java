package city.cockpit.sitefacts;

import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What is said of the sites of the demo city: {@code demo-facts.csv}. */
@Component
class DemoFacts {

    private static final String FILE = "demo-facts.csv";
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    private final SeriesCatalog catalog;

    DemoFacts(SeriesCatalog catalog) {
        this.catalog = catalog;
    }

    /** Of those sites where nothing but simulated sensors hang. */
    List<SiteFactTable.Said> listFacts() {
        Map<String, Boolean> simulated = new HashMap<>();
        for (Series series : catalog.listSeries())
            simulated.merge(series.site().key(), series.simulated(), Boolean::logicalAnd);
        return load().stream()
                .filter(said -> simulated.getOrDefault(said.site(), false))
                .toList();
    }

    static List<SiteFactTable.Said> load() {
        try (var in = Objects.requireNonNull(DemoFacts.class.getResourceAsStream(FILE), FILE);
                var rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream()
                    .map(row -> new SiteFactTable.Said(
                            row.getField("site"),
                            new Fact(
                                    FactKind.valueOf(row.getField("fact")),
                                    row.getField("value"),
                                    SINCE,
                                    row.getField("source"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
