package city.cockpit.registry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.cockpit.csv.Problem;
import city.cockpit.csv.Problem.Reason;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.SensorId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A technician brings a table of sensors to a town where nothing is registered. */
class TableReaderTests {

    private static final String HEADER = "site,site_name,latitude,longitude,sensor,property,interval_seconds";
    private static final String LINE = "wehr,Wehr,50.92,11.58,pegel-wehr,water_level,300";

    private static TablePlan plan(String table) {
        return plan(table.getBytes(UTF_8));
    }

    private static TablePlan plan(byte[] table) {
        return TableReader.plan(
                SensorTable.of("", table), Snapshot.EMPTY, ObservedProperties.load(), SampleSensors.FORMATS, false);
    }

    @Test
    void theExampleThatIsHandedOutCanBeReadInAndSaysAllThatCanBeSaid() {
        var plan = plan(SensorFiles.EXAMPLE);
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.sensors())
                .extracting(sensor -> sensor.id().value())
                .containsExactly("pegel-wehr", "klima-rathaus");
        var gauge = plan.sensors().getFirst();
        assertThat(SensorColumns.of(gauge)).doesNotContainValue("");
        assertThat(gauge.series()).hasSize(2);
    }

    /** What a network server wraps around them is taken off before. */
    @Test
    void theExampleNamesFieldsAsTheCodecOfTheDeviceDoes() {
        assertThat(plan(SensorFiles.EXAMPLE).sensors().getFirst().series())
                .extracting(series -> series.feed().orElseThrow().field())
                .containsExactlyInAnyOrder("/level_mm", "/temperature");
    }

    @Test
    void aFormatThatNobodyReadsAndAPortThatThereIsNotAreTold() {
        var plan = plan(HEADER + ",format,port\n" + LINE + ",Chirpstack,2\n" + LINE.replace("pegel-wehr", "pegel-2")
                + ",morse,224\n");
        assertThat(plan.problems())
                .extracting(Problem::line, Problem::column, Problem::reason, Problem::cell)
                .containsExactlyInAnyOrder(
                        tuple(3L, "format", Reason.NO_CHOICE, "morse"), tuple(3L, "port", Reason.OUT_OF_RANGE, "224"));
        assertThat(plan.sensors()).singleElement().satisfies(gauge -> {
            assertThat(gauge.format()).hasValue("chirpstack");
            assertThat(gauge.port()).hasValue(2);
        });
    }

    @Test
    void whatASpreadsheetOfAGermanOfficeWritesIsRead() {
        var table = """
                sensor;name;site;site_name;latitude;longitude;property;interval_seconds;plausible_highest
                pegel-wehr;"Pegel; groß";wehr;Mühlwehr;50,92;11,58;water_level;300;8,5
                ;;;;;;;;
                """.replace("\n", "\r\n");
        for (var charset : List.of(UTF_8, ISO_8859_1)) {
            var plan = plan(table.getBytes(charset));
            assertThat(plan.problems()).isEmpty();
            assertThat(plan.places().getFirst().site().title()).isEqualTo("Mühlwehr");
            assertThat(plan.places().getFirst().site().latitude()).isEqualTo(50.92);
            assertThat(plan.sensors().getFirst().title()).isEqualTo("Pegel; groß");
            assertThat(plan.sensors().getFirst().series().getFirst().plausibleHighest())
                    .hasValue(8.5);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "latitude | 91 | OUT_OF_RANGE",
                "longitude | west | NO_NUMBER",
                "longitude | NaN | NO_NUMBER",
                "site | Wehr Mitte | NO_NAME",
                "site_name |  | EMPTY",
                "sensor | Pegel_1 | NO_NAME",
                "sensor |  | EMPTY",
                "property | happiness | UNKNOWN_PROPERTY",
                "interval_seconds |  | EMPTY",
                "interval_seconds | 0 | OUT_OF_RANGE",
                "interval_seconds | 1.5 | NO_NUMBER",
                "capacity | -1 | OUT_OF_RANGE",
                "marks | 3;2 | NO_NUMBER",
                "marks | 3/2 | NO_NUMBER",
                "plausible_lowest | 900 | NOTHING_BELIEVED",
                "field | level | NO_POINTER",
                "scale | 0 | OUT_OF_RANGE",
                "missing | none | NO_NUMBER",
                "height_m | 9000 | OUT_OF_RANGE",
                "source_class | PERFECT | NO_CHOICE",
                "calibrated_on | 1.3.2026 | NO_DAY",
                "device_since | soon | NO_DAY",
                "orientation | 360 | OUT_OF_RANGE",
                "privacy_checked_on | 2026-01-01 | EMPTY",
                "visibility | hidden | NO_CHOICE",
                "phase | broken | NO_CHOICE",
                "simulated | maybe | NO_CHOICE",
                "municipality_key | 123 | NO_KEY",
                "colour | red | COLUMN_UNKNOWN"
            })
    void whatIsWrongIsNamedByRowColumnAndReason(String column, String cell, Reason reason) {
        var cells = cells();
        cells.put(column, cell == null ? "" : cell);
        var table = String.join(",", cells.keySet()) + "\n" + String.join(",", cells.values());
        var problems = plan(table).problems();
        assertThat(problems).isNotEmpty();
        var problem = problems.stream()
                .filter(one -> one.reason() == reason)
                .findFirst()
                .orElseThrow(() -> new AssertionError(problems.toString()));
        assertThat(problem.column())
                .isEqualTo(reason == Reason.EMPTY && column.startsWith("privacy") ? "privacy_checked_by" : column);
        assertThat(problem.line()).isEqualTo(reason == Reason.COLUMN_UNKNOWN ? 1 : 2);
        assertThat(problem.sentence()).endsWith(".").doesNotContain("%", "null");
    }

    private static Map<String, String> cells() {
        var names = HEADER.split(",", -1);
        var values = LINE.replace("water_level", "temperature").split(",", -1);
        return IntStream.range(0, names.length)
                .boxed()
                .collect(Collectors.toMap(i -> names[i], i -> values[i], (a, b) -> a, LinkedHashMap::new));
    }

    @Test
    void everyProblemOfATableIsNamedAndNotTheFirstOneAlone() {
        var problems = plan(HEADER + "\n"
                        + LINE + "\n"
                        + LINE.replace("300", "often") + "\n"
                        + LINE.replace("water_level", "happiness") + "\n"
                        + LINE.replace("pegel-wehr", "Pegel").replace("wehr,Wehr", "park,Park") + "\n"
                        + LINE.replace("50.92", "50.93").replace("water_level", "temperature") + "\n")
                .problems();
        assertThat(problems)
                .extracting(Problem::line, Problem::reason)
                .containsExactlyInAnyOrder(
                        tuple(3L, Reason.SERIES_TWICE),
                        tuple(4L, Reason.UNKNOWN_PROPERTY),
                        tuple(5L, Reason.NO_NAME),
                        tuple(6L, Reason.DIFFERS));
    }

    @Test
    void oneFieldFeedsOneSeries() {
        var problems = plan(HEADER + ",field\n" + LINE + ",/v\n" + LINE.replace("water_level", "temperature") + ",/v\n")
                .problems();
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo(Reason.FIELD_TWICE);
            assertThat(problem.line()).isEqualTo(3);
        });
    }

    @Test
    void whatIsNoTableIsSaidToBeNone() {
        assertThat(plan("").problems()).extracting(Problem::reason).containsExactly(Reason.NO_ROWS);
        assertThat(plan("hello\nworld\n").problems())
                .extracting(Problem::reason)
                .contains(Reason.COLUMN_MISSING, Reason.COLUMN_UNKNOWN);
        assertThat(plan("sensor,sensor\na,b\n").problems())
                .extracting(Problem::reason)
                .containsExactly(Reason.COLUMN_TWICE);
        assertThat(plan(HEADER + "\n" + LINE + ",too,much\n").problems())
                .extracting(Problem::reason)
                .contains(Reason.TOO_MANY_CELLS);
        assertThat(plan(new byte[SensorTable.MOST_BYTES + 1]).problems())
                .extracting(Problem::reason)
                .containsExactly(Reason.TOO_LARGE);
    }

    @Test
    void aSiteMayStandThereWithoutASensorAndASensorWithoutASeries() {
        var plan = plan(HEADER + "\npark,Park,50.9,11.5,,,\nwehr,Wehr,50.92,11.58,pegel-wehr,,\n");
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.places()).extracting(Place::key).containsExactly("park", "wehr");
        assertThat(plan.sensors()).singleElement().satisfies(sensor -> {
            assertThat(sensor.id()).isEqualTo(new SensorId("pegel-wehr"));
            assertThat(sensor.series()).isEmpty();
        });
    }
}
