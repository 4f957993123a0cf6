package city.cockpit.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.cockpit.audit.AuditFilter;
import city.cockpit.audit.AuditProtection.Guard;
import city.cockpit.audit.AuditTables;
import city.cockpit.audit.Deed;
import city.cockpit.harness.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the cockpit may do with its own tables, and what it may not. */
class DatabaseRolesIT {

    private static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");

    private static final List<String> CHANGES = List.of(
            "UPDATE audit_entry SET actor = 'nobody'",
            "UPDATE audit_entry SET at = at WHERE false",
            "INSERT INTO audit_entry (number, at, actor, deed, object, changes) OVERRIDING SYSTEM VALUE"
                    + " SELECT number, at, 'nobody', deed, object, changes FROM audit_entry"
                    + " ON CONFLICT (number) DO UPDATE SET actor = 'nobody'",
            "MERGE INTO audit_entry e USING audit_entry o ON e.number = o.number WHEN MATCHED THEN DELETE",
            "DELETE FROM audit_entry",
            "WITH gone AS (DELETE FROM audit_entry RETURNING 1) SELECT count(*) FROM gone",
            "TRUNCATE audit_entry",
            "TRUNCATE audit_entry RESTART IDENTITY CASCADE");

    private static final List<String> WAYS_AROUND = List.of(
            "DROP TABLE audit_entry",
            "DROP TABLE audit_entry CASCADE",
            "ALTER TABLE audit_entry RENAME TO nothing",
            "ALTER TABLE audit_entry DROP COLUMN actor",
            "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
            "ALTER TABLE audit_entry DISABLE TRIGGER append_only",
            "ALTER TABLE audit_entry OWNER TO CURRENT_USER",
            "ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY",
            "DROP TRIGGER append_only ON audit_entry",
            "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE sql AS 'SELECT NULL'",
            "DROP FUNCTION refuse_change CASCADE",
            "CREATE RULE nothing AS ON INSERT TO audit_entry DO INSTEAD NOTHING",
            "CREATE TRIGGER mine BEFORE INSERT ON audit_entry EXECUTE FUNCTION refuse_change()",
            "CREATE INDEX ON audit_entry (actor)",
            "CREATE TABLE mine (LIKE audit_entry)",
            "SET session_replication_role = replica",
            "SET ROLE " + "city_owner",
            "DROP SCHEMA public CASCADE",
            "DELETE FROM flyway_schema_history");

    private final TestDatabase database = TestDatabase.create();
    private final DataSource owner = database.dataSource();
    private final DataSource application = database.dataSource(database.application());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theApplicationAddsLinesAndReadsThemAndNothingElse() {
        start(owner, application);
        writeALine();
        // PostgreSQL only warns that there is nothing to grant.
        sql(application, "GRANT ALL ON audit_entry TO CURRENT_USER");
        for (var change : CHANGES) assertRefused(application, change, "permission denied");
        for (var change : WAYS_AROUND) assertRefused(application, change, "");
        assertThat(lines()).isEqualTo(1);
        assertThat(AuditTables.guard(application)).isEqualTo(Guard.ROLE);
    }

    @Test
    void whereOneRoleDoesEverythingATriggerRefusesAndTheCockpitKnowsThatThisIsLess() {
        start(owner, owner);
        writeALine(owner);
        for (var change : CHANGES) assertRefused(owner, change, "are added and never changed");
        assertThat(AuditTables.guard(owner)).isEqualTo(Guard.TRIGGER);
        sql(owner, "ALTER TABLE audit_entry DISABLE TRIGGER append_only");
        assertThat(AuditTables.guard(owner)).isEqualTo(Guard.NOTHING);
    }

    @Test
    void theApplicationWorksWithAllOtherTables() {
        start(owner, application);
        sql(
                application,
                "INSERT INTO municipality (key, name, time_zone) VALUES ('16053000', 'Jena', 'Europe/Berlin')");
        sql(application, "UPDATE municipality SET name = 'Jena an der Saale'");
        sql(application, "DELETE FROM municipality");
        sql(application, "DO 'BEGIN LOCK TABLE town IN EXCLUSIVE MODE; END'");
        assertThat(application(
                        "SELECT bool_and(has_table_privilege(oid, 'SELECT') AND has_table_privilege(oid, 'INSERT'))"
                                + " FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
                                + " AND relname <> 'flyway_schema_history'"))
                .isTrue();
    }

