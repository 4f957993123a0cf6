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
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** What a spreadsheet with the settings of its country makes of a file that is opened by a double click. */
    @ParameterizedTest
    @CsvSource({"de, SEMICOLON, dd.MM.yyyy HH:mm:ss", "en, COMMA, yyyy-MM-dd HH:mm:ss"})
    void aSpreadsheetReadsTextsNumbersAndTimesAsTheyWereMeant(Locale language, String sign, String times)
            throws IOException {
        var separator = sign.equals("COMMA") ? ',' : ';';
        var place = "Grünanlage \"Süd\"; am Bach, Höhe 3";
        var out = new ByteArrayOutputStream();
        csv(language)
                .writeForSpreadsheets(course(place, List.of(point(NOON, -1_234.5), point(NOON.plus(HOUR), 0))), out);
        var bytes = out.toByteArray();
        assertThat(bytes).as("how spreadsheets know UTF-8").startsWith(0xEF, 0xBB, 0xBF);
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .ofCsvRecord(new String(bytes, 3, bytes.length - 3, UTF_8))) {
            var rows = reader.stream().toList();
            assertThat(rows)
                    .hasSize(3)
                    .allSatisfy(row -> assertThat(row.getFieldCount()).isEqualTo(15));
            assertThat(rows.getFirst().getFields()).doesNotHaveDuplicates().doesNotContain("");
            var first = rows.get(1);
            assertThat(LocalDateTime.parse(first.getField(0), DateTimeFormatter.ofPattern(times)))
                    .isEqualTo(LocalDateTime.of(2026, 5, 21, 12, 0));
            assertThat(first.getField(4)).isEqualTo(place);
            assertThat(number(first.getField(5), language)).isEqualTo(50.87);
            assertThat(number(first.getField(8), language)).isEqualTo(-1_234.5);
            assertThat(number(first.getField(9), language)).isEqualTo(-1_235.5);
            assertThat(first.getField(10)).as("no maximum is no zero").isEmpty();
            assertThat(number(rows.get(2).getField(8), language)).isZero();
        }
    }

    /** All of the cell, or it would have stayed text. */
    private static double number(String cell, Locale language) {
        var position = new ParsePosition(0);
        var number = NumberFormat.getInstance(language).parse(cell, position);
        assertThat(position.getIndex()).as(cell).isEqualTo(cell.length());
        return number.doubleValue();
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
