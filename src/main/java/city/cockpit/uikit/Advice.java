package city.cockpit.uikit;

import city.cockpit.live.DomainState;
import city.cockpit.measurement.Domain;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What people may do about a value, by its band and the time of day: {@code advice.csv}, each with whom it comes from. A value
 * that no scheme judges, or that is not current, gets no advice.
 *
 * @param source publisher and title; of a default of this cockpit, that it is one
 */
public record Advice(String germanText, String englishText, String source) {

    private static final String FILE = "advice.csv";
    private static final List<Rule> RULES = load();

    private record Rule(Domain domain, String band, int fromHour, int untilHour, Advice advice) {

        boolean holds(DomainState state, LocalTime time) {
            return domain == state.domain()
                    && time.getHour() >= fromHour
                    && time.getHour() < untilHour
                    && state.assessment()
                            .filter(verdict -> verdict.band().key().equals(band))
                            .isPresent();
        }
    }

    /** The first rule that holds at that time of the town; empty if none does. */
    public static Optional<Advice> on(DomainState state, LocalTime time) {
        if (!state.state().isCurrent()) return Optional.empty();
        return RULES.stream()
                .filter(rule -> rule.holds(state, time))
                .map(Rule::advice)
                .findFirst();
    }

    public String text(Locale locale) {
        return locale.getLanguage().equals("de") ? germanText : englishText;
    }

    /** Every advice that ships, for whoever checks them. */
    static List<Advice> listAll() {
        return RULES.stream().map(Rule::advice).toList();
    }

    private static List<Rule> load() {
        try (var in = Objects.requireNonNull(Advice.class.getResourceAsStream(FILE), FILE);
                var rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream().map(Advice::rule).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static Rule rule(NamedCsvRecord row) {
        return new Rule(
                Domain.valueOf(row.getField("domain")),
                row.getField("band"),
                Integer.parseInt(row.getField("from_hour")),
                Integer.parseInt(row.getField("until_hour")),
                new Advice(row.getField("advice_de"), row.getField("advice_en"), row.getField("source")));
    }
}
