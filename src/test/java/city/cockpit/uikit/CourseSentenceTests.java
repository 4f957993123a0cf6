package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.history.Resolution;
import city.cockpit.history.TimeSeries;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Site;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sentence says nothing that the table beside it does not say too. */
class CourseSentenceTests {

    private static final Instant MIDNIGHT = Instant.parse("2026-05-20T22:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static final Pattern GERMAN = Pattern.compile(
            "im Mittel (\\S+)\\u00a0\\S+ bei (\\S+)\\u00a0% Abdeckung; höchster Wert (\\S+)\\u00a0\\S+ um (\\S+) Uhr; niedrigster Wert (\\S+)\\u00a0\\S+ um (\\S+) Uhr");
    private static final Pattern ENGLISH = Pattern.compile(
            "mean (\\S+)\\u00a0\\S+ at (\\S+)\\u00a0% coverage; highest (\\S+)\\u00a0\\S+ at (\\S+); lowest (\\S+)\\u00a0\\S+ at (\\S+)");

    @ParameterizedTest
    @CsvSource({
        "de,pm10,1",
        "de,temperature,2",
        "de,pressure,3",
        "de,laeq,4",
        "en,pm10,5",
        "en,temperature,6",
        "en,pressure,7",
        "en,laeq,8"
    })
    void theNumbersOfTheSentenceAreThoseOfTheTable(String language, String property, int seed) {
        var locale = Locale.of(language);
        var words = new Wording(locale, ZoneId.of("Europe/Berlin"));
        var course = course(property, new Random(seed));
        var said = (language.equals("de") ? GERMAN : ENGLISH)
                .matcher(new CourseSentence(words, course).of(course.lines().getFirst()));
        assertThat(said.find()).isTrue();
        var table = new CourseTable(words);
        table.show(course);
        var rows = rows(table);
        var highest = rows.stream().mapToDouble(Row::max).max().orElseThrow();
        var lowest = rows.stream().mapToDouble(Row::min).min().orElseThrow();
        assertThat(number(said.group(3))).isEqualTo(highest);
        assertThat(number(said.group(5))).isEqualTo(lowest);
        assertThat(rows).anyMatch(row -> row.time().equals(said.group(4)) && row.max() == highest);
        assertThat(rows).anyMatch(row -> row.time().equals(said.group(6)) && row.min() == lowest);
        // Each row is a quarter of an hour of the day; some are missing, all others whole.
        assertThat(number(said.group(2))).isEqualTo(Math.floor(100.0 * rows.size() / 96));
        assertThat(number(said.group(1))).isCloseTo(mean(property, rows), within(1.0));
    }

    private static double mean(String property, List<Row> rows) {
        if (!property.equals("laeq"))
            return rows.stream().mapToDouble(Row::value).average().orElseThrow();
        var energy = rows.stream()
                .mapToDouble(row -> Math.pow(10, row.value() / 10))
                .average()
                .orElseThrow();
        return 10 * Math.log10(energy);
    }

    private record Row(String time, double value, double min, double max) {}

    private static List<Row> rows(CourseTable table) {
        return descendants(table)
                .filter(NativeTableRow.class::isInstance)
                .skip(1)
                .map(row -> {
                    var cells = row.getChildren()
                            .filter(NativeTableCell.class::isInstance)
                            .map(cell -> number(cell.getElement().getTextRecursively()))
                            .toList();
                    var time = row.getChildren().findFirst().orElseThrow();
                    return new Row(time.getElement().getTextRecursively(), cells.get(0), cells.get(1), cells.get(2));
                })
                .toList();
    }

    private static Stream<Component> descendants(Component component) {
        return component.getChildren().flatMap(child -> Stream.concat(Stream.of(child), descendants(child)));
    }

    /** Group separators of both languages go; of a share only the number stays. */
    private static double number(String text) {
        var german = text.matches(".*\\d,\\d{1,2}");
        var plain = text.replaceAll("[\\u202f\\u00a0%]", "").replace('\u2212', '-');
        return Double.parseDouble(german ? plain.replace(',', '.') : plain.replace(",", ""));
    }

    private static Course course(String property, Random random) {
        var observed = ObservedProperties.load().find(property).orElseThrow();
        var middle = property.equals("pressure") ? 1_013.0 : 40.0;
        var points = new ArrayList<TimeSeries.Point>();
        for (var quarter = 0; quarter < 96; quarter++) {
            if (random.nextInt(10) == 0) continue;
            var from = MIDNIGHT.plus(QUARTER.multipliedBy(quarter));
            var value = middle + 20 * random.nextGaussian();
            points.add(new TimeSeries.Point(
                    from,
                    from.plus(QUARTER),
                    OptionalDouble.of(value),
                    OptionalDouble.of(value - random.nextDouble()),
                    OptionalDouble.of(value + random.nextDouble()),
                    15,
                    1));
        }
        var series = new Series(
                1,
                SeriesId.of(new SensorId("sensor-1"), property),
                observed,
                Duration.ofMinutes(1),
                new Site("markt", "Markt", "", 50.87, 9.7),
                OptionalInt.empty(),
                List.of(),
                false);
        return new Course(
                new Interval(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1))),
                Resolution.QUARTER_HOUR,
                List.of(new Course.Line(
                        "Markt",
                        new TimeSeries(series, Resolution.QUARTER_HOUR, points, List.of(), true),
                        Optional.empty())),
                List.of());
    }
}
