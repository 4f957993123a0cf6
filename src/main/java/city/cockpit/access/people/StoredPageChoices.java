package city.cockpit.access.people;

import static java.time.ZoneOffset.UTC;

import city.cockpit.access.PageChoices;
import city.cockpit.access.Role;
import city.cockpit.access.SignInName;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The table {@code page_choice}. */
@Repository
class StoredPageChoices implements PageChoices {

    private final JdbcClient sql;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    StoredPageChoices(JdbcClient sql, AuditTrail audit, TransactionTemplate transaction, InstantSource clock) {
        this.sql = sql;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<String> find(SignInName name, Collection<Role> roles, String page) {
        return sql.sql("""
                        SELECT choice FROM page_choice
                         WHERE page = :page AND (person = :name OR role = ANY (:roles))
                         ORDER BY person NULLS LAST, array_position(:roles, role) LIMIT 1""")
                .param("page", page)
                .param("name", name.value())
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .query(String.class)
                .optional();
    }

    @Override
    public void keep(SignInName name, String page, String choice) {
        keep("person", name.value(), page, choice);
    }

    @Override
    public void keepFor(Role role, String page, String choice, SignInName by) {
        transaction.executeWithoutResult(status -> {
            var before = find(role, page);
            keep("role", role.name(), page, choice);
            if (!before.equals(choice))
                audit.record(
                        by.value(),
                        Deed.PAGE_ARRANGED,
                        page,
                        List.of(new Change("role", "", role.name()), new Change("arrangement", before, choice)));
        });
    }

    private String find(Role role, String page) {
        return sql.sql("SELECT choice FROM page_choice WHERE role = :role AND page = :page FOR UPDATE")
                .param("role", role.name())
                .param("page", page)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** @param owner the column of whose choice it is */
    private void keep(String owner, String whose, String page, String choice) {
        sql.sql("""
                        INSERT INTO page_choice (%1$s, page, choice, changed_at) VALUES (:whose, :page, :choice, :now)
                            ON CONFLICT (%1$s, page) WHERE %1$s IS NOT NULL
                            DO UPDATE SET choice = excluded.choice, changed_at = excluded.changed_at""".formatted(owner))
                .param("whose", whose)
                .param("page", page)
                .param("choice", choice)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    @Override
    public void forget(SignInName name, String page) {
        sql.sql("DELETE FROM page_choice WHERE person = :name AND page = :page")
                .param("name", name.value())
                .param("page", page)
                .update();
    }
}
