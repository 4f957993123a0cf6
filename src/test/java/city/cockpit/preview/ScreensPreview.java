package city.cockpit.preview;

import city.cockpit.access.InMemoryOwnAccount;
import city.cockpit.access.InMemoryPageChoices;
import city.cockpit.access.InMemoryPeople;
import city.cockpit.access.InMemorySessions;
import city.cockpit.access.InMemoryTokens;
import city.cockpit.access.InMemoryWallDoor;
import city.cockpit.access.Role;
import city.cockpit.administration.PreviewStatus;
import city.cockpit.audit.InMemoryAudit;
import city.cockpit.basemap.BaseMap;
import city.cockpit.basemap.BaseMaps;
import city.cockpit.citizens.CitizensPreview;
import city.cockpit.citizens.DayLedger;
import city.cockpit.citizens.SignLanguage;
import city.cockpit.fleet.PreviewFleet;
import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.connection.InMemoryConnections;
import city.cockpit.label.Labels;
import city.cockpit.label.PreviewLabels;
import city.cockpit.label.Scans;
import city.cockpit.live.PreviewPast;
import city.cockpit.live.State;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.SensorFacts;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.SourceClass;
import city.cockpit.measurement.Thresholds;
import city.cockpit.measurement.Town;
import city.cockpit.measurement.TownSource;
import city.cockpit.onboarding.OnboardingPreview;
import city.cockpit.operations.OperationsPreview;
import city.cockpit.operations.Pulse;
import city.cockpit.platform.DevicesDoor;
import city.cockpit.platform.DevicesDoor.Door;
import city.cockpit.registry.InMemoryOwnProperties;
import city.cockpit.registry.InMemorySensorFiles;
import city.cockpit.registry.InMemorySensors;
import city.cockpit.registry.rights.InMemoryRights;
import city.cockpit.sitefacts.InMemorySiteFacts;
import city.cockpit.sitefacts.SiteFactFiles;
import city.cockpit.strategy.Examples;
import city.cockpit.strategy.InMemoryStrategies;
import city.cockpit.strategy.IndicatorChoices;
import city.cockpit.strategy.StrategyCsv;
import city.cockpit.strategy.StrategyDesk;
import city.cockpit.strategy.StrategyPictures;
import city.cockpit.technicians.FlowSample;
import city.cockpit.technicians.PreviewHooks;
import city.cockpit.town.InMemoryTown;
import city.cockpit.town.TownHall;
import city.cockpit.transfer.Counts;
import city.cockpit.transfer.Export;
import city.cockpit.transfer.Import;
import city.cockpit.transfer.PreviewImports;
import city.cockpit.transfer.Refusal;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Starts the screens alone, with a made-up town: {@code main} takes live, empty, stale or offline. Sign in as admin with
 * the password admin.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            // For the identity provider that tests start; it would make a key for every town.
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration"
        })
