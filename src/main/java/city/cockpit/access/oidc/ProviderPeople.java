package city.cockpit.access.oidc;

import static java.time.ZoneOffset.UTC;

import city.cockpit.access.AccessChanged;
import city.cockpit.access.IdentityProvider.Refusal;
import city.cockpit.access.People.Details;
import city.cockpit.access.Role;
import city.cockpit.access.SignInName;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People of the provider among the people of the cockpit. Issuer and subject tell who somebody is; a name that an account
 * of the cockpit has is never taken over. Blocks; any thread.
 */
class ProviderPeople {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    ProviderPeople(
            JdbcClient sql,
            TransactionTemplate transaction,
            AuditTrail audit,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    private record Known(SignInName name, Details details, boolean locked) {}

    /**
     * Takes over what the provider says now: a person who comes for the first time is added, roles and names follow the
     * provider. Whoever has no role is not admitted, and not added either.
     */
    Admission admit(Identity identity) {
        var admission = transaction.execute(status ->
                find(identity).map(known -> renew(known, identity.details())).orElseGet(() -> add(identity)));
        if (admission == null) throw new IllegalStateException("a transaction without an answer");
        return admission;
    }

    private Optional<Known> find(Identity identity) {
        return sql.sql("""
                        SELECT name, full_name, email, roles, locked_at IS NOT NULL AS locked FROM account
                         WHERE issuer = :issuer AND subject = :subject FOR UPDATE""")
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .query((row, n) -> known(row))
                .optional();
    }

    private Admission renew(Known known, Details now) {
        if (known.locked()) return new Admission.Refused(Refusal.LOCKED);
        var changes = changes(known.details(), now);
        if (!changes.isEmpty()) {
            change(known.name(), now);
            audit.record(AuditTrail.SYSTEM, Deed.PERSON_CHANGED, known.name().value(), changes);
        }
        if (!known.details().roles().equals(now.roles()))
            events.publishEvent(new AccessChanged(known.name(), Optional.empty()));
        return now.roles().isEmpty()
                ? new Admission.Refused(Refusal.NO_ROLE)
                : new Admission.Admitted(known.name(), now.roles());
    }

    private Admission add(Identity identity) {
        if (identity.details().roles().isEmpty()) return new Admission.Refused(Refusal.NO_ROLE);
        if (identity.name().isEmpty()) return new Admission.Refused(Refusal.NAME_TAKEN);
        var name = identity.name().get();
        if (!insert(name, identity)) return new Admission.Refused(Refusal.NAME_TAKEN);
        audit.record(
                AuditTrail.SYSTEM,
                Deed.PERSON_ADMITTED,
                name.value(),
                changes(new Details("", "", Set.of()), identity.details()));
        return new Admission.Admitted(name, identity.details().roles());
    }

    /** Returns false if somebody else has the name. */
    private boolean insert(SignInName name, Identity identity) {
        var details = identity.details();
        return sql.sql("""
                        INSERT INTO account (name, full_name, email, roles, issuer, subject, created_at)
                        VALUES (:name, :fullName, :email, :roles, :issuer, :subject, :now) ON CONFLICT DO NOTHING""")
                        .param("name", name.value())
                        .param("fullName", details.fullName())
                        .param("email", details.email())
                        .param("roles", names(details.roles()))
                        .param("issuer", identity.issuer())
                        .param("subject", identity.subject())
                        .param("now", clock.instant().atOffset(UTC))
                        .update()
                == 1;
    }

    private void change(SignInName name, Details details) {
        sql.sql("""
                        UPDATE account SET full_name = :fullName, email = :email, roles = :roles, version = version + 1
                         WHERE name = :name""")
                .param("name", name.value())
                .param("fullName", details.fullName())
                .param("email", details.email())
                .param("roles", names(details.roles()))
                .update();
    }

    private static List<Change> changes(Details before, Details after) {
        var changes = new ArrayList<Change>();
        if (!before.fullName().equals(after.fullName()))
            changes.add(new Change("full-name", before.fullName(), after.fullName()));
        if (!before.email().equals(after.email())) changes.add(new Change("email", before.email(), after.email()));
        if (!before.roles().equals(after.roles()))
            changes.add(new Change(
                    "roles", String.join(", ", names(before.roles())), String.join(", ", names(after.roles()))));
        return changes;
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toArray(String[]::new);
    }

    private static Known known(ResultSet row) throws SQLException {
        var roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        return new Known(
                new SignInName(row.getString("name")),
                new Details(row.getString("full_name"), row.getString("email"), roles),
                row.getBoolean("locked"));
    }
}
