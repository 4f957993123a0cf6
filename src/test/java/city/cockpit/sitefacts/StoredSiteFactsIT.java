package city.cockpit.sitefacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.cockpit.audit.AuditFilter;
import city.cockpit.audit.AuditTables;
import city.cockpit.audit.Deed;
import city.cockpit.audit.Entry;
import city.cockpit.harness.TestDatabase;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Town;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is said of a site, from which day on it holds, and what the demo city says of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WithoutDatabase
class StoredSiteFactsIT {

    private static final Town TOWN = new Town("Musterstadt", ZoneId.of("Europe/Berlin"));
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 21);

    private final TestDatabase database = TestDatabase.create();
    private final DataSource connections = database.dataSource();
    private final FakeCatalog catalog = new FakeCatalog();
    private Instant now = Instant.parse("2026-05-21T10:00:00Z");

    @BeforeAll
    void migrate() {
        Flyway.configure().dataSource(connections).load().migrate();
    }

    @AfterAll
    void close() {
        database.close();
    }

    /** A cockpit that has just been started. */
    private SiteFactBook book() {
        return new StoredSiteFacts(
                new SiteFactTable(JdbcClient.create(connections)),
                new DemoFacts(catalog),
                AuditTables.trail(connections, () -> now),
                new TransactionTemplate(new JdbcTransactionManager(connections)),
                () -> TOWN,
                () -> now);
    }

    private static Fact fact(FactKind kind, String value, LocalDate from) {
        return new Fact(kind, value, from, "Stadtwerke");
    }

    @Test
    void whatIsSaidHoldsFromItsDayOnUntilSomethingElseIsSaid() {
        var book = book();
        book.save(
                "schule",
                List.of(
                        fact(FactKind.BUILDING_KIND, "schools", TODAY),
                        fact(FactKind.FLOOR_AREA, "2400", TODAY),
                        fact(FactKind.FLOOR_AREA, "3100", TODAY.plusDays(10))),
                "tina");
        assertThat(book.of("schule").building()).contains(new Building("schools", 2400));
        assertThat(book.listFacts("schule")).hasSize(3);

        now = now.plusSeconds(10 * 86_400);
        var later = book();
        assertThat(later.of("schule").building()).contains(new Building("schools", 3100));
        assertThat(later.listFacts("schule")).extracting(Fact::value).containsExactly("schools", "3100");

        later.save("schule", List.of(fact(FactKind.FLOOR_AREA, "", TODAY.plusDays(10))), "tina");
        assertThat(later.of("schule").building()).isEmpty();
        assertThat(AuditTables.search(connections, () -> now).listEntries(AuditFilter.ALL, Optional.empty(), 1))
                .extracting(Entry::actor, Entry::deed)
                .containsExactly(tuple("tina", Deed.SITE_FACTS_CHANGED));
    }

    @Test
    void theDemoCitySaysItsOwnOfSimulatedSitesAndNeverAgainstPeople() {
        catalog.add(new Series(
                1,
                new SeriesId("parking-marktplatz/parking_free"),
                ObservedProperties.load().find("parking_free").orElseThrow(),
                Duration.ofMinutes(1),
                FakeCatalog.siteOf("marktplatz"),
                OptionalInt.of(180),
                List.of(),
                true));
        catalog.add("parking-altstadt/parking_free", "altstadt");
        var book = book();
        assertThat(book.of("marktplatz").bays()).containsEntry(SpecialBay.DISABLED, 6);
        assertThat(book.of("altstadt")).isEqualTo(SiteFacts.NONE);

        book.save(
                "marktplatz",
                List.of(fact(FactKind.BAYS_DISABLED, "", now.atZone(TOWN.zone()).toLocalDate())),
                "tina");
        assertThat(book().of("marktplatz").bays())
                .isEqualTo(Map.of(SpecialBay.CHARGING, 8, SpecialBay.WOMEN, 10, SpecialBay.FAMILY, 6));
    }
}
