package city.sim;

import static org.assertj.core.api.Assertions.assertThat;

import city.sim.broker.OwnBroker;
import city.sim.nature.DemoCity;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandLineTests {

    private static final Pattern TIME = Pattern.compile("\"time\":\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final OwnBroker broker;
    private final Path folder;
    private StringWriter said = new StringWriter();

    CommandLineTests(@TempDir Path folder) throws IOException {
        this.folder = folder;
        broker = OwnBroker.start(folder.resolve("broker"), OwnBroker.freePort());
    }

    @BeforeAll
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("password"), OwnBroker.PASSWORD + "\n");
        Files.writeString(folder.resolve("mapping"), "time = t\nsensor = air-1\nvalue.v = pm10\n");
        var lines = IntStream.range(0, 1_500)
                .mapToObj(i -> Instant.parse("2023-06-05T00:00:00Z").plusSeconds(i) + "," + i)
                .toList();
        Files.writeString(folder.resolve("recording.csv"), "t,v\n" + String.join("\n", lines) + "\nbroken,1\n");
        Files.writeString(folder.resolve("empty.csv"), "other\n1\n");
    }

    @BeforeEach
    void listen() {
        said = new StringWriter();
    }

    @AfterAll
    void closeBroker() {
        broker.close();
    }

    @Test
    void aReplayEndsWhenEverythingIsAcknowledgedAndTellsWhatItDid() throws Exception {
        try (var cockpit = new Cockpit(broker.address())) {
            assertThat(run("replay", file("recording.csv"), "--mapping", file("mapping"), "--speed", "max"))
                    .isZero();
            assertThat(said.toString().lines())
                    .containsExactly(
                            "1501 lines read: 1500 readings published in 1500 messages, 0 lines without a value,"
                                    + " 1 lines refused",
                            "  line 1502: 'broken' is no time with an offset");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> cockpit.on("city/air-1").size() >= 1_500);
            // A broker under load may overtake itself.
            assertThat(cockpit.on("city/air-1"))
                    .hasSize(1_500)
                    .doesNotHaveDuplicates()
                    .contains(
                            "{\"time\":\"2023-06-05T00:00:00Z\",\"values\":{\"pm10\":0}}",
                            "{\"time\":\"2023-06-05T00:24:59Z\",\"values\":{\"pm10\":1499}}");
        }
    }

    @Test
    void aShiftedReplayEndsNowAndKeepsItsDistances() throws Exception {
        try (var cockpit = new Cockpit(broker.address())) {
            var before = Instant.now();
            assertThat(run(
                            "replay",
                            file("recording.csv"),
                            "--mapping",
                            file("mapping"),
                            "--speed",
                            "max",
                            "--shift-to-now"))
                    .isZero();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> cockpit.on("city/air-1").size() >= 1_500);
            var times = cockpit.on("city/air-1").stream()
                    .map(CommandLineTests::time)
                    .sorted()
                    .toList();
            assertThat(times.getLast()).isBetween(before, Instant.now());
            assertThat(Duration.between(times.getFirst(), times.getLast())).isEqualTo(Duration.ofSeconds(1_499));
        }
    }

    @Test
    void aReplayAtASpeedTakesItsTime() {
        var start = System.nanoTime();
        assertThat(run("replay", file("recording.csv"), "--mapping", file("mapping"), "--speed", "3000"))
                .isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(450));
    }

    @Test
    void faultsAreCountedByKindAndAllArrive() throws Exception {
        try (var cockpit = new Cockpit(broker.address())) {
            assertThat(run("faults", "--count", "200", "--seed", "7")).isZero();
            Awaitility.await().atMost(PATIENCE).until(() -> cockpit.heard().size() >= 50);
            assertThat(said.toString()
                            .lines()
                            .mapToInt(line -> Integer.parseInt(line.split(" +", -1)[1]))
                            .sum())
                    .isEqualTo(200);
            assertThat(said.toString()).contains("NONE", "REPEAT", "CONFLICT", "TRUNCATED", "HUGE", "FUTURE");
        }
    }

    @Test
    void loadNeverExceedsItsRate() throws Exception {
        try (var cockpit = new Cockpit(broker.address())) {
            assertThat(run("load", "--rate", "300", "--seconds", "1", "--values", "3", "--sensor", "weather-1"))
                    .isZero();
            Awaitility.await().atMost(PATIENCE).until(() -> cockpit.heard().size() >= 50);
            assertThat(cockpit.on("city/weather-1"))
                    .hasSizeBetween(50, 301)
                    .doesNotHaveDuplicates()
                    .allMatch(message -> message.contains("\"temperature\":")
                            && message.contains("\"pressure\":")
                            && !message.contains("\"wind_speed\":"));
        }
    }

    @Test
    void loadComesFromEverySensorOfTheCity() throws Exception {
        try (var cockpit = new Cockpit(broker.address())) {
            assertThat(run("load", "--rate", "5000", "--seconds", "1")).isZero();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> cockpit.heard().stream()
                                    .map(Cockpit.Heard::topic)
                                    .distinct()
                                    .count()
                            == DemoCity.sensors().size());
            assertThat(cockpit.on("city/weather-rathaus"))
                    .doesNotHaveDuplicates()
                    .allMatch(message -> message.contains("\"wind_speed\":"));
        }
    }

    @Test
    void aDayOfThePastIsToldInOrderAndOnlyOnce() throws Exception {
        try (var cockpit = new Cockpit(broker.address())) {
            assertThat(run("run", "--from", "2026-02-01", "--to", "2026-02-02", "--speed", "2000000"))
                    .isZero();
            assertThat(said.toString()).contains("from 2026-01-31T23:00:00Z to 2026-02-01T23:00:00Z told in");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> cockpit.reports("city/weather-hang").size() >= 144);
            var times = cockpit.reports("city/weather-hang").stream()
                    .map(CommandLineTests::time)
                    .toList();
            assertThat(times).hasSize(144).doesNotHaveDuplicates();
            assertThat(times.stream().sorted().toList().getFirst())
                    .isBetween(Instant.parse("2026-01-31T23:00:00Z"), Instant.parse("2026-01-31T23:10:00Z"));
        }
    }

    @Test
    void atASlowSpeedEveryReportIsToldInItsTime() throws Exception {
        try (var cockpit = new Cockpit(broker.address())) {
            var start = System.nanoTime();
            assertThat(run("run", "--from", "2026-02-01T12:00:00Z", "--to", "2026-02-01T13:40:00Z", "--speed", "6000"))
                    .isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(950));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> cockpit.reports("city/uv-rathaus").size() >= 10);
            assertThat(cockpit.reports("city/uv-rathaus")).hasSize(10);
        }
    }

    @Test
    void aChosenSensorTellsEveryReportAtAnySpeedAndTheOthersAreSilent() throws Exception {
        var reports = DemoCity.sensors().stream()
                .filter(sensor -> sensor.name().equals("uv-rathaus"))
                .map(sensor -> (int) Duration.ofMinutes(10).dividedBy(sensor.interval()))
                .findFirst()
                .orElseThrow();
        try (var cockpit = new Cockpit(broker.address())) {
            assertThat(run(
                            "run",
                            "--from",
                            "2026-02-01T12:00:00Z",
                            "--to",
                            "2026-02-01T12:10:00Z",
                            "--sensors",
                            "uv-rathaus"))
                    .isZero();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> cockpit.reports("city/uv-rathaus").size() >= reports);
            assertThat(cockpit.reports("city/uv-rathaus")).hasSize(reports);
            assertThat(cockpit.reports("city/weather-rathaus")).isEmpty();
        }
    }

    @Test
    void loadStaysOnThisMachineUnlessAllowed() {
        assertThat(execute("load", "--broker", "mqtt://192.0.2.1", "--rate", "1", "--seconds", "1"))
                .isEqualTo(2);
        assertThat(said.toString().lines())
                .containsExactly("mqtt://192.0.2.1 is not this machine: add --allow-remote if it is yours.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    replay FOLDER/none.csv --mapping FOLDER/mapping | The recording 'FOLDER/none.csv' cannot be read.
                    replay FOLDER/empty.csv --mapping FOLDER/mapping | The recording 'FOLDER/empty.csv' has no column 't'.
                    replay FOLDER/recording.csv --mapping FOLDER/none | The mapping 'FOLDER/none' cannot be read.
                    replay FOLDER/recording.csv --mapping FOLDER/mapping --speed fast | --speed is a number above 0 or 'max'.
                    run --rate 0 | --rate is a number from 1 to 50.
                    run --rate 51 | --rate is a number from 1 to 50.
                    run --speed 10 | --to and --speed need a time to start --from.
                    run --sensors air-kurpark | --sensors needs a time to start --from; live all of them report.
                    run --from 2026-01-01 --sensors air-kurpark,air-moon | The city has no sensor air-moon.
                    run --from 2026-01-01 --speed 0 | --speed is a number above 0 or 'max'.
                    run --from 2026-01-01 --rate 2 | --state and --rate belong to the live city; leave them away with --from.
                    run --from yesterday | --from is a day like 2025-01-01 or a time like 2025-01-01T12:00:00Z.
                    run --from 2026-01-02 --to 2026-01-01 | --from is before --to, and neither is in the future.
                    run --from 2026-01-01 --to 2999-01-01 | --from is before --to, and neither is in the future.
                    run --from 1999-01-01 | The city begins at 2024-01-01T00:00:00Z.
                    run --state FOLDER/mapping | The state file 'FOLDER/mapping' is none of a simulator.
                    run --scenario quake | There is no scenario 'quake'; there are: storm, market-day, power-cut, flood, gateway-failure.
                    run --scenario-start 2026-05-05T12:00:00Z | --scenario-start needs a --scenario.
                    run --scenario storm --scenario-start noon | --scenario-start is a time such as 2026-05-05T12:00:00Z, not 'noon'.
                    faults --count 0 | --count is a number from 1 to 1000000.
                    load --rate 0 --seconds 1 | --rate is a number from 1 to 50000.
                    load --rate 1 --seconds 1 --values 7 | --values is a number from 1 to 6.
                    """)
    void wrongUseEndsInOneSentence(String line, String sentence) {
        assertThat(run(line.replace("FOLDER", folder.toString()).split(" ", -1)))
                .isEqualTo(2);
        assertThat(said.toString().lines()).containsExactly(sentence.replace("FOLDER", folder.toString()));
    }

    @Test
    void aBrokerThatIsNotThereEndsAReplayInOneSentence() throws IOException {
        var nobody = "mqtt://127.0.0.1:" + OwnBroker.freePort();
        assertThat(execute("replay", file("recording.csv"), "--mapping", file("mapping"), "--broker", nobody))
                .isEqualTo(1);
        assertThat(said.toString().lines())
                .containsExactly("The broker does not take the messages: Connection refused.");
    }

    @Test
    void aUserNameNeedsAPassword() {
        assertThat(execute("run", "--broker", "mqtt://localhost", "--username", "device"))
                .isEqualTo(2);
        assertThat(said.toString().lines()).containsExactly("--username and --password-file belong together.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    bench                                        | Missing required options and parameters: '--cockpit-jar=JAR', 'NAME'
                    bench start --cockpit-jar JAR --json no/file | There is no folder for 'no/file'.
                    bench ingest --cockpit-jar JAR --quick --full | --quick and --full exclude each other.
                    bench ingest --cockpit-jar JAR --mosquitto no | There is no Mosquitto in 'no'.
                    bench live --cockpit-jar JAR --chromium no   | There is no Chromium at 'no'.
                    replai                                       | There is no 'replai' here; --help lists what there is.
                    bench start --cockpit-jar JAR --jsn x        | There is no '--jsn' here; --help lists what there is.
                    """)
    void wrongUseWithoutABrokerEndsInOneSentenceToo(String line, String sentence) {
        assertThat(execute(line.replace("JAR", file("mapping")).strip().split(" +", -1)))
                .isEqualTo(2);
        assertThat(said.toString().lines()).containsExactly(sentence);
    }

    @Test
    void aBenchmarkNeedsACockpit() {
        assertThat(execute("bench", "start", "--cockpit-jar", file("none.jar"))).isEqualTo(2);
        assertThat(said.toString().lines())
                .containsExactly("There is no packaged cockpit at '%s'.".formatted(file("none.jar")));
    }

    /** With the broker of this test. */
    private int run(String... arguments) {
        var all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--broker", broker.address().toString()));
        all.addAll(List.of("--username", OwnBroker.USERNAME, "--password-file", file("password")));
        return execute(all.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        var out = new PrintWriter(said, true);
        return Simulator.commandLine().setOut(out).setErr(out).execute(arguments);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static Instant time(String message) {
        var found = TIME.matcher(message);
        assertThat(found.find()).as(message).isTrue();
        return Instant.parse(found.group(1));
    }
}
