package city.cockpit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.audit.AuditFilter;
import city.cockpit.audit.AuditTables;
import city.cockpit.audit.Deed;
import city.cockpit.audit.Entry;
import city.cockpit.calendar.CalendarSource.Kind;
import city.cockpit.calendar.CalendarSource.Titles;
import city.cockpit.calendar.Flaw.Reason;
import city.cockpit.calendar.TownCalendars.Belief;
import city.cockpit.calendar.TownCalendars.Kept;
import city.cockpit.calendar.TownCalendars.Supply;
import city.cockpit.harness.TestDatabase;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.Town;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** From an address to what citizens read, with a server that comes and goes, on two cockpits with one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WithoutDatabase
class StoredCalendarsIT {

    private static final Town TOWN = new Town("Musterstadt", ZoneId.of("Europe/Berlin"));
    private static final String FEAST = """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20260525
            SUMMARY:Fest
            END:VEVENT
            END:VCALENDAR
            """;

    private final TestDatabase database = TestDatabase.create();
    private final DataSource connections = database.dataSource();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String body = FEAST;
    private Instant now = Instant.parse("2026-05-21T04:00:00Z");

    @BeforeAll
    void start() throws IOException {
        Flyway.configure().dataSource(connections).load().migrate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.incrementAndGet();
                var isKnown = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
                exchange.getResponseHeaders().set("ETag", "\"1\"");
                exchange.sendResponseHeaders(status == 200 && isKnown ? 304 : status, isKnown ? -1 : 0);
                if (!isKnown) exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
    }

    @AfterAll
    void stop() {
        server.stop(0);
        database.close();
    }

    @BeforeEach
    void nothingYet() {
        var sql = JdbcClient.create(connections);
        sql.sql("DELETE FROM town_calendar").update();
        sql.sql("DELETE FROM town_calendar_demo").update();
        status = 200;
        body = FEAST;
        asked.set(0);
    }

    /** A cockpit that has just been started. */
    private StoredCalendars cockpit() {
        return cockpit(new FakeCatalog());
    }

    private StoredCalendars cockpit(FakeCatalog catalog) {
        return new StoredCalendars(
                new CalendarTable(JdbcClient.create(connections)),
                new CalendarFetcher(
                        new AddressGuard(address -> true),
                        new CalendarSettings(true, Duration.ofSeconds(20), DataSize.ofMegabytes(1))),
                AuditTables.trail(connections, () -> now),
                new TransactionTemplate(new JdbcTransactionManager(connections)),
                () -> TOWN,
                catalog,
                () -> now);
    }

    private CalendarSource source(int version) {
        return new CalendarSource(
                "feste",
                new Titles("Feste", "Parties"),
                Kind.EVENTS,
                "http://127.0.0.1:%d/feste.ics".formatted(server.getAddress().getPort()),
                CsvColumns.NONE,
                6,
                true,
                version);
    }

