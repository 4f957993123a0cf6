package city.cockpit.access.token;

import static city.cockpit.access.Tokens.Scope.EXPORT_AUDIT;
import static city.cockpit.access.Tokens.Scope.READ_STATUS;
import static city.cockpit.access.Tokens.Scope.SHOW_WALL;
import static city.cockpit.access.Tokens.Scope.SHOW_WHOLE_WALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.cockpit.access.Tokens.NewToken;
import city.cockpit.access.Tokens.Scope;
import city.cockpit.access.Tokens.Token;
import city.cockpit.access.WallDoor.Right;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.harness.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TokensIT {

    private final TestDatabase database = TestDatabase.create();
    private final DataSource connections = database.dataSource();
    private final JdbcClient sql = JdbcClient.create(connections);
    private final List<String> trail = new ArrayList<>();
    private final TokenTable table = new TokenTable(sql);
    private final KnownTokens known = new KnownTokens(table);
    private Instant now = Instant.parse("2026-11-22T10:15:00Z");
    private final TokenDesk desk = new TokenDesk(
            table, known, new Trail(), new TransactionTemplate(new JdbcTransactionManager(connections)), () -> now);

    private final class Trail implements AuditTrail {
        @Override
        public void record(String actor, Deed deed, String object, List<Change> changes) {
            trail.add("%s %s %s %s"
                    .formatted(
                            actor,
                            deed,
                            object,
                            changes.stream().map(Change::after).toList()));
        }
    }

    @BeforeEach
    void migrate() {
        Flyway.configure().dataSource(connections).load().migrate();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theSecretIsShownOnceAndOnlyItsHashIsKept() {
        var made = make(READ_STATUS);
        assertThat(made.secret()).matches("cockpit_[A-Za-z0-9_-]{43}");
        assertThat(sql.sql("SELECT access_token::text || encode(hash, 'escape') FROM access_token")
                        .query(String.class)
                        .single())
                .doesNotContain(made.secret())
                .doesNotContain(made.secret().substring("cockpit_".length()));
        assertThat(trail.toString()).doesNotContain(made.secret());
        assertThat(made.toString()).doesNotContain(made.secret());
    }

    @Test
    void whoeverHoldsTheSecretIsKnownByIt() {
        var made = make(EXPORT_AUDIT, READ_STATUS);
        assertThat(find(made)).contains(made.token());
        assertThat(made.token().scopes()).containsExactlyInAnyOrder(READ_STATUS, EXPORT_AUDIT);
        assertThat(known.find(TokenSecret.random())).isEmpty();
    }

    @Test
    void aRevokedTokenIsKnownAsRevokedAtOnce() {
        var made = make(READ_STATUS);
        find(made);
        assertThat(desk.revoke(made.token().id(), "admin")).isTrue();
        assertThat(find(made).flatMap(Token::revokedAt)).contains(now);
        assertThat(desk.revoke(made.token().id(), "admin")).isFalse();
        assertThat(trail)
                .containsExactly(
                        "admin TOKEN_MADE Lagebild [READ_STATUS, 2026-11-23T10:15:00Z]",
                        "admin TOKEN_REVOKED Lagebild []");
    }

    @Test
    void whatEndedStaysOnTheListForAYear() {
        var made = make(READ_STATUS);
        desk.revoke(made.token().id(), "admin");
        now = now.plus(Duration.ofDays(365));
        assertThat(desk.listTokens()).extracting(Token::name).containsExactly("Lagebild");
        now = now.plus(Duration.ofDays(2));
        assertThat(desk.listTokens()).isEmpty();
    }

    @Test
    void theNewestTokenComesFirstAndTellsWhenItWasUsed() {
        var first = make(READ_STATUS);
        now = now.plusSeconds(1);
        var second = make(EXPORT_AUDIT);
        table.used(Map.of(first.token().id(), now));
        assertThat(desk.listTokens())
                .extracting(Token::id)
                .containsExactly(second.token().id(), first.token().id());
        assertThat(desk.listTokens()).extracting(Token::lastUsedAt).containsExactly(Optional.empty(), Optional.of(now));
    }

    @Test
    void aTokenWithoutNameScopeOrEndIsNotMade() {
        var tomorrow = now.plus(Duration.ofDays(1));
        assertThatIllegalArgumentException().isThrownBy(() -> desk.make(" ", Set.of(READ_STATUS), tomorrow, "admin"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.make("x".repeat(61), Set.of(READ_STATUS), tomorrow, "admin"));
        assertThatIllegalArgumentException().isThrownBy(() -> desk.make("Lagebild", Set.of(), tomorrow, "admin"));
        assertThatIllegalArgumentException().isThrownBy(() -> desk.make("Lagebild", Set.of(READ_STATUS), now, "admin"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.make("Lagebild", Set.of(READ_STATUS), now.plus(Duration.ofDays(367)), "admin"));
        assertThat(desk.listTokens()).isEmpty();
    }

    @Test
    void aScreenOnTheWallShowsWhatItsTokenSaysUntilThatIsRevoked() {
        var wall = new WallGate(new TokenGate(known, table, () -> now));
        var open = make(SHOW_WALL);
        assertThat(wall.ask(open.secret(), "192.0.2.1")).isEqualTo(Right.PUBLIC);
        assertThat(wall.ask(make(SHOW_WALL, SHOW_WHOLE_WALL).secret(), "192.0.2.1"))
                .isEqualTo(Right.WHOLE);
        assertThat(wall.ask(make(READ_STATUS).secret(), "192.0.2.1")).isEqualTo(Right.NONE);
        assertThat(wall.ask("whatever", "192.0.2.1")).isEqualTo(Right.NONE);
        desk.revoke(open.token().id(), "admin");
        assertThat(wall.ask(open.secret(), "192.0.2.1")).isEqualTo(Right.NONE);
    }

    private NewToken make(Scope... scopes) {
        return desk.make("Lagebild", Set.of(scopes), now.plus(Duration.ofDays(1)), "admin");
    }

    private Optional<Token> find(NewToken made) {
        return known.find(TokenSecret.of(made.secret()).orElseThrow());
    }
}
