package city.cockpit.access.people;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.PageChoices;
import city.cockpit.access.Role;
import city.cockpit.access.SignInName;
import city.cockpit.harness.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PageChoicesIT {

    private static final SignInName ADMIN = new SignInName("admin");
    private static final List<Role> ROLES = List.of(Role.STAFF, Role.TECHNICIAN);

    private final TestDatabase database = TestDatabase.create();
    private final List<String> trail = new ArrayList<>();
    private final PageChoices choices = new StoredPageChoices(
            JdbcClient.create(database.dataSource()),
            (actor, deed, object, changes) -> trail.add("%s %s %s %s".formatted(actor, deed, object, changes)),
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource())),
            () -> Staff.MONDAY);

    @BeforeEach
    void aTownWithAnAdministrator(@TempDir Path folder) {
        Flyway.configure().dataSource(database.dataSource()).load().migrate();
        new Staff(database.dataSource(), folder).close();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatAPersonChoseLastHoldsBeforeWhatARoleIsGivenUntilThePersonForgetsIt() {
        choices.keepFor(Role.STAFF, "cockpit", "air,noise", ADMIN);
        choices.keepFor(Role.STAFF, "cockpit", "noise,air", ADMIN);
        choices.keep(ADMIN, "cockpit", "uv");
        choices.keep(ADMIN, "cockpit", "parking");
        assertThat(choices.find(ADMIN, ROLES, "cockpit")).contains("parking");
        choices.forget(ADMIN, "cockpit");
        assertThat(choices.find(ADMIN, ROLES, "cockpit")).contains("noise,air");
    }

    @Test
    void whatIsChosenForOthersLeavesALineAndTheSameAgainNone() {
        choices.keepFor(Role.STAFF, "cockpit", "air", ADMIN);
        choices.keepFor(Role.STAFF, "cockpit", "air", ADMIN);
        choices.keep(ADMIN, "cockpit", "uv");
        assertThat(trail)
                .singleElement()
                .asString()
                .startsWith("admin PAGE_ARRANGED cockpit")
                .contains("STAFF", "air");
    }

    @Test
    void whoHasSeveralRolesIsGivenWhatTheFirstOneIs() {
        choices.keepFor(Role.TECHNICIAN, "cockpit", "energy", ADMIN);
        assertThat(choices.find(ADMIN, ROLES, "cockpit")).contains("energy");
        choices.keepFor(Role.STAFF, "cockpit", "air", ADMIN);
        assertThat(choices.find(ADMIN, ROLES, "cockpit")).contains("air");
    }

    @Test
    void nobodyIsGivenTheChoiceOfAnotherPageOrRole() {
        choices.keepFor(Role.STRATEGY_EDITOR, "cockpit", "air", ADMIN);
        choices.keep(ADMIN, "wall", "uv");
        assertThat(choices.find(ADMIN, ROLES, "cockpit")).isEmpty();
    }
}