    @Test
    void aTownThatBeganWithOneRoleGetsASecondOneAndItsLinesStay() {
        start(owner, owner);
        writeALine(owner);
        sql(owner, "GRANT ALL ON audit_entry TO city_cockpit");
        start(owner, application);
        writeALine();
        for (var change : CHANGES) assertRefused(application, change, "permission denied");
        assertThat(lines()).isEqualTo(2);
        assertThat(AuditTables.guard(application)).isEqualTo(Guard.ROLE);
    }

    @Test
    void startingAgainChangesNoRights() {
        start(owner, application);
        var rights = rights();
        start(owner, application);
        assertThat(rights()).isEqualTo(rights);
    }

    @Test
    void anOwnerThatMayMakesTheRoleOfTheApplicationItself() {
        database.inMaintenance("CREATE ROLE city_maker LOGIN CREATEROLE PASSWORD 'owner'");
        try {
            database.inMaintenance("GRANT city_owner TO city_maker");
            var maker = database.dataSource(new DatabaseLogin("city_maker", "owner"));
            DatabaseRoles.prepare(maker, "Cockpit of \"Jena\"", "it's secret");
            DatabaseRoles.prepare(maker, "Cockpit of \"Jena\"", "it's secret");
            var made = database.dataSource(new DatabaseLogin("Cockpit of \"Jena\"", "it's secret"));
            start(maker, made);
            AuditTables.trail(made, () -> NOON).record("anna", Deed.SIGNED_IN, "");
            assertThat(AuditTables.guard(made)).isEqualTo(Guard.ROLE);
        } finally {
            database.close();
            database.inMaintenance("DROP ROLE IF EXISTS \"Cockpit of \"\"Jena\"\"\"");
            database.inMaintenance("DROP ROLE city_maker");
        }
    }

    @Test
    void anOwnerThatCouldNotHandOverReadingsIsToldWhatToAskFor() {
        database.inMaintenance("CREATE ROLE city_stranger LOGIN");
        try {
            assertThatExceptionOfType(StartRefusedException.class)
                    .isThrownBy(() -> DatabaseRoles.prepare(owner, "city_stranger", ""))
                    .withMessageContaining("GRANT \"city_stranger\" TO \"city_owner\"");
            assertThatCode(() -> DatabaseRoles.prepare(owner, "nobody", "")).doesNotThrowAnyException();
        } finally {
            database.inMaintenance("DROP ROLE city_stranger");
        }
    }

    private static void start(DataSource owner, DataSource application) {
        var flyway = Flyway.configure().dataSource(owner).load();
        flyway.migrate();
        DatabaseRoles.grant(owner, application, flyway.getConfiguration().getTable());
    }

    private void writeALine() {
        writeALine(application);
    }

    private static void writeALine(DataSource connections) {
        AuditTables.trail(connections, () -> NOON).record("anna", Deed.SIGNED_IN, "");
    }

    private int lines() {
        return AuditTables.search(application, () -> NOON)
                .listEntries(AuditFilter.ALL, Optional.empty(), 100)
                .size();
    }

    private static void assertRefused(DataSource connections, String change, String words) {
        assertThatExceptionOfType(DataAccessException.class)
                .as(change)
                .isThrownBy(() -> sql(connections, change))
                .satisfies(refusal -> assertThat(refusal.getMostSpecificCause()).hasMessageContaining(words));
    }

    private static void sql(DataSource connections, String statement) {
        JdbcClient.create(connections).sql(statement).update();
    }

    private boolean application(String question) {
        return JdbcClient.create(application)
                .sql(question)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** With the transaction that wrote each, so that one that was written anew shows. */
    private List<String> rights() {
        return JdbcClient.create(owner)
                .sql("SELECT concat(relname, ' ', xmin, ' ', relacl) FROM pg_class WHERE relacl IS NOT NULL ORDER BY 1")
                .query((row, n) -> row.getString(1))
                .list();
    }
}
