package city.cockpit.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Deed;
import city.cockpit.csv.Problem.Reason;
import city.cockpit.harness.TestDatabase;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Feed;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.NeighbourLimits;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.PlausibleRange;
import city.cockpit.measurement.SensorFacts;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Severity;
import city.cockpit.measurement.Site;
import city.cockpit.measurement.SourceClass;
import city.cockpit.measurement.TownScale;
import city.cockpit.measurement.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes on one database, and the people and programs that register sensors there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SensorsIT {

    private static final SensorId GAUGE = new SensorId("pegel-fulda");
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:00Z");

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient sql = JdbcClient.create(database.dataSource());
    private final List<String> trail = new ArrayList<>();

    @TempDir
    Path folder;

    private Node here;
    private Node there;

    SensorsIT() {
        Flyway.configure().dataSource(database.dataSource()).load().migrate();
        here = node(new RegistrySettings(false, null));
        there = here;
    }

    /** A cockpit's registry, and what it told the others in its process. */
    private record Node(
            Registry registry,
            Sensors sensors,
            SensorFiles files,
            OwnProperties properties,
            SensorAliases aliases,
            List<SensorsChanged> told) {}

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void anEmptyRegistryOnTwoNodes() {
        sql.sql(
                        "TRUNCATE sensor_alias, sensor_photo, device_swap, series, sensor, site, municipality, own_property CASCADE")
                .update();
        trail.clear();
        here = node(new RegistrySettings(false, null));
        there = node(new RegistrySettings(false, null));
    }

    private Node node(RegistrySettings settings) {
        var properties = ObservedProperties.load();
        var told = new ArrayList<SensorsChanged>();
        var rows = new PropertyRows(sql);
        var registry = new Registry(
                new SensorRows(sql),
                rows,
                new TransactionTemplate(new JdbcTransactionManager(database.dataSource())),
                properties,
                new TakeOver(settings, properties, SampleSensors.FORMATS),
                event -> told.add((SensorsChanged) event));
        AuditTrail audit = (actor, deed, object, changes) -> trail.add(actor + " " + deed + " " + object
                + changes.stream()
                        .map(change -> " " + change.field() + "=" + change.before() + ">" + change.after())
                        .collect(Collectors.joining()));
        return new Node(
                registry,
                new RegisteredSensors(registry, properties, SampleSensors.FORMATS, sql, audit, () -> NOW),
                new StoredSensorFiles(registry, properties, SampleSensors.FORMATS, audit),
                new StoredOwnProperties(registry, rows, properties, audit),
                new AliasTable(sql, registry, () -> NOW),
                told);
    }

    private static Place weir() {
        return Place.of(new Site("wehr", "Wehr", "Altstadt", 50.868, 9.707), "Am Wehr 1");
    }

    private static Sensor gauge() {
        return new Sensor(
                GAUGE,
                "Pegel am Wehr",
                "wehr",
                new Device("Radarpegel", "VEGAPULS C21", "4711", Optional.of(LocalDate.of(2026, 3, 1))),
                new Placement(OptionalInt.of(180), "am Brückengeländer"),
                new Stewardship(
                        "Tiefbauamt",
                        "pegel@example.org",
                        "dl-de/by-2-0",
                        "Hochwasser",
                        Optional.of(new PrivacyCheck(LocalDate.of(2026, 2, 1), "DSB", "misst nur Wasser"))),
                new SensorFacts(
                        "Radar",
                        OptionalDouble.of(3.5),
                        Optional.of(SourceClass.MUNICIPAL),
                        Optional.of(LocalDate.of(2026, 2, 2)),
                        "Werk"),
                Visibility.INTERNAL,
                Phase.ACTIVE,
                Optional.of("chirpstack"),
                OptionalInt.of(2),
                false,
                List.of(
                        new SeriesPlan(
                                "water_level",
                                Duration.ofMinutes(5),
                                OptionalInt.empty(),
                                List.of(2.5, 3.0),
                                OptionalDouble.of(-1),
                                OptionalDouble.of(8),
                                Optional.of(new Feed("/level_mm", 0.001, -0.12, Set.of(65535.0)))),
                        SeriesPlan.of("temperature", Duration.ofMinutes(5))),
                0);
    }

    private Sensor registered() {
        return here.sensors().register(gauge(), Optional.of(weir()), "toni");
    }

    private Sensor find(Node node) {
        return node.sensors().find(GAUGE).orElseThrow();
    }

    @Test
    void whatATechnicianRegistersIsKnownAtOnceHereSoonThereAndInTheTrail() {
        var kept = registered();
        assertThat(kept).isEqualTo(gauge().withVersion(1)).isEqualTo(find(here));
        assertThat(here.told()).containsExactly(new SensorsChanged(Set.of(GAUGE)));
        var series = here.registry().series(new SeriesId("pegel-fulda/water_level"));
        assertThat(series.place()).isEqualTo("Wehr");
        assertThat(series.isPublic()).isFalse();
        assertThat(here.registry().formatOf(GAUGE)).hasValue("chirpstack");
        assertThat(here.registry().findFed(GAUGE, "/level_mm").orElseThrow().series())
                .isEqualTo(series);
        assertThat(there.sensors().find(GAUGE)).isEmpty();
        there.registry().renew();
        assertThat(find(there)).isEqualTo(kept);
        assertThat(there.registry().series(series.id())).isEqualTo(series);
        assertThat(there.told()).containsExactly(new SensorsChanged(Set.of(GAUGE)));
        assertThat(trail)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("toni SITE_ADDED wehr"),
                        line -> assertThat(line)
                                .startsWith("toni SENSOR_REGISTERED pegel-fulda")
                                .contains("device-kind=>Radarpegel", "water-level=>"));
    }

    @Test
    void aLorawanDeviceIsFoundByItsNumberHoweverThatIsWritten() {
        registered();
        var number = new SensorId("70b3d57ed0041a2b");
        assertThat(here.registry().sensorNamed(number)).as("nobody has said it").isEqualTo(number);
        here.sensors().swap(GAUGE, device("70-B3-D5-7E-D0-04-1A-2B"), LocalDate.of(2026, 11, 22), "toni");
        assertThat(here.registry().sensorNamed(number)).isEqualTo(GAUGE);
        assertThat(here.registry().sensorNamed(new SensorId("eui-70b3d57ed0041a2b")))
                .as("as The Things Stack calls it")
                .isEqualTo(GAUGE);
        assertThat(here.registry().portOf(GAUGE)).hasValue(2);
        here.sensors().phase(GAUGE, Phase.RETIRED, "toni");
        assertThat(here.registry().sensorNamed(number)).isEqualTo(number);
    }

    @Test
    void twoDevicesOfTheSameNumberAreNobody() {
        registered();
        here.sensors().swap(GAUGE, device("70b3d57ed0041a2b"), LocalDate.of(2026, 11, 22), "toni");
        var other = SampleSensors.add(here.sensors(), "luft", "");
        here.sensors().swap(other.id(), device("70B3D57ED0041A2B"), LocalDate.of(2026, 11, 22), "toni");
        var number = new SensorId("70b3d57ed0041a2b");
        assertThat(here.registry().sensorNamed(number)).isEqualTo(number);
    }

    private static Device device(String number) {
        return new Device("", "", number, Optional.empty());
    }

    @Test
    void aNameThatSomebodyAssignsMeansTheSensorAtOnceHereSoonThereAndUntilItIsTakenAway() {
        registered();
        there.registry().renew();
        var name = new SensorId("tasmota-4711");
        assertThat(here.aliases().assign(name, GAUGE, "tina")).isTrue();
        assertThat(here.registry().sensorNamed(name)).isEqualTo(GAUGE);
        assertThat(there.registry().sensorNamed(name)).isEqualTo(name);
        there.registry().renew();
        assertThat(there.registry().sensorNamed(name)).isEqualTo(GAUGE);
        assertThat(there.aliases().assign(GAUGE, GAUGE, "tina"))
                .as("a registered name")
                .isFalse();
        assertThat(there.aliases().unassign(name)).isTrue();
        here.registry().renew();
        assertThat(here.registry().sensorNamed(name)).isEqualTo(name);
    }

    @Test
    void aFormatThatNobodyReadsIsNotRegistered() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> here.sensors().register(format("morse"), Optional.of(weir()), "toni"))
                .withMessage("This cockpit does not read 'morse'; it reads cockpit, chirpstack, things-stack,"
                        + " tasmota, json.");
        assertThat(here.sensors().find(GAUGE)).isEmpty();
    }

    private static Sensor format(String name) {
        var sensor = gauge();
        return new Sensor(
                sensor.id(),
                sensor.title(),
                sensor.siteKey(),
                sensor.device(),
                sensor.placement(),
                sensor.stewardship(),
                sensor.facts(),
                sensor.visibility(),
                sensor.phase(),
                Optional.of(name),
                sensor.port(),
                sensor.simulated(),
                sensor.series(),
                sensor.version());
    }

    @Test
    void aNameIsGivenOnce() {
        registered();
        assertThatExceptionOfType(NameTakenException.class)
                .isThrownBy(() -> there.sensors().register(gauge(), Optional.empty(), "tina"));
        assertThatExceptionOfType(NameTakenException.class)
                .isThrownBy(() -> there.sensors().savePlace(weir(), "tina"));
    }

    @Test
    void whoeverChangesWhatAnotherHasChangedMeanwhileIsToldSoAndNothingIsLost() {
        var kept = registered();
        there.registry().renew();
        var renamed = there.sensors().change(title(find(there), "Pegel Altstadt"), "tina");
        assertThat(renamed.version()).isEqualTo(2);
        assertThatExceptionOfType(ChangedMeanwhileException.class)
                .isThrownBy(() -> here.sensors().change(kept.withPhase(Phase.MAINTENANCE), "toni"));
        here.registry().renew();
        assertThat(find(here)).isEqualTo(renamed);
        assertThat(trail).last().isEqualTo("tina SENSOR_CHANGED pegel-fulda name=Pegel am Wehr>Pegel Altstadt");
    }

    private static Sensor title(Sensor sensor, String title) {
        return new Sensor(
                sensor.id(),
                title,
                sensor.siteKey(),
                sensor.device(),
                sensor.placement(),
                sensor.stewardship(),
                sensor.facts(),
                sensor.visibility(),
                sensor.phase(),
                sensor.format(),
                sensor.port(),
                sensor.simulated(),
                sensor.series(),
                sensor.version());
    }

    private static Sensor with(Sensor sensor, List<SeriesPlan> series) {
        return new Sensor(
                sensor.id(),
                sensor.title(),
                sensor.siteKey(),
                sensor.device(),
                sensor.placement(),
                sensor.stewardship(),
                sensor.facts(),
                sensor.visibility(),
                sensor.phase(),
                sensor.format(),
                sensor.port(),
                sensor.simulated(),
                series,
                sensor.version());
    }

    @Test
    void aSeriesThatIsNotObservedAnyMoreKeepsItsPastAndItsNumberWhenItComesBack() {
        var kept = registered();
        var temperature = new SeriesId("pegel-fulda/temperature");
        var before = here.registry().series(temperature);
        var without = here.sensors().change(with(kept, List.of(kept.series().getLast())), "toni");
        assertThat(here.registry().series(temperature).isRetired()).isTrue();
        assertThat(here.registry().findFed(GAUGE, "/temperature")).isEmpty();
        here.sensors().change(with(without, kept.series()), "toni");
        assertThat(here.registry().series(temperature)).isEqualTo(before);
    }

    @Test
    void aFieldMayGoFromOneSeriesToAnother() {
        var kept = registered();
        var level = SeriesPlan.of("water_level", Duration.ofMinutes(5));
        var temperature = new SeriesPlan(
                "temperature",
                Duration.ofMinutes(5),
                OptionalInt.empty(),
                List.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.of(Feed.of("/level_mm")));
        here.sensors().change(with(kept, List.of(level, temperature)), "toni");
        assertThat(here.registry()
                        .findFed(GAUGE, "/level_mm")
                        .orElseThrow()
                        .series()
                        .id())
                .isEqualTo(new SeriesId("pegel-fulda/temperature"));
    }

    @Test
    void aSwappedDeviceKeepsTheSeriesAndTheDayIsMarked() {
        var kept = registered();
        var before = here.registry().listSeries();
        var next = new Device("Radarpegel", "VEGAPULS C22", "4712", Optional.of(LocalDate.of(2026, 11, 20)));
        here.sensors().swap(GAUGE, next, LocalDate.of(2026, 11, 20), "toni");
        assertThat(here.registry().listSeries()).isEqualTo(before);
        assertThat(find(here).device()).isEqualTo(next);
        assertThat(there.sensors().listSwaps(GAUGE))
                .containsExactly(new Swap(LocalDate.of(2026, 11, 20), kept.device(), next, "toni", NOW));
        there.registry().renew();
        assertThat(there.registry().listSwapDays(GAUGE)).containsExactly(LocalDate.of(2026, 11, 20));
    }

    @Test
    void aRetiredSensorIsUnknownToThePipelineAndItsPastStays() {
        registered();
        here.sensors().phase(GAUGE, Phase.RETIRED, "toni");
        assertThat(here.registry().knows(GAUGE)).isFalse();
        assertThat(here.registry().listSeries()).hasSize(2).allMatch(series -> series.isRetired());
        assertThat(here.registry().facts(GAUGE).method()).isEqualTo("Radar");
        here.sensors().phase(GAUGE, Phase.ACTIVE, "toni");
        assertThat(here.registry().knows(GAUGE)).isTrue();
    }

    @Test
    void aSiteThatIsRenamedIsRenamedOnEveryTileOfIt() {
        registered();
        var place = here.sensors().findPlace("wehr").orElseThrow();
        var renamed = new Place(
                new Site("wehr", "Altes Wehr", "Altstadt", 50.868, 9.707),
                place.address(),
                place.municipalityKey(),
                place.version());
        here.sensors().savePlace(renamed, "toni");
        assertThat(here.registry().listSeries())
                .allMatch(series -> series.place().equals("Altes Wehr"));
        assertThat(here.told()).last().isEqualTo(new SensorsChanged(Set.of(GAUGE)));
        assertThatExceptionOfType(ChangedMeanwhileException.class)
                .isThrownBy(() -> there.sensors().savePlace(renamed, "tina"));
    }

    @Test
    void aSensorKeepsItsPhoto() {
        registered();
        var photo = Photo.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xDA, 1, 2, 3});
        here.sensors().keepPhoto(GAUGE, photo, "toni");
        assertThat(there.sensors().photo(GAUGE)).hasValue(photo);
    }

    @Test
    void whatIsExportedAndReadInAgainChangesNothing() throws IOException {
        registered();
        here.sensors().savePlace(Place.of(new Site("park", "=Park; \"alt\"", "", 50.87, 9.71), "-3 Stufen"), "toni");
        var file = export();
        var again = here.files().importCsv(file.getBytes(UTF_8), false, "toni");
        assertThat(again).isEqualTo(new SensorFiles.Imported(3, 0, 0, 1, 0, List.of(), List.of()));
        anEmptyRegistryOnTwoNodes();
        var fresh = here.files().importCsv(file.getBytes(UTF_8), false, "toni");
        assertThat(fresh.problems()).isEmpty();
        assertThat(find(here)).isEqualTo(gauge().withVersion(1));
        assertThat(export()).isEqualTo(file);
    }

    private String export() throws IOException {
        var out = new ByteArrayOutputStream();
        here.files().exportCsv(out, "toni");
        return out.toString(UTF_8);
    }

    @Test
    void aTableThatSaysLittleLeavesTheRestAsItIs() {
        registered();
        var renamed =
                here.files().importCsv("sensor;name;height_m\npegel-fulda;Pegel;3,25\n".getBytes(UTF_8), false, "tina");
        assertThat(renamed.changed()).isEqualTo(1);
        assertThat(find(here).title()).isEqualTo("Pegel");
        assertThat(find(here).facts().heightMetres()).hasValue(3.25);
        assertThat(find(here).series()).isEqualTo(gauge().series());
        assertThat(find(here).device()).isEqualTo(gauge().device());
    }

    @Test
    void fiveThousandSensorsAreReadInAtOnceAndAHundredBrokenRowsAreNamedAndNothingIsStored() {
        var good = table(5_000);
        var broken = good.lines().toList();
        var rows = new ArrayList<>(broken);
        for (var i = 1; i <= 100; i++) rows.set(i * 50, rows.get(i * 50).replace("50.", "north"));
        var refused = here.files().importCsv(String.join("\n", rows).getBytes(UTF_8), false, "toni");
        assertThat(refused.problems())
                .hasSize(100)
                .allMatch(problem ->
                        problem.reason() == Reason.NO_NUMBER && problem.column().equals("latitude"));
        assertThat(refused.problems().getFirst().line()).isEqualTo(51);
        assertThat(here.sensors().listSensors()).isEmpty();
        assertThat(here.sensors().listPlaces()).isEmpty();
        var begin = System.nanoTime();
        var stored = here.files().importCsv(good.getBytes(UTF_8), false, "toni");
        var took = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(stored.problems()).isEmpty();
        assertThat(stored.created()).isEqualTo(5_000);
        assertThat(took).as("five thousand sensors").isLessThan(Duration.ofSeconds(30));
        there.registry().renew();
        assertThat(there.registry().listSeries()).hasSize(5_000);
    }

    private static String table(int sensors) {
        return IntStream.rangeClosed(1, sensors)
                .mapToObj(i -> "site-%d,Platz %d,50.%05d,9.%05d,sensor-%d,temperature,300"
                        .formatted(i / 4, i / 4, i / 4, i / 4, i))
                .collect(Collectors.joining(
                        "\n", "site,site_name,latitude,longitude,sensor,property,interval_seconds\n", "\n"));
    }

    @Test
    void aTableAtTheStartLeavesWhatAPersonHasChanged() throws IOException {
        var header = "municipality_key,municipality,time_zone,site,site_name,latitude,longitude,sensor,property,"
                + "interval_seconds,simulated\n";
        var line = "16053000,Jena,Europe/Berlin,wehr,Wehr,50.92,11.58,%s,water_level,300,false\n";
        var settings = new RegistrySettings(
                true,
                Files.writeString(
                        folder.resolve("sensors.csv"),
                        header + line.formatted("pegel-fulda") + line.formatted("pegel-saale")));
        here = node(settings);
        here.sensors().change(title(find(here), "Pegel"), "toni");
        Files.writeString(
                folder.resolve("sensors.csv"),
                header
                        + line.formatted("pegel-fulda").replace(",300,", ",60,")
                        + line.formatted("pegel-saale").replace(",300,", ",60,"));
        here = node(settings);
        assertThat(find(here).title()).isEqualTo("Pegel");
        assertThat(find(here).series().getFirst().interval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(here.registry()
                        .series(new SeriesId("pegel-saale/water_level"))
                        .interval())
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aPropertyThatTheTownAddsIsKnownOnEveryNodeAndItsUnitStaysOnceThereAreSeries() {
        var radon = radon("Bq/m3", 0);
        here.properties().save(radon, true, "toni");
        assertThat(here.properties().listProperties()).contains(radon);
        there.registry().renew();
        assertThat(there.properties().listProperties()).contains(radon);
        there.sensors()
                .register(
                        with(gauge(), List.of(SeriesPlan.of("radon", Duration.ofHours(1)))),
                        Optional.of(weir()),
                        "tina");
        here.registry().renew();
        here.properties().save(radon("Bq/m3", 1), false, "toni");
        assertThat(here.registry()
                        .series(new SeriesId("pegel-fulda/radon"))
                        .property()
                        .decimals())
                .isEqualTo(1);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> here.properties().save(radon("kBq/m3", 1), false, "toni"));
        assertThatExceptionOfType(NameTakenException.class)
                .isThrownBy(() -> here.properties().save(radon, true, "toni"));
        assertThat(trail).anyMatch(one -> one.startsWith("toni " + Deed.PROPERTY_ADDED + " radon"));
    }

    private static ObservedProperty radon(String unit, int decimals) {
        return new ObservedProperty(
                "radon",
                Domain.AIR,
                Kind.LEVEL,
                new Unit(unit, "Bq/m³"),
                decimals,
                0,
                100_000,
                new PlausibleRange(0, 5_000),
                NeighbourLimits.NONE,
                Optional.of(new TownScale(
                        Averaging.HOUR,
                        List.of(
                                new TownScale.Step(Double.NEGATIVE_INFINITY, Severity.GOOD, "gut", "good"),
                                new TownScale.Step(300, Severity.WARNING, "erhöht", "elevated")))),
                "Radon",
                "Radon");
    }
}
