package city.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.harness.RunningCockpit;
import city.cockpit.harness.TestDatabase;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A recorded town travels over MQTT into the database: the simulator and the cockpit, each packaged, each a process. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReplayIT {

    private static final Path SIMULATOR =
            Path.of(System.getProperty("cockpit.sim.jar", "sensors-sim/target/sensors-sim.jar"));
    private static final Path REPLAYS = Path.of("sensors-sim", "replays");
    private static final Path RECORDING =
            Path.of("src", "test", "resources", "city", "cockpit", "replay", "parking.csv");

    /** How many spaces a place had at a time. */
    private record Free(String sensor, Instant time, double spaces) {}

    @Test
    void everyPlaceAndTimeOfTheRecordingIsStoredOnce(@TempDir Path folder) throws Exception {
        try (var database = TestDatabase.create();
                var cockpit = RunningCockpit.on(folder.resolve("data"))
                        .database(database)
                        .sensors(REPLAYS.resolve("parking-jena.sensors.csv"))
                        .with("cockpit.history.retention", "99y")
                        .start()) {
            replay(cockpit, folder);

            var recorded = recorded();
            var distinct = new HashSet<>(recorded);
            assertThat(distinct).hasSizeLessThan(recorded.size());
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(cockpit.manage("/actuator/ingest"))
                            .contains("\"received\":" + recorded.size())
                            .contains("\"stored\":" + distinct.size())
                            .contains("\"duplicate\":" + (recorded.size() - distinct.size()))
                            .contains("\"rejected\":0")
                            .contains("\"pending\":0"));
            assertThat(stored(database)).containsExactlyInAnyOrderElementsOf(distinct);
        }
    }

    private static void replay(RunningCockpit cockpit, Path folder) throws IOException, InterruptedException {
        var password = Files.writeString(folder.resolve("password"), cockpit.devicePassword());
        var output = folder.resolve("replay.out");
        assertThat(SIMULATOR)
                .as("the simulator, packaged by Maven in sensors-sim")
                .exists();
        var replay = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        SIMULATOR.toString(),
                        "replay",
                        RECORDING.toString(),
                        "--mapping",
                        REPLAYS.resolve("parking-jena.mapping.properties").toString(),
                        "--speed",
                        "max",
                        "--broker",
                        "mqtt://127.0.0.1:" + cockpit.mqttPort(),
                        "--username",
                        "device",
                        "--password-file",
                        password.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(replay.waitFor()).as(Files.readString(output)).isZero();
    }

    private static List<Free> recorded() throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(RECORDING)) {
            return rows.stream().map(ReplayIT::free).toList();
        }
    }

    private static Free free(NamedCsvRecord row) {
        return new Free(
                "parking-" + row.getField("place"),
                OffsetDateTime.parse(row.getField("time")).toInstant(),
                Double.parseDouble(row.getField("free")));
    }

    private static Set<Free> stored(TestDatabase database) {
        var rows = JdbcClient.create(database.dataSource())
                .sql("""
                        SELECT series.sensor_name, reading.ts, reading.value
                          FROM reading JOIN series ON series.key = reading.series_id""")
                .query((row, number) -> new Free(
                        row.getString("sensor_name"),
                        row.getObject("ts", OffsetDateTime.class).toInstant(),
                        row.getDouble("value")))
                .list();
        assertThat(rows).doesNotHaveDuplicates();
        return new HashSet<>(rows);
    }
}