@EnableVaadin({
    "city.cockpit.uikit",
    "city.cockpit.citizens",
    "city.cockpit.operations",
    "city.cockpit.explorer",
    "city.cockpit.administration",
    "city.cockpit.technicians",
    "city.cockpit.planning"
})
@ComponentScan({"city.cockpit.uikit", "city.cockpit.explorer", "city.cockpit.planning"})
@org.springframework.context.annotation.Import({OnboardingPreview.class, OperationsPreview.class, CitizensPreview.class
})
public class ScreensPreview {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    public static void main(String[] args) {
        var context = SpringApplication.run(ScreensPreview.class, args);
        var city = context.getBean(PreviewCity.class);
        var scene = args.length == 0 ? "live" : args[args.length - 1];
        if (scene.equals("empty")) return;
        refuse(context.getBean(PreviewRefusals.class));
        var inbox = context.getBean(PreviewInbox.class);
        for (var sender : List.of("air-neubau", "air-99", "sensor-17"))
            inbox.add(
                    sender,
                    "pm10",
                    12.3,
                    "{\"time\":\"2026-11-22T10:15:00Z\",\"values\":{\"pm10\":12.3}}",
                    Instant.now().minusSeconds(30));
        show(context.getBean(PreviewImports.class));
        populate(city);
        context.getBean(InMemoryStrategies.class)
                .publish(Examples.strategy(context.getBean(InstantSource.class)
                        .instant()
                        .atZone(ZONE)
                        .toLocalDate()));
        var age = switch (scene) {
            case "stale" -> Duration.ofMinutes(42);
            case "offline" -> Duration.ofDays(3);
            default -> Duration.ofSeconds(2);
        };
        var state = switch (scene) {
            case "stale" -> State.STALE;
            case "offline" -> State.OFFLINE;
            case "never" -> State.NO_DATA;
            default -> State.LIVE;
        };
        Thread.ofPlatform().name("town").start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                report(city, Instant.now().minus(age), state);
                LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
            }
        });
    }

    private static void report(PreviewCity city, Instant time, State state) {
        for (var series : city.listSeries()) {
            var mixed = state == State.LIVE ? mixed(series.id().value()) : state;
            if (mixed == State.NO_DATA) continue;
            var at = mixed == State.STALE ? time.minusSeconds(2_520) : time;
            city.reports(
                    series.id().value(), PlausibleDay.value(series, at), at, mixed, PlausibleDay.trail(series, at));
        }
        city.publish(Instant.now());
    }

    private static void show(PreviewImports imports) {
        var text = "Datum/Zeit;PM2,5 Markt;air-markt/pm10\n15.01.2026 12:00;8,5;12,0\n15.01.2026 13:00;9,0;13,5\n";
        imports.add("luftmessnetz-2025.csv", text);
        imports.become(
                imports.add("luftmessnetz-2024.csv", text),
                Import.State.CHECKED,
                new Counts(
                        525_600,
                        100,
                        1_049_000,
                        1_200,
                        Map.of(Refusal.NOT_A_NUMBER, 812L, Refusal.OLDER_THAN_RETENTION, 188L),
                        37,
                        0,
                        14));
        imports.become(
                imports.add("lärm.csv", text),
                Import.State.STORING,
                new Counts(212_000, 55, 423_000, 0, Map.of(), 0, 0, 0));
    }

    private static void refuse(PreviewRefusals refusals) {
        var now = Instant.now();
        refusals.add(
                RejectReason.IN_FUTURE,
                "noise-schulviertel",
                "laeq at …",
                "{\"time\":\"2030-01-01T00:00:00Z\",\"values\":{\"laeq\":61.2}}",
                now.minusSeconds(86_400),
                1_274,
                200);
        refusals.add(
                RejectReason.UNKNOWN_PROPERTY,
                "weather-rathaus",
                "no series 'happiness' of weather-rathaus",
                "{\"time\":\"2026-11-22T10:15:00Z\",\"values\":{\"temperature\":7.5,\"happiness\":3}}",
                now.minusSeconds(400),
                12,
                12);
        refusals.add(
                RejectReason.MALFORMED,
                "air-stadtpark",
                "not JSON: Unexpected character ('…' (code …))",
                "<script>alert(1)</script>",
                now,
                1,
                1);
    }

    private static State mixed(String id) {
        return switch (id) {
            case "energy-hallenbad/power" -> State.DELAYED;
            case "noise-stadtpark/laeq" -> State.STALE;
            case "weather-rathaus/precipitation" -> State.NO_DATA;
            default -> State.LIVE;
        };
    }

    /** The demo city as registered, before anything reported. */
    public static void populate(PreviewCity city) {
        city.with("parking-marktplatz/parking_free", "Parkhaus Marktplatz", 30, OptionalInt.of(180))
                .with("parking-bahnhof/parking_free", "Bahnhof P+R", 30, OptionalInt.of(320))
                .with("parking-altstadt/parking_free", "Tiefgarage Altstadt", 30, OptionalInt.of(95))
                .with("noise-bahnhofstrasse/laeq", "Bahnhofstraße", 15, OptionalInt.empty())
                .with("noise-schulviertel/laeq", "Schulviertel", 15, OptionalInt.empty())
                .with("noise-stadtpark/laeq", "Stadtpark", 15, OptionalInt.empty())
                .with("air-bahnhofstrasse/pm10", "Bahnhofstraße", 60, OptionalInt.empty())
                .with("air-bahnhofstrasse/pm2_5", "Bahnhofstraße", 60, OptionalInt.empty())
                .with("air-stadtpark/pm10", "Stadtpark", 60, OptionalInt.empty())
                .with("air-stadtpark/pm2_5", "Stadtpark", 60, OptionalInt.empty())
                .with("uv-rathaus/uv_index", "Rathaus", 60, OptionalInt.empty())
                .with("weather-rathaus/temperature", "Rathaus", 60, OptionalInt.empty())
                .with("weather-rathaus/humidity", "Rathaus", 60, OptionalInt.empty())
                .with("weather-rathaus/pressure", "Rathaus", 60, OptionalInt.empty())
                .with("weather-rathaus/wind_speed", "Rathaus", 60, OptionalInt.empty())
                .with("weather-rathaus/wind_direction", "Rathaus", 60, OptionalInt.empty())
                .with("weather-rathaus/precipitation", "Rathaus", 60, OptionalInt.empty())
                .with("energy-rathaus/power", "Rathaus", 15, OptionalInt.empty())
                .with("energy-rathaus/energy", "Rathaus", 15, OptionalInt.empty())
                .with("energy-grundschule/power", "Grundschule am Fluss", 15, OptionalInt.empty())
                .with("energy-hallenbad/power", "Hallenbad", 15, OptionalInt.empty());
    }

    @Bean
    PreviewCity city() {
        return new PreviewCity();
    }

    @Bean
    PreviewFleet fleet(InMemorySensors sensors, PreviewCity city) {
        return new PreviewFleet(sensors, city);
    }

    /** Nobody has made a film for a town that does not exist; whoever puts one there sees it. */
    @Bean
    SignLanguage signLanguage() {
        return new SignLanguage(Path.of("target/preview-media"));
    }

    @Bean
    Thresholds thresholds() {
        return Thresholds.load();
    }

    /** Of one device something is known. */
    @Bean
    SeriesCatalog catalog() {
        var catalog = new FakeCatalog();
        catalog.know(
                new SensorId("air-markt"),
                new SensorFacts(
                        "Streulicht",
                        OptionalDouble.of(3.5),
                        Optional.of(SourceClass.INDICATIVE),
                        Optional.of(LocalDate.of(2026, 3, 1)),
                        "Vergleich mit der Station am Bahnhof"));
        return catalog;
    }

    @Bean
    PreviewStore store() {
        return new PreviewStore();
    }

    @Bean
    ObservedProperties observedProperties() {
        return ObservedProperties.load();
    }

    @Bean
    PreviewAlerts alerts() {
        return new PreviewAlerts();
    }

    @Bean
    PreviewPast past(InstantSource clock) {
        return new PreviewPast(clock);
    }

    @Bean
    PreviewIncidents incidents() {
        return new PreviewIncidents();
    }

    @Bean
    PreviewMaintenance maintenance(PreviewCity city, InstantSource clock) {
        return new PreviewMaintenance(city, clock);
    }

    @Bean
    PreviewFaults faults(InstantSource clock) {
        return new PreviewFaults(clock);
    }

    @Bean
    PreviewCalendars calendars() {
        return new PreviewCalendars();
    }

    @Bean
    InMemorySiteFacts siteFacts() {
        return new InMemorySiteFacts();
    }

    @Bean
    SiteFactFiles siteFactFiles(
            InMemorySiteFacts facts,
            InMemorySensors sensors,
            Thresholds thresholds,
            TownSource town,
            InstantSource clock) {
        return facts.files(sensors, thresholds, town, clock);
    }

    @Bean
    PreviewRefusals refusals() {
        return new PreviewRefusals();
    }

    @Bean
    PreviewInbox inbox(PreviewCity city) {
        return new PreviewInbox(city);
    }

    @Bean
    PreviewImports imports() {
        return new PreviewImports();
    }

    @Bean
    Export export() {
        return PreviewImports.export();
    }

    @Bean
    InMemoryConnections connections() {
        return new InMemoryConnections();
    }

    @Bean
    InMemorySensorFiles sensorFiles() {
        return new InMemorySensorFiles();
    }

    @Bean
    InMemoryOwnProperties ownProperties() {
        return new InMemoryOwnProperties();
    }

    @Bean
    InMemorySensors sensors() {
        return new InMemorySensors();
    }

    @Bean
    Labels labels(InMemorySensors sensors, TownHall town) {
        return PreviewLabels.labels(sensors, town);
    }

    @Bean
    Scans scans(InMemorySensors sensors) {
        return PreviewLabels.scans(sensors);
    }

    @Bean
    PreviewHooks hooks() {
        return new PreviewHooks();
    }

    @Bean
    PreviewNodes nodes() {
        return new PreviewNodes();
    }

    @Bean
    InMemoryAudit audit(InstantSource clock) {
        return new InMemoryAudit(clock);
    }

    @Bean
    InMemoryStrategies strategies(InMemoryAudit audit, InstantSource clock) {
        return new InMemoryStrategies(audit, clock);
    }

    @Bean
    StrategyPictures strategyPictures(InMemoryStrategies strategies, PreviewCity city) {
        return strategies.pictures(new PreviewCatalog(city));
    }

    @Bean
    IndicatorChoices indicatorChoices(InMemoryStrategies strategies, PreviewCity city) {
        return strategies.choices(new PreviewCatalog(city));
    }

    @Bean
    StrategyCsv strategyCsv(InMemoryStrategies strategies) {
        return strategies.csv();
    }

    @Bean
    StrategyDesk strategyDesk(InMemoryStrategies strategies) {
        return strategies.desk();
    }

    @Bean
    BaseMap baseMap() {
        return BaseMaps.none();
    }

    @Bean
    PreviewStatus status() {
        return new PreviewStatus();
    }

    @Bean
    FlowSample flow() {
        return new FlowSample();
    }

    @Bean
    InMemoryRights rights(InMemorySensors sensors, InstantSource clock) {
        return new InMemoryRights(sensors, clock);
    }

    @Bean
    DevicesDoor devicesDoor() {
        return () -> new Door("localhost", 1883, false, true);
    }

    @Bean
    PreviewProvider provider() {
        return new PreviewProvider();
    }

    @Bean
    Pulse pulse(PreviewCity city, PreviewStatus status) {
        return new Pulse(city, status::counts, Optional::empty);
    }

    @Bean
    DayLedger dayLedger(PreviewCity city, PreviewStatus status, TownSource town) {
        return new DayLedger(city, status::counts, town, Instant.EPOCH);
    }

    @Bean
    TownHall town(InstantSource clock) {
        return InMemoryTown.hall(new Town("Musterstadt", ZONE), clock);
    }

    @Bean
    InMemoryPeople accounts(InstantSource clock) {
        var people = new InMemoryPeople(clock);
        people.onlyAdministrator("admin");
        return people;
    }

    @Bean
    InMemorySessions sessions(InstantSource clock) {
        return new InMemorySessions(clock);
    }

    @Bean
    InMemoryTokens tokens(InstantSource clock) {
        return new InMemoryTokens(clock);
    }

    @Bean
    InMemoryPageChoices pageChoices() {
        return new InMemoryPageChoices();
    }

    @Bean
    InMemoryWallDoor wallDoor() {
        return new InMemoryWallDoor();
    }

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecurityFilterChain screens(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/cockpit.css", "/icons/**", "/town/**")
                        .permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView("/login", "/")
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::permitAll))
                .build();
    }

    @Bean
    InMemoryOwnAccount ownAccount(InstantSource clock) {
        var accounts = new InMemoryOwnAccount(clock);
        accounts.add("admin", "Anna Karst", "admin", false, Role.values());
        return accounts;
    }

    @Bean
    PreviewReadmission readmission() {
        return new PreviewReadmission();
    }

    @Bean
    UserDetailsService people() {
        return new InMemoryUserDetailsManager(User.withUsername("admin")
                .password("{noop}admin")
                .roles("ADMINISTRATOR")
                .build());
    }
}
