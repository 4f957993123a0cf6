package city.cockpit.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.InMemoryAudit;
import city.cockpit.harness.FreePort;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.history.HistoryDatabase;
import city.cockpit.history.rollup.TestRollups;
import city.cockpit.ingest.Conventions;
import city.cockpit.ingest.IngestLedger;
import city.cockpit.ingest.TownConventions;
import city.cockpit.measurement.HomeMunicipality;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.TownSource;
import city.cockpit.platform.EmbeddedBroker;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/**
 * A week in September with a scenario on each day, told by the packaged simulator over MQTT, through the real pipeline, as
 * fast as it goes, after three ordinary weeks of noise. The incidents are those of {@code scenarios.csv} and no others.
 */
@WithoutDatabase
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ScenariosIT {

    private static final Path SIMULATOR =
            Path.of(System.getProperty("cockpit.sim.jar", "sensors-sim/target/sensors-sim.jar"));
    private static final Path EXPECTED =
            Path.of("src", "test", "resources", "city", "cockpit", "alerts", "scenarios.csv");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2025, 9, 15);
    private static final String PASSWORD = "password-of-the-test";
    private static final Pattern TOLD = Pattern.compile("([0-9,]+) readings from ");

    private static volatile Instant now = start(MONDAY);

    /** What happens on the days of the week from their begin, by the clock of the town. */
    private enum Day {
        GATEWAY_FAILURE(10),
        POWER_CUT(19),
        STORM(15),
        MARKET_DAY(9),
        FLOOD(6);

        private final int hour;

        Day(int hour) {
            this.hour = hour;
        }

        private String scenario() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * An incident as a person would write it down.
     *
     * @param raised by the clock of the town
     * @param ended the same; empty while it goes on
     */
    private record Seen(String rule, String sensors, LocalDateTime raised, Optional<LocalDateTime> ended) {

        /** Whether it is the same, as far as the sensors can tell. */
        private boolean isLike(Seen other, Duration interval) {
            return rule.equals(other.rule)
                    && sensors.equals(other.sensors)
                    && near(raised, other.raised, interval)
                    && ended.isPresent() == other.ended.isPresent()
                    && ended.map(end -> near(end, other.ended.orElseThrow(), interval))
                            .orElse(true);
        }

        private static boolean near(LocalDateTime one, LocalDateTime other, Duration interval) {
            return Duration.between(one, other).abs().compareTo(interval) <= 0;
        }

        private String line() {
            return "%s,%s,%s,%s"
                    .formatted(
                            rule,
                            sensors,
                            raised,
                            ended.map(LocalDateTime::toString).orElse(""));
        }
    }

    private record Found(Seen seen, Duration interval) {}

    @Test
    void everyScenarioIsToldAsItHappenedAndNothingElse(@TempDir Path folder) throws Exception {
        var broker = new EmbeddedBroker(folder.resolve("broker"), FreePort.find(), PASSWORD);
        broker.start();
        try (var database = new HistoryDatabase().granted();
                var cockpit = start(database, broker)) {
            tell(
                    cockpit,
                    broker,
                    folder,
                    start(MONDAY.minusWeeks(3)),
                    start(MONDAY),
                    List.of("--sensors", noise(cockpit)));
            look(cockpit, database);
            for (var day : Day.values()) {
                var date = MONDAY.plusDays(List.of(Day.values()).indexOf(day));
                now = start(date.plusDays(1));
                var begin = date.atTime(day.hour, 0).atZone(BERLIN).toInstant();
                tell(
                        cockpit,
                        broker,
                        folder,
                        start(date),
                        now,
                        List.of("--scenario", day.scenario(), "--scenario-start", begin.toString()));
                look(cockpit, database);
            }
            compare(found(cockpit), expected());
        } finally {
            broker.stop();
        }
    }

    private static void compare(List<Found> found, List<Seen> expected) {
        var missing = new ArrayList<>(expected);
        var unexpected = new ArrayList<Seen>();
        for (var one : found) {
            var same = missing.stream()
                    .filter(seen -> one.seen().isLike(seen, one.interval()))
                    .findFirst();
            same.ifPresentOrElse(missing::remove, () -> unexpected.add(one.seen()));
        }
        assertThat(lines(unexpected))
                .as("nobody expected; missing are%n%s", lines(missing))
                .isEmpty();
        assertThat(lines(missing)).as("expected, but not found").isEmpty();
    }

    private static String lines(List<Seen> seen) {
        return seen.stream().map(Seen::line).collect(Collectors.joining("\n"));
    }

    private static List<Seen> expected() throws IOException {
        try (var rows =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(EXPECTED)) {
            return rows.stream().map(ScenariosIT::seen).toList();
        }
    }

    private static Seen seen(NamedCsvRecord row) {
        return new Seen(
                row.getField("rule"),
                row.getField("sensors"),
                LocalDateTime.parse(row.getField("raised")),
                Optional.of(row.getField("ended"))
                        .filter(text -> !text.isEmpty())
                        .map(LocalDateTime::parse));
    }

    private static List<Found> found(ConfigurableApplicationContext cockpit) {
        return cockpit.getBean(IncidentTable.class).list(false, start(MONDAY), 500).stream()
                .filter(incident -> incident.state() != Incident.State.WITHDRAWN)
                .sorted(Comparator.comparing(Incident::raisedAt)
                        .thenComparing(incident -> incident.rule().key()))
                .map(ScenariosIT::found)
                .toList();
    }

    private static Found found(Incident incident) {
        var sensors = incident.series().stream()
                .map(series -> series.id().sensor().value())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        var interval = incident.series().stream()
                .map(Series::interval)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return new Found(
                new Seen(
                        incident.rule().key(),
                        sensors,
                        local(incident.raisedAt()),
                        incident.endedAt().map(ScenariosIT::local)),
                interval);
    }

    private static LocalDateTime local(Instant time) {
        return time.atZone(BERLIN).toLocalDateTime().withNano(0);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BERLIN).toInstant();
    }

    private static String noise(ConfigurableApplicationContext cockpit) {
        return cockpit.getBean(SeriesCatalog.class).listSeries().stream()
                .map(series -> series.id().sensor())
                .map(SensorId::value)
                .filter(name -> name.startsWith("noise-"))
                .distinct()
                .collect(Collectors.joining(","));
    }

    /** Lets the simulator tell a part of the past, and waits until all of it is settled. */
    private static void tell(
            ConfigurableApplicationContext cockpit,
            EmbeddedBroker broker,
            Path folder,
            Instant from,
            Instant to,
            List<String> more)
            throws IOException, InterruptedException {
        var ledger = cockpit.getBean(IngestLedger.class);
        var before = ledger.counts().received();
        var password = Files.writeString(folder.resolve("password"), PASSWORD);
        var output = folder.resolve("simulator.out");
        assertThat(SIMULATOR)
                .as("the simulator, packaged by Maven in sensors-sim")
                .exists();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                SIMULATOR.toString(),
                "run",
                "--speed",
                "max",
                "--from",
                from.toString(),
                "--to",
                to.toString(),
                "--broker",
                broker.details().uri().toString().replace("tcp:", "mqtt:"),
                "--username",
                "device",
                "--password-file",
                password.toString()));
        command.addAll(more);
        var simulator = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(simulator.waitFor()).as(Files.readString(output)).isZero();
        var told = TOLD.matcher(Files.readString(output));
        assertThat(told.find()).as(Files.readString(output)).isTrue();
        var readings = Long.parseLong(told.group(1).replace(",", ""));
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            var counts = ledger.counts();
            return counts.received() - before >= readings && counts.pending() == 0;
        });
    }

    private static void look(ConfigurableApplicationContext cockpit, HistoryDatabase database) {
        TestRollups.rollUp(
                database, cockpit.getBean(SeriesCatalog.class), cockpit.getBean(TownSource.class), () -> now);
        cockpit.getBean(AlertUpkeep.class).look();
    }

    private static ConfigurableApplicationContext start(HistoryDatabase database, EmbeddedBroker broker) {
        return new SpringApplicationBuilder(Backstage.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> context.getBeanFactory().registerSingleton("broker", broker.details()))
                .run(
                        "--spring.datasource.url=" + database.server().url(),
                        "--spring.datasource.username="
                                + database.server().application().username(),
                        "--spring.datasource.password="
                                + database.server().application().password(),
                        "--cockpit.history.retention=99y",
                        // The test looks by itself, when the day is told.
                        "--cockpit.alerts.period=1h",
                        "--cockpit.alerts.patience=0s",
                        "--spring.main.banner-mode=off");
    }

    /** The cockpit without screens and without upkeep of its own, at whatever time the test says. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = {
                "city.cockpit.alerts",
                "city.cockpit.history",
                "city.cockpit.ingest",
                "city.cockpit.live",
                "city.cockpit.mqtt",
                "city.cockpit.nodes",
                "city.cockpit.registry"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                "city\\.cockpit\\.ingest\\.connection\\..*",
                                ".*HistoryUpkeep",
                                ".*(IT|Tests)(\\$.*)?"
                            }))
    @ConfigurationPropertiesScan({
        "city.cockpit.alerts",
        "city.cockpit.history",
        "city.cockpit.ingest",
        "city.cockpit.mqtt",
        "city.cockpit.nodes",
        "city.cockpit.registry"
    })
    static class Backstage {

        @Bean
        AuditTrail audit(InstantSource clock) {
            return new InMemoryAudit(clock);
        }

        @Bean
        TownSource town(HomeMunicipality home) {
            return home::municipality;
        }

        @Bean
        Conventions conventions(TownSource town) {
            return new TownConventions(() -> town.town().zone());
        }

        @Bean
        InstantSource clock() {
            return () -> now;
        }
    }
}
