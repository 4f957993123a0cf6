package city.cockpit.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.cockpit.harness.TestDatabase;
import city.cockpit.measurement.Feed;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.PlausibleRange;
import city.cockpit.measurement.SensorFacts;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.SourceClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryIT {

    private static final String HEADER = "municipality_key,municipality,time_zone,site,site_name,latitude,longitude,"
            + "sensor,property,interval_seconds,capacity,simulated\n";
    private static final String MARKET =
            "16053000,Jena,Europe/Berlin,eichplatz,Eichplatz,50.92,11.58,parking-eichplatz,parking_free,300,290,false\n";

    private final TestDatabase database = TestDatabase.create();
    private final DataSource connections = database.dataSource();

    private final List<Object> told = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    @BeforeAll
    void migrate() {
        Flyway.configure().dataSource(connections).load().migrate();
    }

    @BeforeEach
    void empty() {
        JdbcClient.create(connections)
                .sql("TRUNCATE series, sensor, site, municipality CASCADE")
                .update();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void anEmptyRegistryGetsTheDemoCityAndKeepsItsNumbersAtTheNextStart() {
        var first = demo();
        assertThat(first.listSeries())
                .hasSizeGreaterThan(12)
                .isSortedAccordingTo((one, other) -> one.id().compareTo(other.id()));
        assertThat(first.listSeries()).allMatch(series -> series.simulated());
        assertThat(demo().listSeries()).isEqualTo(first.listSeries());
    }

    @Test
    void aDemoCityOfAnEarlierCockpitPromisesWhatItsSimulatorKeepsNow() {
        var first = demo();
        var noise = new SeriesId("noise-marktplatz/laeq");
        JdbcClient.create(connections)
                .sql("UPDATE series SET interval_seconds = 15 WHERE property_key = 'laeq'")
                .update();
        assertThat(demo().series(noise)).isEqualTo(first.series(noise));
    }

    @Test
    void aTownThatWentOnWithSensorsOfItsOwnIsLeftAlone() throws IOException {
        registry(settings(HEADER + MARKET));
        assertThat(demo().listSeries()).hasSize(1);
    }

    @Test
    void aTableSaysWhichFieldOfADeviceFeedsASeriesAndHow() throws IOException {
        var gauge = new SensorId("pegel-fulda");
        var registry = registry(settings(HEADER.replace(",simulated", ",field,scale,offset,missing,simulated")
                + "16053000,Jena,Europe/Berlin,wehr,Wehr,50.92,11.58,pegel-fulda,water_level,300,,"
                + "/readings/water/level_mm,0.001,-0.12,65535|-1,false\n"
                + "16053000,Jena,Europe/Berlin,wehr,Wehr,50.92,11.58,pegel-fulda,temperature,300,,,,,,false\n"));
        var level = registry.findFed(gauge, "/readings/water/level_mm").orElseThrow();
        assertThat(level.series().id()).isEqualTo(new SeriesId("pegel-fulda/water_level"));
        assertThat(level.feed()).isEqualTo(new Feed("/readings/water/level_mm", 0.001, -0.12, Set.of(65535.0, -1.0)));
        assertThat(registry.findFed(gauge, "/water_level"))
                .as("once a field is named, no other one feeds the series")
                .isEmpty();
        assertThat(registry.findFed(gauge, "/probe/Temperature")).isPresent();
        assertThat(registry.findFed(gauge, "/battery")).isEmpty();
    }

    @Test
    void withoutTheDemoAnEmptyRegistryStaysEmptyAndTheCockpitStillHasAName() {
        var registry = registry(new RegistrySettings(false, null));
        assertThat(registry.listSeries()).isEmpty();
        assertThat(registry.municipality().name()).isNotBlank();
    }

    @Test
    void aTownHandsOverItsOwnSensors() throws IOException {
        var registry = registry(settings(HEADER + MARKET));
        var series = registry.series(new SeriesId("parking-eichplatz/parking_free"));
        assertThat(series.place()).isEqualTo("Eichplatz");
        assertThat(series.interval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(series.capacity()).hasValue(290);
        assertThat(series.simulated()).isFalse();
        assertThat(registry.municipality().name()).isEqualTo("Jena");
        assertThat(registry.municipality().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(registry.knows(new SensorId("parking-eichplatz"))).isTrue();
        assertThat(registry.knows(new SensorId("parking-marktplatz"))).isFalse();
    }

    @Test
    void aChangedLineChangesTheSeriesAndKeepsItsNumber() throws IOException {
        var before = registry(settings(HEADER + MARKET)).series(new SeriesId("parking-eichplatz/parking_free"));
        var after = registry(settings(HEADER + MARKET.replace("300,290", "60,300")))
                .series(new SeriesId("parking-eichplatz/parking_free"));
        assertThat(after.key()).isEqualTo(before.key());
        assertThat(after.interval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(after.capacity()).hasValue(300);
    }

    @Test
    void aWrongLineIsNamedAndNothingOfTheTableIsTakenOver() throws IOException {
        var settings =
                settings(HEADER + MARKET + MARKET.replace("50.92", "north").replace("eichplatz", "other"));
        assertThatExceptionOfType(SensorTableException.class)
                .isThrownBy(() -> registry(settings))
                .withMessageContaining("line 3");
        assertThat(registry(new RegistrySettings(false, null)).listSeries()).isEmpty();
    }

    @Test
    void whatTheCockpitCannotObserveIsNamedAndNothingIsTakenOver() throws IOException {
        var settings = settings(HEADER + MARKET + MARKET.replace("parking_free", "happiness"));
        assertThatExceptionOfType(SensorTableException.class)
                .isThrownBy(() -> registry(settings))
                .withMessageContaining("happiness");
        assertThat(registry(new RegistrySettings(false, null)).listSeries()).isEmpty();
    }

    @Test
    void aPlaceMayBelieveOtherValuesThanItsPropertyAndWithoutALineOfItsOwnItDoesNot() throws IOException {
        var usual = ObservedProperties.load().find("parking_free").orElseThrow().plausible();
        assertThat(believed(HEADER + MARKET)).isEqualTo(usual);
        assertThat(believed(withRange(",290"))).isEqualTo(new PlausibleRange(usual.lowest(), 290));
        assertThat(believed(withRange("5,290"))).isEqualTo(new PlausibleRange(5, 290));
        assertThat(believed(HEADER + MARKET)).as("the line is gone").isEqualTo(usual);
    }

    @Test
    void aRangeThatBelievesNothingIsNamedAndNothingIsTakenOver() throws IOException {
        for (var range : new String[] {"290,5", "30000,", "x,", "NaN,", ",Infinity"}) {
            var settings = settings(withRange(range));
            assertThatExceptionOfType(SensorTableException.class)
                    .as(range)
                    .isThrownBy(() -> registry(settings))
                    .withMessageStartingWith("The table of sensors");
        }
        assertThat(registry(new RegistrySettings(false, null)).listSeries()).isEmpty();
    }

    @Test
    void whatATownSaysOfItsDevicesIsKnownAndTheRestIsNot() throws IOException {
        var header = HEADER.replace("\n", ",method,height_m,source_class,calibrated_on,calibration\n");
        var market = MARKET.replace("\n", ",Induktionsschleife,0.5,MUNICIPAL,2026-03-01,Werk\n");
        var told = registry(settings(header + market));
        assertThat(told.facts(new SensorId("parking-eichplatz")))
                .isEqualTo(new SensorFacts(
                        "Induktionsschleife",
                        OptionalDouble.of(0.5),
                        Optional.of(SourceClass.MUNICIPAL),
                        Optional.of(LocalDate.of(2026, 3, 1)),
                        "Werk"));
        var untold = registry(settings(HEADER + MARKET));
        assertThat(untold.facts(new SensorId("parking-eichplatz"))).isEqualTo(SensorFacts.UNKNOWN);
        var wrong = settings(header + market.replace("MUNICIPAL", "PERFECT"));
        assertThatExceptionOfType(SensorTableException.class)
                .isThrownBy(() -> registry(wrong))
                .withMessageContaining("line 2");
    }

    private static String withRange(String range) {
        return HEADER.replace("\n", ",plausible_lowest,plausible_highest\n") + MARKET.replace("\n", "," + range + "\n");
    }

    private PlausibleRange believed(String table) throws IOException {
        return registry(settings(table))
                .series(new SeriesId("parking-eichplatz/parking_free"))
                .plausible();
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatExceptionOfType(SensorTableException.class)
                .isThrownBy(() -> registry(new RegistrySettings(false, folder.resolve("nowhere.csv"))))
                .withMessageContaining("nowhere.csv");
    }

    @Test
    void whoTookItsLeaveIsStillKnownAfterARestart() {
        var since = Instant.parse("2026-11-22T10:15:00Z");
        var noise = new SensorId("noise-stadtpark");
        demo();
        status().offline(noise, since);
        status().offline(new SensorId("stranger"), since);
        assertThat(status().listOffline()).containsExactly(Map.entry(noise, since));
        status().online(noise);
        assertThat(status().listOffline()).isEmpty();
    }

    private SensorStatus status() {
        return new SensorStatusTable(JdbcClient.create(connections));
    }

    private Registry demo() {
        return registry(new RegistrySettings(true, null));
    }

    private RegistrySettings settings(String table) throws IOException {
        return new RegistrySettings(true, Files.writeString(folder.resolve("sensors.csv"), table));
    }

    private Registry registry(RegistrySettings settings) {
        var properties = ObservedProperties.load();
        var sql = JdbcClient.create(connections);
        return new Registry(
                new SensorRows(sql),
                new PropertyRows(sql),
                new TransactionTemplate(new JdbcTransactionManager(connections)),
                properties,
                new TakeOver(settings, properties, SampleSensors.FORMATS),
                told::add);
    }
}
