package city.cockpit.access.people;

import static java.time.ZoneOffset.UTC;

import city.cockpit.access.People.Details;
import city.cockpit.access.Person;
import city.cockpit.access.Person.Origin;
import city.cockpit.access.Role;
import city.cockpit.access.SignInName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code account}. */
@Repository
class AccountTable {

    private static final String PEOPLE = """
            SELECT name, full_name, email, roles, issuer IS NOT NULL AS elsewhere, locked_at IS NOT NULL AS locked,
                   password_to_change, password_hash IS NULL AND issuer IS NULL AS invited, created_at, last_sign_in_at,
                   version
              FROM account
            """;

    private final JdbcClient sql;
    private final String issuer;

    AccountTable(JdbcClient sql, AccessSettings settings) {
        this.sql = sql;
        this.issuer = settings.access().oidc().issuer();
    }

    boolean isEmpty() {
        return sql.sql("SELECT NOT EXISTS (SELECT FROM account)")
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    List<Person> list() {
        return sql.sql(PEOPLE + " ORDER BY name").query((row, n) -> person(row)).list().stream()
                .toList();
    }

    Optional<Person> find(SignInName name) {
        return sql.sql(PEOPLE + " WHERE name = :name")
                .param("name", name.value())
                .query((row, n) -> person(row))
                .optional();
    }

    /** The only person with this e-mail address; empty if there is none or several. */
    Optional<Person> findByEmail(String email) {
        var people = sql.sql(PEOPLE + " WHERE lower(email) = lower(:email) AND email <> '' LIMIT 2")
                .param("email", email)
                .query((row, n) -> person(row))
                .list();
        return people.size() == 1 ? people.stream().findFirst() : Optional.empty();
    }

    /** Nobody else changes the person until the transaction ends. */
    Optional<Person> findToChange(SignInName name) {
        return sql.sql(PEOPLE + " WHERE name = :name FOR UPDATE")
                .param("name", name.value())
                .query((row, n) -> person(row))
                .optional();
    }

    Optional<Person> findToChange(Identity identity) {
        return sql.sql(PEOPLE + " WHERE issuer = :issuer AND subject = :subject FOR UPDATE")
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .query((row, n) -> person(row))
                .optional();
    }

    /** An administrator with a password here, best one who can sign in, best the one who was there first. */
    Optional<SignInName> findAdministratorOfOurOwn() {
        return sql.sql("""
                        SELECT name FROM account WHERE :role = ANY (roles) AND issuer IS NULL
                         ORDER BY password_hash IS NULL, locked_at IS NOT NULL, created_at, name LIMIT 1""")
                .param("role", Role.ADMINISTRATOR.name())
                .query((row, n) -> new SignInName(row.getString(1)))
                .optional();
    }

    /** Whoever has a password that the cockpit made; of several the one to whom it would give another one. */
    Optional<SignInName> findWithGivenPassword() {
        return sql.sql("""
                        SELECT name FROM account WHERE password_to_change AND password_hash IS NOT NULL
                         ORDER BY :role = ANY (roles) DESC, locked_at IS NOT NULL, created_at, name LIMIT 1""")
                .param("role", Role.ADMINISTRATOR.name())
                .query((row, n) -> new SignInName(row.getString(1)))
                .optional();
    }

    /** Empty for strangers, for those who have not used their invitation, and for those who have it elsewhere. */
    Optional<String> findHash(SignInName name) {
        return sql.sql("SELECT password_hash FROM account WHERE name = :name AND password_hash IS NOT NULL")
                .param("name", name.value())
                .query((row, n) -> row.getString(1))
                .optional();
    }

    /**
     * Who could administer the cockpit now, by a password or by the provider that is set up. None of them changes until
     * the transaction ends, so that two who make way for each other do not both go.
     */
    Set<SignInName> holdAdministrators() {
        return sql
                .sql("""
                        SELECT name FROM account
                         WHERE :role = ANY (roles) AND locked_at IS NULL
                           AND (password_hash IS NOT NULL OR rtrim(issuer, '/') = rtrim(:issuer, '/'))
                         ORDER BY name FOR UPDATE""")
                .param("issuer", issuer)
                .param("role", Role.ADMINISTRATOR.name())
                .query((row, n) -> new SignInName(row.getString(1)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Somebody with a password here. Returns false if the name is taken. */
    boolean add(SignInName name, Details details, Instant now) {
        return add(name, details, null, null, now);
    }

    /** Somebody of the provider. Returns false if the name is taken. */
    boolean add(SignInName name, Identity identity, Instant now) {
        return add(name, identity.details(), identity.issuer(), identity.subject(), now);
    }

    private boolean add(
            SignInName name, Details details, @Nullable String issuer, @Nullable String subject, Instant now) {
        return sql.sql("""
                        INSERT INTO account (name, full_name, email, roles, issuer, subject, created_at)
                        VALUES (:name, :fullName, :email, :roles, :issuer, :subject, :now) ON CONFLICT DO NOTHING""")
                        .param("name", name.value())
                        .param("fullName", details.fullName())
                        .param("email", details.email())
                        .param("roles", names(details.roles()))
                        .param("issuer", issuer, Types.VARCHAR)
                        .param("subject", subject, Types.VARCHAR)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Returns false if somebody is there already, for instance because another node was quicker. */
    boolean addFirst(SignInName name, String hash, Instant now) {
        return sql.sql("""
                        INSERT INTO account (name, password_hash, password_to_change, roles, created_at)
                        SELECT :name, :hash, true, :roles, :now WHERE NOT EXISTS (SELECT FROM account)
                            ON CONFLICT (name) DO NOTHING""")
                        .param("name", name.value())
                        .param("hash", hash)
                        .param("roles", names(Set.of(Role.values())))
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    void change(SignInName name, Details details) {
        sql.sql("""
                        UPDATE account SET full_name = :fullName, email = :email, roles = :roles, version = version + 1
                         WHERE name = :name""")
                .param("name", name.value())
                .param("fullName", details.fullName())
                .param("email", details.email())
                .param("roles", names(details.roles()))
                .update();
    }

    void lock(SignInName name, Instant now) {
        sql.sql("UPDATE account SET locked_at = :now, version = version + 1 WHERE name = :name")
                .param("name", name.value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    void unlock(SignInName name) {
        sql.sql("UPDATE account SET locked_at = NULL, version = version + 1 WHERE name = :name")
                .param("name", name.value())
                .update();
    }

    void remove(SignInName name) {
        sql.sql("DELETE FROM account WHERE name = :name")
                .param("name", name.value())
                .update();
    }

    /** A password the person chose. */
    void choosePassword(SignInName name, String hash) {
        sql.sql("UPDATE account SET password_hash = :hash, password_to_change = false WHERE name = :name")
                .param("name", name.value())
                .param("hash", hash)
                .update();
    }

    /** A password the cockpit made, to be changed at the next sign-in. */
    void givePassword(SignInName name, String hash) {
        sql.sql("""
                        UPDATE account SET password_hash = :hash, password_to_change = true, version = version + 1
                         WHERE name = :name""").param("name", name.value()).param("hash", hash).update();
    }

    /** The same password hashed in another way, unless it has been changed meanwhile. */
    void rehash(SignInName name, String before, String hash) {
        sql.sql("UPDATE account SET password_hash = :hash WHERE name = :name AND password_hash = :before")
                .param("name", name.value())
                .param("before", before)
                .param("hash", hash)
                .update();
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toArray(String[]::new);
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new SignInName(row.getString("name")),
                row.getString("full_name"),
                row.getString("email"),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                row.getBoolean("elsewhere") ? Origin.IDENTITY_PROVIDER : Origin.COCKPIT,
                row.getBoolean("locked"),
                row.getBoolean("password_to_change"),
                row.getBoolean("invited"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("last_sign_in_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getLong("version"));
    }
}
