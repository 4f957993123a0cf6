package city.cockpit.access.people;

import city.cockpit.access.AccessChanged;
import city.cockpit.access.OwnAccount.PasswordOutcome;
import city.cockpit.access.People.Details;
import city.cockpit.access.People.Invitation;
import city.cockpit.access.People.Invitee;
import city.cockpit.access.People.OneTimeLink;
import city.cockpit.access.Role;
import city.cockpit.access.Sessions;
import city.cockpit.access.SignInName;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.measurement.Town;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** A town hall on one node of the cockpit: its people, what they were mailed, and what was noted about whom. */
final class Staff implements AutoCloseable {

    static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    static final String PROVIDER = "https://id.musterstadt.example";
    static final String ANNAS_PASSWORD = "Sieben Gaense am Wehr";

    final MailBox mails = new MailBox();
    /** Who did what to whom, with the new value of each field. */
    final List<String> trail = new CopyOnWriteArrayList<>();
    /** Whose sessions were to end. */
    final List<AccessChanged> changes = new CopyOnWriteArrayList<>();

    final StoredPeople people;
    final ProviderPeople elsewhere;
    final StoredOwnAccount own;
    final Accounts accounts;
    final StoredGivenPassword given;
    /** Makes the new password that this start was asked for. */
    final NewAdministratorPassword asked;

    private final AskedLinks askedLinks;
    private final WrongPasswords wrong;
    private volatile Instant now = MONDAY;
    private volatile boolean trailIsBroken;

    Staff(DataSource connections, Path data) {
        this(connections, data, new PlainEncoder(), Optional.of(URI.create("https://cockpit.musterstadt.example/")));
    }

    Staff(DataSource connections, Path data, PasswordEncoder encoder, Optional<URI> address) {
        var sql = JdbcClient.create(connections);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(connections));
        var settings = new AccessSettings(
                data, new AccessSettings.Access(address, Optional.empty(), true, new AccessSettings.Oidc(PROVIDER)));
        var beans = new StaticListableBeanFactory();
        beans.addBean("mails", mails);
        var table = new AccountTable(sql, settings);
        var secrets = new LinkTable(sql);
        var mail = new LinkMail(
                beans.getBeanProvider(JavaMailSender.class),
                settings,
                () -> new Town("Musterstadt", ZoneId.of("Europe/Berlin")));
        var links = new Links(secrets, mail, () -> now);
        AuditTrail audit = this::note;
        accounts = new Accounts(table);
        given = new StoredGivenPassword(table, encoder, settings);
        var _ = new FirstAdministrator(table, given, audit, transaction, () -> now);
        var personnel = new Personnel(table, audit, this::hear);
        asked = new NewAdministratorPassword(table, personnel, links, given, audit, transaction, () -> now, settings);
        people = new StoredPeople(table, personnel, links, audit, transaction, () -> now);
        elsewhere = new ProviderPeople(table, personnel, audit, transaction, () -> now);
        askedLinks = new AskedLinks(table, secrets, links, audit, transaction, () -> now);
        wrong = new WrongPasswords(audit, () -> now);
        own = new StoredOwnAccount(
                table,
                secrets,
                links,
                askedLinks,
                new PasswordRules(),
                wrong,
                encoder,
                given,
                audit,
                this::hear,
                beans.getBeanProvider(Sessions.class),
                transaction,
                () -> now);
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    /** The rounds are made. */
    void look() {
        wrong.look(now);
    }

    /** From now on no line can be added to the audit trail. */
    void breakTrail() {
        trailIsBroken = true;
    }

    /** Somebody who has used the invitation and signs in with {@link #ANNAS_PASSWORD}. */
    SignInName employ(String name, Role... roles) {
        if (!(own.redeem(secret(invite(name, roles)), ANNAS_PASSWORD) instanceof PasswordOutcome.Changed))
            throw new AssertionError("the invitation of " + name + " does not open");
        return new SignInName(name);
    }

    OneTimeLink invite(String name, Role... roles) {
        var details = new Details("", name + "@musterstadt.example", Set.copyOf(Arrays.asList(roles)));
        return switch (people.invite(new Invitee(new SignInName(name), details), "chief")) {
            case Invitation.Invited(var person, var link) -> link;
            case Invitation.NameTaken(var taken) -> throw new AssertionError(taken + " is taken");
        };
    }

    static String secret(OneTimeLink link) {
        return link.path().substring("/link#".length());
    }

    boolean opens(String name, String password) {
        return new PlainEncoder()
                .matches(password, accounts.loadUserByUsername(name).getPassword());
    }

    private void note(String actor, Deed deed, String object, List<Change> changes) {
        if (trailIsBroken) throw new IllegalStateException("the audit trail is away");
        trail.add("%s %s %s %s"
                .formatted(
                        actor,
                        deed,
                        object,
                        String.join(" ", changes.stream().map(Change::after).toList()))
                .strip());
    }

    private void hear(Object event) {
        if (event instanceof AccessChanged change) changes.add(change);
    }

    @Override
    public void close() {
        askedLinks.destroy();
    }

    /** For tests that are not about hashing. */
    static final class PlainEncoder implements PasswordEncoder {

        @Override
        public String encode(@Nullable CharSequence password) {
            return "plain:" + password;
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return encode(password).equals(hash);
        }
    }
}
