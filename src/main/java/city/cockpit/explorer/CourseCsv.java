package city.cockpit.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.csv.Cells;
import city.cockpit.history.TimeSeries;
import city.cockpit.measurement.Series;
import city.cockpit.uikit.Course;
import city.cockpit.uikit.Wording;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What a chart shows as a file: a row for each series and step, oldest first. */
final class CourseCsv {

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final DateTimeFormatter OF_GERMAN_SPREADSHEETS = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");

    /** What spreadsheets of any other language take for a time. */
    private static final DateTimeFormatter OF_SPREADSHEETS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("'UTC'xxx");

    /** The same in every language, because programs read them: units are codes of UCUM, coverage is a share from 0 to 1. */
    private static final List<String> COLUMNS = List.of(
            "begin",
            "end",
            "sensor",
            "observed_property",
            "place",
            "latitude_wgs84",
            "longitude_wgs84",
            "unit_ucum",
            "value",
            "minimum",
            "maximum",
            "readings",
            "coverage");

    /** Spreadsheets have no times with an offset, so what tells the doubled hour of autumn apart stands beside them. */
    private static final List<String> COLUMNS_OF_SPREADSHEETS = Stream.concat(
                    COLUMNS.stream(), Stream.of("begin_offset", "end_offset"))
            .toList();

    private final Wording words;

    CourseCsv(Wording words) {
        this.words = words;
    }

    /** For programs: UTF-8, commas, ISO 8601 with the offset of the town. */
    void writeForPrograms(Course course, OutputStream to) throws IOException {
        var out = new OutputStreamWriter(to, UTF_8);
        var rows = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        rows.writeRecord(COLUMNS);
        for (var line : course.lines())
            for (var point : line.points())
                rows.writeRecord(row(line.data().series(), point, this::offsetTime, CourseCsv::plain));
        rows.flush();
        out.flush();
    }

    /**
     * For the spreadsheets of German readers, semicolons and commas, else with commas and points: with a mark that tells
     * UTF-8, local times, and nothing that is taken for a formula.
     */
    void writeForSpreadsheets(Course course, OutputStream to) throws IOException {
        var out = new OutputStreamWriter(to, UTF_8);
        out.write(BYTE_ORDER_MARK);
        var rows = CsvWriter.builder()
                .fieldSeparator(words.formats().isGerman() ? ';' : ',')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out);
        rows.writeRecord(COLUMNS_OF_SPREADSHEETS.stream()
                .map(column -> words.text("explorer.csv." + column))
                .toList());
        for (var line : course.lines())
            for (var point : line.points())
                rows.writeRecord(Stream.concat(
                                row(line.data().series(), point, this::localTime, this::localNumber).stream(),
                                Stream.of(point.from(), point.to()).map(this::offset))
                        .map(Cells::harmless)
                        .toList());
        rows.flush();
        out.flush();
    }

    private interface Times {
        String of(Instant time);
    }

    private interface Numbers {
        String of(double number);
    }

    private static List<String> row(Series series, TimeSeries.Point point, Times times, Numbers numbers) {
        return List.of(
                times.of(point.from()),
                times.of(point.to()),
                series.id().sensor().value(),
                series.property().key(),
                series.place(),
                numbers.of(series.site().latitude()),
                numbers.of(series.site().longitude()),
                series.property().unit().ucum(),
                number(point.value(), numbers),
                number(point.min(), numbers),
                number(point.max(), numbers),
                Integer.toString(point.count()),
                numbers.of(point.coverage()));
    }

    private static String number(OptionalDouble value, Numbers numbers) {
        return value.isEmpty() ? "" : numbers.of(value.getAsDouble());
    }

    private String offsetTime(Instant time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                time.atZone(words.formats().zone()).toOffsetDateTime());
    }

    private String localTime(Instant time) {
        return (words.formats().isGerman() ? OF_GERMAN_SPREADSHEETS : OF_SPREADSHEETS)
                .format(time.atZone(words.formats().zone()));
    }

    private String offset(Instant time) {
        return OFFSET.format(time.atZone(words.formats().zone()));
    }

    /** Never with an exponent, which spreadsheets and small programs misread. */
    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).toPlainString();
    }

    private String localNumber(double number) {
        return words.formats().isGerman() ? plain(number).replace('.', ',') : plain(number);
    }
}
