package city.sim.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.sim.broker.Message;
import city.sim.replay.Recording.Line;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingTests {

    private static final Path REPLAYS = Path.of("replays");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void eachLineIsAMessageOrSilentOrRefusedWithItsNumber() throws Exception {
        assertThat(lines(Recording.open(resource("parking.csv"), resource("parking.mapping.properties"))))
                .containsExactly(
                        free("parking-city-carree", "2023-06-05T00:00:02Z", "0"),
                        free("parking-eichplatz", "2023-06-05T00:00:02Z", "300"),
                        free("parking-eichplatz", "2023-06-04T22:05:01Z", "299"),
                        free("parking-eichplatz", "2023-06-04T22:05:01Z", "299"),
                        new Line.Refused(6, "'2023-06-05T00:10:02' is no time with an offset"),
                        new Line.Refused(7, "'parking-Eichplatz' is no name of a sensor"),
                        new Line.Refused(8, "'many' is no number"),
                        new Line.Silent(),
                        new Line.Refused(10, "2 cells instead of 3"),
                        new Line.Refused(11, "4 cells instead of 3"),
                        new Line.Refused(12, "'1e999999999' is no number"),
                        free("parking-eichplatz", "2023-06-05T00:40:02Z", "288"));
    }

    @Test
    void valuesOfSeveralColumnsAreScaledAndMissingOnesLeftOut() throws Exception {
        var file = write("air.csv", """
                when;,carbon,dust,note
                2016-01-01T00:00:00+08:00,3.4,-999,x
                2016-01-01T01:00:00+08:00,,7.50,
                2016-01-01T02:00:00+08:00,-999,,
                """);
        var mapping = write("air.properties", """
                time = when;
                sensor = air-dongsi
                value.carbon = co * 1000
                value.dust = pm10
                ignore = note
                missing = -999
                """);
        assertThat(lines(Recording.open(file, mapping)))
                .containsExactly(
                        said("air-dongsi", "2015-12-31T16:00:00Z", Map.of("co", new BigDecimal("3400.0"))),
                        said("air-dongsi", "2015-12-31T17:00:00Z", Map.of("pm10", new BigDecimal("7.50"))),
                        new Line.Silent());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    sensor = a; value.free = f                     | the key 'time' is missing
                    time = time; value.free = f                    | it needs one of the keys 'sensor' and 'sensor.column'
                    time = time; sensor = a                        | it needs at least one key 'value.COLUMN'
                    time = time; sensor = a; value.free = f; tme=x | there is no key 'tme'
                    time = time; sensor = a; value.free = f / 2    | 'value.free' is to be a property or 'property * factor'
                    time = time; sensor = a; value.free = f * 1.2.3| the factor of 'value.free' is no number
                    """)
    void aWrongMappingIsToldInOneSentence(String content, String fault) throws Exception {
        var mapping = write("wrong.properties", content.replace("; ", "\n"));
        assertThatThrownBy(() -> Recording.open(resource("parking.csv"), mapping))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage("The mapping '%s' is wrong: %s.", mapping, fault);
    }

    @Test
    void aColumnIsMappedOrIgnoredOnPurpose() throws Exception {
        var mapping = write("half.properties", "time = time\nsensor = parking-a\nvalue.free = parking_free");
        assertThatThrownBy(() -> Recording.open(resource("parking.csv"), mapping))
                .hasMessage("Column 'place' of '%s' is neither mapped nor ignored.", resource("parking.csv"));
    }

    @Test
    void aMappedColumnMustBeThere() throws Exception {
        var mapping = write("more.properties", "time = time\nsensor = parking-a\nvalue.full = parking_free");
        assertThatThrownBy(() -> Recording.open(resource("parking.csv"), mapping))
                .hasMessage("The recording '%s' has no column 'full'.", resource("parking.csv"));
    }

    @Test
    void whatIsNotThereCannotBeRead() {
        var nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> Recording.open(nowhere, resource("parking.mapping.properties")))
                .hasMessage("The recording '%s' cannot be read.", nowhere);
        assertThatThrownBy(() -> Recording.open(resource("parking.csv"), nowhere))
                .hasMessage("The mapping '%s' cannot be read.", nowhere);
    }

    @Test
    void anEmptyFileIsNoRecording() throws Exception {
        var empty = write("empty.csv", "");
        assertThatThrownBy(() -> Recording.open(empty, resource("parking.mapping.properties")))
                .hasMessage("The recording '%s' cannot be read.", empty);
    }

    @Test
    void theShippedMappingsFitTheirSensors() throws Exception {
        assertThat(Mapping.read(REPLAYS.resolve("parking-jena.mapping.properties"))
                        .values())
                .containsExactly(new Mapping.Value("free", "parking_free", BigDecimal.ONE));
        var dongsi = Mapping.read(REPLAYS.resolve("air-dongsi.mapping.properties"));
        assertThat(Files.readAllLines(REPLAYS.resolve("air-dongsi.sensors.csv")).stream()
                        .skip(2)
                        .map(line -> line.split(",", -1)[8]))
                .containsExactlyInAnyOrderElementsOf(
                        dongsi.values().stream().map(Mapping.Value::property).toList());
    }

    private static List<Line> lines(Recording recording) throws IOException {
        var lines = new ArrayList<Line>();
        try (var pass = recording.lines()) {
            for (var line = pass.next(); line.isPresent(); line = pass.next()) lines.add(line.get());
        }
        return lines;
    }

    private static Line free(String sensor, String time, String spaces) {
        return said(sensor, time, Map.of("parking_free", new BigDecimal(spaces)));
    }

    private static Line said(String sensor, String time, Map<String, BigDecimal> values) {
        return new Line.Said(new Message(sensor, Instant.parse(time), values));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(RecordingTests.class.getResource(name)).toURI());
    }
}
