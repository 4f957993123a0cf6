package city.cockpit.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.history.Resolution;
import city.cockpit.history.TimeSeries;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Site;
import city.cockpit.uikit.Course;
import city.cockpit.uikit.Wording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CourseCsvTests {

    private static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void programsGetCommasAndTimesWithTheirOffset() throws IOException {
        assertThat(forPrograms("Markt", -3.25))
                .isEqualTo(
                        "begin,end,sensor,observed_property,place,latitude_wgs84,longitude_wgs84,unit_ucum,value,minimum,"
                                + "maximum,readings,coverage\r\n"
                                + "2026-05-21T12:00:00+02:00,2026-05-21T13:00:00+02:00,weather-1,temperature,Markt,50.87,9.7,Cel,"
                                + "-3.25,-4.25,,60,0.5\r\n");
    }

    @Test
    void germanSpreadsheetsGetSemicolonsDecimalCommasAndAMarkOfTheirEncoding() throws IOException {
        assertThat(forSpreadsheets(Locale.GERMAN, "Markt", -3.25))
                .startsWith("\ufeffBeginn;Ende;Sensor;")
                .contains(
                        "21.05.2026 12:00:00;21.05.2026 13:00:00;weather-1;temperature;Markt;50,87;9,7;Cel;-3,25;-4,25;;60;0,5;UTC+02:00;UTC+02:00");
    }

    @Test
    void theHourThatAutumnRepeatsIsToldApart() throws IOException {
        var out = new ByteArrayOutputStream();
        var summer = Instant.parse("2026-10-25T00:00:00Z");
        csv(Locale.GERMAN)
                .writeForSpreadsheets(course("Markt", List.of(point(summer, 1), point(summer.plus(HOUR), 2))), out);
        assertThat(out.toString(UTF_8).lines().skip(1))
                .satisfiesExactly(
                        row -> assertThat(row)
                                .startsWith("25.10.2026 02:00:00;25.10.2026 02:00:00;")
                                .endsWith(";UTC+02:00;UTC+01:00"),
                        row -> assertThat(row)
                                .startsWith("25.10.2026 02:00:00;25.10.2026 03:00:00;")
                                .endsWith(";UTC+01:00;UTC+01:00"));
    }

    @Test
    void aPlaceThatLooksLikeAFormulaIsText() throws IOException {
        assertThat(forSpreadsheets(Locale.GERMAN, "=HYPERLINK(\"http://x\")", 1))
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\"");
        assertThat(forSpreadsheets(Locale.ENGLISH, "-2+3", 1)).contains(",'-2+3,");
    }

    @Test
    void tinyNumbersHaveNoExponent() throws IOException {
        assertThat(forPrograms("Markt", 0.000_012)).contains(",0.000012,");
    }

    private static String forPrograms(String place, double value) throws IOException {
        var out = new ByteArrayOutputStream();
        csv(Locale.GERMAN).writeForPrograms(course(place, value), out);
        return out.toString(UTF_8);
    }

    private static String forSpreadsheets(Locale language, String place, double value) throws IOException {
        var out = new ByteArrayOutputStream();
        csv(language).writeForSpreadsheets(course(place, value), out);
        return out.toString(UTF_8);
    }

    private static CourseCsv csv(Locale language) {
        return new CourseCsv(new Wording(language, ZoneId.of("Europe/Berlin")));
    }

    private static Course course(String place, double value) {
        return course(place, List.of(point(NOON, value)));
    }

    private static TimeSeries.Point point(Instant from, double value) {
        return new TimeSeries.Point(
                from,
                from.plus(HOUR),
                OptionalDouble.of(value),
                OptionalDouble.of(value - 1),
                OptionalDouble.empty(),
                60,
                0.5);
    }

    private static Course course(String place, List<TimeSeries.Point> points) {
        var series = new Series(
                1,
                new SeriesId("weather-1/temperature"),
                ObservedProperties.load().find("temperature").orElseThrow(),
                Duration.ofMinutes(1),
                new Site("markt", place, "", 50.87, 9.7),
                OptionalInt.empty(),
                List.of(),
                false);
        var data = new TimeSeries(series, Resolution.HOUR, points, List.of(), true);
        return new Course(
                new Interval(NOON, NOON.plus(HOUR)),
                Resolution.HOUR,
                List.of(new Course.Line(place, data, Optional.empty())),
                List.of());
    }
}
