package city.cockpit.town;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.cockpit.audit.AuditFilter;
import city.cockpit.audit.AuditTables;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.audit.Entry;
import city.cockpit.harness.TestDatabase;
import city.cockpit.measurement.Town;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TownTableIT {

    private static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");
    private static final String RING = "[[9.7,50.86],[9.72,50.86],[9.72,50.88],[9.7,50.86]]";

    private final TestDatabase database = TestDatabase.create();
    private final DataSource connections = database.dataSource();

    @BeforeEach
    void migrate() {
        Flyway.configure().dataSource(connections).load().migrate();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void beforeAnybodySavesTheTownIsCalledAsItsMunicipality() {
        assertThat(hall().now().isSetUp()).isFalse();
        assertThat(hall().town()).isEqualTo(new Town("Musterstadt", ZoneId.of("Europe/Berlin")));
    }

    @Test
    void everythingIsThereAfterARestart() {
        var profile = everything(arms("#123456"));
        assertThat(hall().save(0, profile, "anna"))
                .isEqualTo(new SaveOutcome.Saved(new SavedTown(1, profile, NOON, "anna")));
        assertThat(hall().now()).isEqualTo(new SavedTown(1, profile, NOON, "anna"));
        assertThat(hall().findArms(profile.arms().key())).contains(profile.arms());
    }

    @Test
    void whoComesSecondIsToldAndChangesNothing() {
        var anna = hall();
        var bert = hall();
        anna.save(0, named("Annastadt"), "anna");
        var newest = anna.now();
        assertThat(bert.save(0, named("Bertstadt"), "bert")).isEqualTo(new SaveOutcome.Overtaken(newest));
        assertThat(bert.now()).isEqualTo(newest);
        assertThat(hall().town().name()).isEqualTo("Annastadt");
    }

    @Test
    void ofManyWhoSaveAtOnceOneSucceeds() throws Exception {
        var start = new CyclicBarrier(4);
        try (var people = Executors.newFixedThreadPool(4)) {
            var outcomes = people.invokeAll(IntStream.range(0, 4)
                    .<Callable<SaveOutcome>>mapToObj(index -> () -> {
                        var hall = hall();
                        start.await(30, SECONDS);
                        return hall.save(0, named("Stadt " + index), "person-" + index);
                    })
                    .toList());
            var saved = 0;
            for (var outcome : outcomes) if (outcome.get() instanceof SaveOutcome.Saved) saved++;
            assertThat(saved).isEqualTo(1);
        }
        assertThat(hall().now().version()).isEqualTo(1);
    }

    @Test
    void undoBringsBackWhatWasBeforeAndUndoingItAgainRedoes() {
        var hall = hall();
        hall.save(0, named("Altstadt"), "anna");
        hall.save(1, everything(arms("#654321")), "bert");
        hall.undo(2, "anna");
        assertThat(hall.now().version()).isEqualTo(3);
        assertThat(hall.town().name()).isEqualTo("Altstadt");
        hall.undo(3, "anna");
        assertThat(hall.now().profile()).isEqualTo(everything(arms("#654321")));
    }

    @Test
    void undoingTheFirstSaveBringsBackTheDefaults() {
        var hall = hall();
        hall.save(0, everything(arms("#654321")), "anna");
        hall.undo(1, "anna");
        assertThat(hall.now().profile()).isEqualTo(TownProfile.initial(hall.town()));
        assertThat(hall.town().name()).isEqualTo("Musterstadt");
    }

    @Test
    void theAuditTrailTellsWhoChangedWhatOfTheTownAndNothingOfWhoCameSecond() {
        var hall = hall();
        hall.save(0, named("Altstadt"), "anna");
        hall.save(0, named("Bertstadt"), "bert");
        hall.undo(1, "carla");
        var lines = AuditTables.search(connections, () -> NOON).listEntries(AuditFilter.ALL, Optional.empty(), 10);
        assertThat(lines).extracting(Entry::actor).containsExactly("carla", "anna");
        assertThat(lines).extracting(Entry::deed).containsExactly(Deed.TOWN_CHANGE_UNDONE, Deed.TOWN_CHANGED);
        assertThat(lines.getFirst().changes()).containsExactly(new Change("name", "Altstadt", "Musterstadt"));
        assertThat(lines.getLast().changes()).containsExactly(new Change("name", "Musterstadt", "Altstadt"));
    }

    @Test
    void oldVersionsAndTheirArmsAreSweptAwayAndTheirNumbersNeverComeBack() {
        var hall = hall();
        hall.save(0, everything(arms("#111111")), "anna");
        for (var seen = 1; seen <= TownStore.KEPT; seen++) hall.save(seen, named("Stadt " + seen), "anna");
        assertThat(hall.findArms(arms("#111111").key())).isEmpty();
        assertThat(JdbcClient.create(connections)
                        .sql("SELECT count(*) FROM town")
                        .query((row, n) -> row.getInt(1))
                        .single())
                .isEqualTo(TownStore.KEPT);
        assertThat(hall.save(0, named("Gestern"), "bert")).isInstanceOf(SaveOutcome.Overtaken.class);
    }

    @Test
    void coloursThatNobodyCanReadAreRefusedWhoeverAsks() {
        var weak = TownProfile.initial(new Town("Musterstadt", ZoneId.of("Europe/Berlin")))
                .with(Set.of(TownPart.ACCENT), coloured("#ffee00"));
        assertThatIllegalArgumentException().isThrownBy(() -> hall().save(0, weak, "anna"));
        assertThat(hall().now().isSetUp()).isFalse();
    }

    private static TownProfile coloured(String color) {
        var initial = TownProfile.initial(new Town("Musterstadt", ZoneId.of("Europe/Berlin")));
        return new TownProfile(
                initial.name(),
                initial.zone(),
                new Accent(new HexColor(color), new HexColor(color)),
                initial.arms(),
                "",
                Optional.empty(),
                Contact.NONE,
                LegalTexts.NONE,
                DataLicence.NONE);
    }

    private static TownProfile named(String name) {
        return TownProfile.initial(new Town(name, ZoneId.of("Europe/Berlin")));
    }

    private static TownProfile everything(ArmsImage arms) {
        return new TownProfile(
                "Neustadt an der Aue",
                ZoneId.of("Atlantic/Reykjavik"),
                Accent.of(new HexColor("#7a1f2b")),
                arms,
                "In Blau ein silberner Turm",
                Optional.of(BoundaryReader.ofKept("{\"type\":\"Polygon\",\"coordinates\":[" + RING + "]}")),
                new Contact("Rathaus\nMarkt 1", "rathaus@neustadt.example", "06621 201-0"),
                new LegalTexts("Impressum: 'quoted' – \"text\"; DROP TABLE town", "Datenschutz", "Barrierefrei"),
                DataLicence.DL_DE_BY);
    }

    private static ArmsImage arms(String color) {
        return new ArmsImage(
                ArmsImage.Type.SVG,
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path fill='%s' d='M0 0h1v1z'/></svg>"
                        .formatted(color)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private TownHall hall() {
        return new TownHall(
                new TownTable(
                        JdbcClient.create(connections),
                        new TransactionTemplate(new JdbcTransactionManager(connections)),
                        AuditTables.trail(connections, () -> NOON)),
                () -> new Town("Musterstadt", ZoneId.of("Europe/Berlin")),
                () -> NOON);
    }
}
