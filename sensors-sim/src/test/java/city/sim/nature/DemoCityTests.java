package city.sim.nature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoCityTests {

    private static final Path COCKPIT = Path.of("..", "src", "main");

    @Test
    void theSensorsAreThoseTheCockpitRegisters() throws IOException {
        var register = COCKPIT.resolve("resources/city/cockpit/registry/demo-city.csv");
        // On its own, without the cockpit beside it, the simulator has nothing to compare with.
        assumeTrue(Files.isDirectory(COCKPIT));
        try (var rows =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(register)) {
            assertThat(rows.stream().map(DemoCityTests::line))
                    .hasSize(264)
                    .containsExactlyInAnyOrderElementsOf(DemoCity.sensors().stream()
                            .flatMap(DemoCityTests::lines)
                            .toList());
        }
        assertThat(DemoCity.sensors()).hasSize(132);
    }

    private static String line(NamedCsvRecord row) {
        return String.join(
                " ",
                row.getField("sensor"),
                row.getField("district"),
                row.getField("property"),
                row.getField("interval_seconds"),
                row.getField("capacity"));
    }

    private static Stream<String> lines(Sensor sensor) {
        var capacity = ParkingTests.CAPACITIES.get(sensor.name());
        return sensor.properties().stream()
                .map(property -> String.join(
                        " ",
                        sensor.name(),
                        sensor.district(),
                        property,
                        "" + sensor.interval().toSeconds(),
                        capacity == null || !property.equals("parking_free") ? "" : "" + capacity));
    }

    @Test
    void theSameSeedTellsTheSameStoryInAnyOrder() {
        var one = new DemoCity(7);
        var other = new DemoCity(7);
        var times = Year.times().limit(100).toList();
        for (var sensor : DemoCity.sensors()) {
            var forwards = times.stream().map(time -> one.values(sensor, time)).toList();
            var backwards = times.reversed().stream()
                    .map(time -> other.values(sensor, time))
                    .toList();
            assertThat(backwards.reversed()).isEqualTo(forwards);
        }
    }

    @Test
    void anotherSeedIsAnotherCity() {
        var times = Year.times().limit(200).toList();
        var one = new DemoCity(1);
        var other = new DemoCity(2);
        for (var sensor : DemoCity.sensors())
            assertThat(times.stream().map(time -> one.values(sensor, time)))
                    .as(sensor.name())
                    .isNotEqualTo(times.stream()
                            .map(time -> other.values(sensor, time))
                            .toList());
    }

    @Test
    void valuesComeInTheOrderOfTheSensor() {
        var city = new DemoCity(1);
        var time = Instant.parse("2026-05-05T12:00:00Z");
        for (var sensor : DemoCity.sensors())
            assertThat(city.values(sensor, time).keySet()).containsExactlyElementsOf(sensor.properties());
    }
}