    private static int fetchDue(StoredCalendars cockpit) {
        var orders = cockpit.takeOrders();
        for (var order : orders)
            try {
                cockpit.fetch(order);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        cockpit.publish();
        return orders.size();
    }

    private static Kept only(StoredCalendars cockpit) {
        return cockpit.listCalendars().getFirst();
    }

    @Test
    void oneCockpitFetchesAllShowAndARestartForgetsNothing() {
        var one = cockpit();
        var other = cockpit();
        assertThat(one.save(source(0), "anna")).isTrue();
        assertThat(one.save(source(0), "ben")).as("there is one of that name").isFalse();
        assertThat(fetchDue(one)).isEqualTo(1);
        assertThat(fetchDue(other)).isZero();
        for (var cockpit : List.of(one, other))
            assertThat(cockpit.now()).singleElement().satisfies(shown -> {
                assertThat(shown.fetchedAt()).isEqualTo(now);
                assertThat(shown.entries())
                        .extracting(city.cockpit.calendar.Entry::title)
                        .containsExactly("Fest");
            });
        var restarted = cockpit();
        restarted.publish();
        assertThat(restarted.find("feste")).isEqualTo(one.find("feste")).isPresent();
    }

    @Test
    void whatIsNotNewIsNotSentAgainButIsFresh() {
        var cockpit = cockpit();
        cockpit.save(source(0), "anna");
        fetchDue(cockpit);
        now = now.plus(Duration.ofHours(7));
        assertThat(fetchDue(cockpit)).isEqualTo(1);
        assertThat(asked.get()).isEqualTo(2);
        assertThat(cockpit.now().getFirst().fetchedAt()).isEqualTo(now);
        assertThat(cockpit.now().getFirst().entries()).hasSize(1);
    }

    @Test
    void aServerThatFailsIsAskedLaterAndLaterAndWhatWasGoodStays() {
        var cockpit = cockpit();
        cockpit.save(source(0), "anna");
        fetchDue(cockpit);
        var good = now;
        status = 500;
        now = now.plus(Duration.ofHours(6));
        var failed = now;
        assertThat(fetchDue(cockpit)).isEqualTo(1);
        assertThat(only(cockpit).failingSince()).contains(now);
        assertThat(only(cockpit).flaw()).contains(new Flaw(Reason.STATUS, "500"));
        now = now.plus(Duration.ofMinutes(4));
        assertThat(fetchDue(cockpit)).isZero();
        now = now.plus(Duration.ofMinutes(2));
        assertThat(fetchDue(cockpit)).isEqualTo(1);
        now = now.plus(Duration.ofMinutes(6));
        assertThat(fetchDue(cockpit)).as("it is not asked every five minutes").isZero();
        assertThat(only(cockpit).failingSince()).contains(failed);
        assertThat(cockpit.supplies())
                .as("those who keep the cockpit running are told")
                .extracting(Supply::failingSince)
                .containsExactly(Optional.of(failed));
        assertThat(cockpit.now().getFirst().fetchedAt()).isEqualTo(good);
        assertThat(cockpit.now().getFirst().entries()).hasSize(1);
        status = 200;
        now = now.plus(Duration.ofMinutes(10));
        assertThat(fetchDue(cockpit)).isEqualTo(1);
        assertThat(only(cockpit).flaw()).isEmpty();
        assertThat(only(cockpit).failingSince()).isEmpty();
    }

    @Test
    void aBrokenCalendarDoesNotTakeThePlaceOfAGoodOne() {
        body = FEAST;
        var cockpit = cockpit();
        cockpit.save(source(0), "anna");
        fetchDue(cockpit);
        var sql = JdbcClient.create(connections);
        sql.sql("UPDATE town_calendar SET tag = ''").update();
        body = "<html>Wartung</html>";
        now = now.plus(Duration.ofDays(2));
        fetchDue(cockpit);
        assertThat(only(cockpit).flaw()).contains(new Flaw(Reason.WEB_PAGE, ""));
        var shown = cockpit.now().getFirst();
        assertThat(shown.entries()).hasSize(1);
        assertThat(shown.belief(now)).isEqualTo(Belief.DOUBTFUL);
        assertThat(shown.belief(now.plus(Duration.ofDays(30)))).isEqualTo(Belief.NONE);
    }

    @Test
    void daysGoByWithoutFetching() {
        var cockpit = cockpit();
        cockpit.save(source(0), "anna");
        fetchDue(cockpit);
        now = Instant.parse("2026-05-25T22:30:00Z");
        cockpit.publish();
        assertThat(cockpit.now().getFirst().entries())
                .as("the day after the feast has begun")
                .isEmpty();
    }

    @Test
    void anotherAddressForgetsWhatWasAtTheOldOneAndAllIsWrittenDown() {
        var cockpit = cockpit();
        cockpit.save(source(0), "anna");
        fetchDue(cockpit);
        var moved = new CalendarSource(
                "feste", source(1).titles(), Kind.EVENTS, source(1).address() + "?neu", CsvColumns.NONE, 24, false, 1);
        assertThat(cockpit.save(moved, "anna")).isTrue();
        assertThat(cockpit.save(moved, "ben")).as("somebody was faster").isFalse();
        cockpit.publish();
        assertThat(cockpit.now()).isEmpty();
        assertThat(cockpit.remove("feste", "anna")).isTrue();
        assertThat(cockpit.remove("feste", "anna")).isFalse();
        assertThat(AuditTables.search(connections, () -> now).listEntries(AuditFilter.ALL, Optional.empty(), 3).stream()
                        .map(Entry::deed)
                        .toList())
                .containsExactly(Deed.CALENDAR_REMOVED, Deed.CALENDAR_SAVED, Deed.CALENDAR_SAVED);
    }

    @Test
    void theDemoCityHasItsCalendarsUntilSomebodyRemovesThem() {
        var catalog = new FakeCatalog();
        assertThat(cockpit(catalog).listCalendars())
                .as("a town without sensors is no demo")
                .isEmpty();
        var real = catalog.add("air-markt/pm10", "Markt");
        assertThat(cockpit(catalog).listCalendars()).isEmpty();
        catalog.add(new Series(
                1,
                real.id(),
                real.property(),
                Duration.ofMinutes(1),
                real.site(),
                OptionalInt.empty(),
                List.of(),
                true));
        var demo = cockpit(catalog);
        assertThat(fetchDue(demo)).isEqualTo(2);
        assertThat(demo.now())
                .hasSize(2)
                .allSatisfy(shown -> assertThat(shown.entries()).hasSizeGreaterThan(5));
        assertThat(asked.get()).as("nobody else is asked").isZero();
        demo.remove("demo-waste", "anna");
        assertThat(cockpit(catalog).listCalendars()).hasSize(1);
    }
}
