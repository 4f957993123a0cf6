package city.cockpit.strategy.survey;

import city.cockpit.strategy.plan.Component;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How many of the municipalities that have a strategy, develop or plan one say that it has a component. Not of all
 * municipalities, and never without its year.
 *
 * @param percent 0 to 100
 * @param bound what the number is: the share itself, or only a limit of it
 * @param sourceTitle the study, for a line below the figure
 */
public record SurveyShare(
        List<Component.Key> components, int year, int percent, Bound bound, String sourceTitle, String figure) {

    public SurveyShare {
        components = List.copyOf(components);
    }

    /** The texts are {@code strategy.bound.NAME}. */
    public enum Bound {
        EXACT,
        /** "more than" */
        LOWER,
        /** "less than" */
        UPPER
    }

    private static final List<SurveyShare> ALL = read();

    /** Every share that the sources state, in the order of the file. Of 2015 two limits are all there is. */
    public static List<SurveyShare> all() {
        return ALL;
    }

    /** What the survey of that year says of a component alone. */
    public static Optional<SurveyShare> find(Component.Key component, int year) {
        return ALL.stream()
                .filter(share -> share.year == year && share.components.equals(List.of(component)))
                .findFirst();
    }

    /** How many of the ten the average strategy had in that year, of exact shares only; empty if they are not known. */
    public static Optional<Double> averageCount(int year) {
        var exact = ALL.stream()
                .filter(share -> share.year == year && share.bound == Bound.EXACT)
                .toList();
        if (exact.size() != Component.Key.values().length) return Optional.empty();
        return Optional.of(exact.stream().mapToInt(SurveyShare::percent).sum() / 100.0);
    }

    private static List<SurveyShare> read() {
        var name = "survey-components.csv";
        try (var in = Objects.requireNonNull(SurveyShare.class.getResourceAsStream(name), name);
                var rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream()
                    .map(row -> new SurveyShare(
                            List.of(row.getField("components").split(" ")).stream()
                                    .map(Component.Key::valueOf)
                                    .toList(),
                            Integer.parseInt(row.getField("year")),
                            Integer.parseInt(row.getField("percent")),
                            Bound.valueOf(row.getField("bound")),
                            row.getField("source"),
                            row.getField("figure")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
