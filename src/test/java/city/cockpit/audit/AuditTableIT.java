package city.cockpit.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.harness.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class AuditTableIT {

    private static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final DataSource CONNECTIONS = DATABASE.dataSource();

    private final List<Entry> everything = new ArrayList<>();
    private Instant now = NOON;
    private final AuditTable trail = new AuditTable(JdbcClient.create(CONNECTIONS), () -> now, JsonMapper.shared());

    @BeforeAll
    static void migrate() {
        Flyway.configure().dataSource(CONNECTIONS).load().migrate();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /** Lines stay for ever, so each test lives on a day of its own. */
    @BeforeEach
    void aDayNobodySawYet() {
        now = trail.listEntries(AuditFilter.ALL, Optional.empty(), 1).stream()
                .findFirst()
                .map(newest -> newest.at().plus(Duration.ofDays(2)))
                .orElse(NOON);
    }

    @Test
    void aLineTellsWhoDidWhatToWhichObjectWhenBeforeAndAfter() {
        var changes =
                List.of(new Change("roles", "STAFF", "STAFF, TECHNICIAN"), new Change("email", "", "b@x.example"));
        trail.record("anna", Deed.PERSON_CHANGED, "bert", changes);
        var newest = today().getFirst();
        assertThat(newest).isEqualTo(new Entry(newest.number(), now, "anna", Deed.PERSON_CHANGED, "bert", changes));
    }

    @Test
    void linesAreFoundByPersonDeedObjectTextAndTime() {
        trail.record("anna", Deed.SIGNED_IN, "");
        trail.record("bert", Deed.PERSON_LOCKED, "Carla", List.of(new Change("reason", "", "100 % O'Hara_\\")));
        now = now.plusSeconds(60);
        trail.record("anna", Deed.PERSON_LOCKED, "dora");
        assertThat(found("AN", "", "")).containsExactly("dora", "");
        assertThat(found("", "carl", "")).containsExactly("Carla");
        assertThat(found("", "", "100 % o'hara_\\")).containsExactly("Carla");
        assertThat(found("", "", "BERT")).containsExactly("Carla");
        assertThat(found("", "", "%")).containsExactly("Carla");
        assertThat(found("", "", "reason")).isEmpty();
        assertThat(objects(filter("", "", "", Optional.of(Deed.PERSON_LOCKED), now, now.plusSeconds(1))))
                .containsExactly("dora");
        assertThat(objects(filter("", "", "", Optional.empty(), now.minusSeconds(60), now)))
                .containsExactly("Carla", "");
    }

    @Test
    void pageAfterPageEveryLineComesOnceEvenIfManyAreOfOneMoment() {
        for (var line = 0; line < 7; line++) trail.record("anna", Deed.SIGNED_IN, "line-" + line);
        now = now.plusSeconds(1);
        trail.record("anna", Deed.SIGNED_IN, "line-7");
        Optional<Entry> last = Optional.empty();
        do {
            var page = trail.listEntries(ofToday(), last, 3);
            everything.addAll(page);
            // Who writes meanwhile shifts nothing.
            now = now.plusSeconds(1);
            trail.record("bert", Deed.SIGNED_IN, "meanwhile");
            last = page.isEmpty() ? Optional.empty() : Optional.of(page.getLast());
        } while (last.isPresent());
        assertThat(everything)
                .extracting(Entry::object)
                .containsExactly("line-7", "line-6", "line-5", "line-4", "line-3", "line-2", "line-1", "line-0");
    }

    @Test
    void theExportHoldsTheLinesOfTheFilterOverManyPagesAndLeavesALineItself() throws IOException {
        var lines = AuditSearch.MOST + 5;
        for (var line = 0; line < lines; line++) trail.record("anna", Deed.SIGNED_IN, "line-" + line);
        var csv = new ByteArrayOutputStream();
        trail.export(filter("", "line", "", Optional.empty(), now, now.plusSeconds(1)), "token:archive", csv);
        assertThat(csv.toString(UTF_8).lines())
                .hasSize(1 + lines)
                .last()
                .asString()
                .endsWith(",anna,SIGNED_IN,line-0,,,");
        var exported = today().getFirst();
        assertThat(exported.actor()).isEqualTo("token:archive");
        assertThat(exported.deed()).isEqualTo(Deed.AUDIT_EXPORTED);
        assertThat(exported.changes()).contains(new Change("object", "", "line"));
    }

    @Test
    void whatIsTooLongIsCutAndWhatNoDatabaseTakesIsLeftOut() {
        trail.record(
                "a".repeat(500),
                Deed.SIGN_IN_FAILED,
                "o\0".repeat(500),
                List.of(new Change("x", "\0", "€".repeat(3_000))));
        var line = today().getFirst();
        assertThat(line.actor()).hasSize(100).endsWith("a…");
        assertThat(line.object()).hasSize(200).doesNotContain("\0").endsWith("o…");
        assertThat(line.changes().getFirst().after()).hasSize(2_000).endsWith("€…");
    }

    private List<Entry> today() {
        return trail.listEntries(ofToday(), Optional.empty(), AuditSearch.MOST);
    }

    private AuditFilter ofToday() {
        return filter("", "", "", Optional.empty(), now.minus(Duration.ofHours(1)), now.plusSeconds(1));
    }

    private List<String> found(String actor, String object, String text) {
        return objects(
                filter(actor, object, text, Optional.empty(), now.minus(Duration.ofHours(1)), now.plusSeconds(1)));
    }

    private List<String> objects(AuditFilter filter) {
        return trail.listEntries(filter, Optional.empty(), AuditSearch.MOST).stream()
                .map(Entry::object)
                .toList();
    }

    private static AuditFilter filter(
            String actor, String object, String text, Optional<Deed> deed, Instant from, Instant to) {
        return new AuditFilter(actor, deed, object, text, Optional.of(from), Optional.of(to));
    }
}
