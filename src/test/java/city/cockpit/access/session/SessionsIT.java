package city.cockpit.access.session;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.AccessChanged;
import city.cockpit.access.Sessions.OpenSession;
import city.cockpit.access.SignInName;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.harness.TestDatabase;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes of the cockpit on one database. */
class SessionsIT {

    private static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");
    private static final SignInName ANNA = new SignInName("anna");
    private static final SignInName BEN = new SignInName("ben");
    private static final SessionSettings SETTINGS = new SessionSettings(Duration.ofMinutes(30), Duration.ofHours(12));

    private final TestDatabase database = TestDatabase.create();
    private final DataSource connections = database.dataSource();
    private final JdbcClient sql = JdbcClient.create(connections);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(connections));
    private final List<String> trail = new ArrayList<>();
    private Instant now = MORNING;

    /** One node: its part of the sessions. Browsers talk to the node where they signed in. */
    private final class Node {

        private final HeldSessions held = new HeldSessions();
        private final SessionTable table = new SessionTable(sql);
        private final SessionBook book = new SessionBook(table, held, new Trail(), transaction, () -> now, SETTINGS);
        private final SessionWatch watch = new SessionWatch(table, held, SETTINGS);

        private final SessionSecurity security = new SessionSecurity(
                book,
                () -> now,
                name -> User.withUsername(name).password("").roles("STAFF").build(),
                new StaticListableBeanFactory().getBeanProvider(SessionAuthenticationStrategy.class));

        /** The browser asks for something, and the node makes its next round. */
        private void ask(Browser browser, String path) throws IOException, ServletException {
            var parts = path.split("\\?", 2);
            var request = new MockHttpServletRequest("GET", parts[0]);
            request.setServletPath(parts[0]);
            if (parts.length > 1) request.setQueryString(parts[1]);
            request.setSession(browser.session());
            security.use().doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
            watch.look(now);
        }

        /** A browser that this node does not know opens a page with a token. Whom the page is made for. */
        private String open(SessionToken token, String path) throws IOException, ServletException {
            var parts = path.split("\\?", 2);
            var request = new MockHttpServletRequest("GET", parts[0]);
            if (parts.length > 1) request.setQueryString(parts[1]);
            request.setCookies(new Cookie(Resumption.COOKIE, token.text()));
            var met = new AtomicReference<>("a stranger");
            security.resumption()
                    .doFilter(
                            request,
                            new MockHttpServletResponse(),
                            (asked, answer) -> Optional.ofNullable(
                                            SecurityContextHolder.getContext().getAuthentication())
                                    .ifPresent(person -> met.set(person.getName() + " " + person.getAuthorities())));
            SecurityContextHolder.clearContext();
            return met.get();
        }

        private Browser signIn(SignInName name) {
            var browser = new MockHttpSession();
            var token = SessionToken.fresh();
            var id = book.begin(name, token, "192.0.2.7", "Firefox", () -> browser);
            return new Browser(browser, id, token);
        }
    }

    private record Browser(MockHttpSession session, Optional<UUID> id, SessionToken token) {

        private boolean isSignedIn() {
            return id.isPresent() && !session.isInvalid();
        }
    }

    private final class Trail implements AuditTrail {
        @Override
        public void record(String actor, Deed deed, String object, List<Change> changes) {
            var values = changes.stream().map(Change::after).toList();
            trail.add("%s %s %s %s"
                    .formatted(actor, deed, object, String.join(" ", values))
                    .strip());
        }
    }

    private final Node here = new Node();
    private final Node there = new Node();

    @BeforeEach
    void annaAndBenHaveAccounts() {
        Flyway.configure().dataSource(connections).load().migrate();
        for (var name : List.of(ANNA, BEN))
            sql.sql("INSERT INTO account (name, roles, created_at) VALUES (:name, '{STAFF}', :now)")
                    .param("name", name.value())
                    .param("now", now.atOffset(UTC))
                    .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyNodeKnowsWhoIsSignedInAnywhere() {
        here.signIn(ANNA);
        now = now.plusSeconds(60);
        there.signIn(BEN);
        assertThat(here.book.listOpen()).extracting(OpenSession::name).containsExactly(BEN, ANNA);
        assertThat(there.book.listOpenOf(ANNA)).singleElement().satisfies(session -> {
            assertThat(session.address()).isEqualTo("192.0.2.7");
            assertThat(session.browser()).isEqualTo("Firefox");
            assertThat(session.signedInAt()).isEqualTo(MORNING);
        });
        assertThat(trail).containsExactly("anna SIGNED_IN anna 192.0.2.0/24", "ben SIGNED_IN ben 192.0.2.0/24");
    }

    @Test
    void whoIsSignedInIsRememberedAsHavingBeenThere() {
        here.signIn(ANNA);
        assertThat(sql.sql("SELECT last_sign_in_at = :now FROM account WHERE name = 'anna'")
                        .param("now", now.atOffset(UTC))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aSessionEndsHereAtOnce() {
        var browser = here.signIn(ANNA);
        assertThat(here.book.end(browser.id().orElseThrow(), Optional.empty(), "admin"))
                .isTrue();
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(here.book.listOpen()).isEmpty();
        assertThat(trail).endsWith("admin SESSION_ENDED anna");
        assertThat(here.book.end(browser.id().orElseThrow(), Optional.empty(), "admin"))
                .isFalse();
    }

    @Test
    void aSessionOnAnotherNodeEndsWithItsNextLook() {
        var browser = there.signIn(ANNA);
        here.book.end(browser.id().orElseThrow(), Optional.empty(), "admin");
        assertThat(browser.isSignedIn()).isTrue();
        there.watch.look(now);
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void nobodyEndsTheSessionOfSomebodyElseAsTheirOwn() {
        var browser = here.signIn(ANNA);
        assertThat(here.book.end(browser.id().orElseThrow(), Optional.of(BEN), "ben"))
                .isFalse();
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void aNewPasswordEndsAllSessionsButTheOneInWhichItWasChosen() {
        var office = here.signIn(ANNA);
        var lost = here.signIn(ANNA);
        var phone = there.signIn(ANNA);
        var ben = here.signIn(BEN);
        transaction.executeWithoutResult(status -> here.book.accessChanged(new AccessChanged(ANNA, office.id())));
        there.watch.look(now);
        assertThat(List.of(office.isSignedIn(), lost.isSignedIn(), phone.isSignedIn(), ben.isSignedIn()))
                .containsExactly(true, false, false, true);
    }

    @Test
    void aChangeThatFailsEndsNoSession() {
        var browser = here.signIn(ANNA);
        transaction.executeWithoutResult(status -> {
            here.book.accessChanged(new AccessChanged(ANNA, Optional.empty()));
            status.setRollbackOnly();
        });
        here.watch.look(now);
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void whoeverIsLockedWhileSigningInStaysOut() {
        sql.sql("UPDATE account SET locked_at = :now WHERE name = 'anna'")
                .param("now", now.atOffset(UTC))
                .update();
        assertThat(here.signIn(ANNA).isSignedIn()).isFalse();
        assertThat(trail).isEmpty();
    }

    @Test
    void whoeverIsRemovedIsSignedOutEverywhere() {
        var browser = there.signIn(ANNA);
        sql.sql("DELETE FROM account WHERE name = 'anna'").update();
        there.watch.look(now);
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void aWorkingDayLaterEverybodySignsInAgain() {
        var browser = here.signIn(ANNA);
        now = now.plus(Duration.ofHours(12)).minusSeconds(1);
        here.watch.look(now);
        assertThat(browser.isSignedIn()).isTrue();
        now = now.plusSeconds(1);
        here.watch.look(now);
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(there.book.listOpen()).isEmpty();
    }

    @Test
    void theSessionsOfANodeThatCrashedVanish() {
        here.signIn(ANNA);
        now = now.plus(SETTINGS.idle()).plusSeconds(1);
        assertThat(there.book.listOpen()).isEmpty();
        there.watch.look(now);
        assertThat(sql.sql("SELECT count(*) FROM account_session WHERE ended_at IS NULL")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anOpenPageKeepsItsSessionThoughNobodyTouchesIt() {
        var browser = here.signIn(ANNA);
        for (int minute = 0; minute < 60; minute += 5) {
            now = now.plus(Duration.ofMinutes(5));
            here.watch.look(now);
            there.watch.look(now);
        }
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(there.book.listOpen())
                .singleElement()
                .satisfies(session -> assertThat(session.lastUsedAt()).isEqualTo(MORNING));
    }

    @Test
    void whatAnOpenPageAsksByItselfIsNoUseAndOpeningAPageIs() throws IOException, ServletException {
        var browser = here.signIn(ANNA);
        for (var asked : List.of("/session", "/cockpit?v-r=heartbeat&v-uiId=0", "/VAADIN/push?v-r=push&v-uiId=0")) {
            now = now.plus(Duration.ofMinutes(5));
            here.ask(browser, asked);
            assertThat(there.book.listOpen())
                    .extracting(OpenSession::lastUsedAt)
                    .containsExactly(MORNING);
        }
        now = now.plus(Duration.ofMinutes(5));
        here.ask(browser, "/cockpit");
        assertThat(there.book.listOpen()).extracting(OpenSession::lastUsedAt).containsExactly(now);
    }

    @Test
    void afterARestartNobodySignsInAgain() throws IOException, ServletException {
        var browser = here.signIn(ANNA);
        now = now.plus(Duration.ofMinutes(20));
        here.watch.leave(now);
        now = now.plus(Duration.ofMinutes(20));
        assertThat(new Node().open(browser.token(), "/cockpit")).isEqualTo("anna [ROLE_STAFF]");
        assertThat(there.book.listOpenOf(ANNA))
                .extracting(OpenSession::signedInAt)
                .containsExactly(MORNING);
        assertThat(trail).containsExactly("anna SIGNED_IN anna 192.0.2.0/24");
    }

    @Test
    void aSessionThatGoesOnElsewhereEndsWhereItWas() throws IOException, ServletException {
        var browser = here.signIn(ANNA);
        assertThat(there.open(browser.token(), "/")).isEqualTo("anna [ROLE_STAFF]");
        here.watch.look(now);
        assertThat(browser.isSignedIn()).isFalse();
        there.watch.look(now);
        assertThat(here.book.listOpen()).extracting(OpenSession::name).containsExactly(ANNA);
    }

    @Test
    void onlyAPageThatIsOpenedGoesOnInASession() throws IOException, ServletException {
        var token = here.signIn(ANNA).token();
        assertThat(there.open(token, "/?v-r=heartbeat&v-uiId=0")).isEqualTo("a stranger");
        assertThat(there.open(SessionToken.fresh(), "/cockpit")).isEqualTo("a stranger");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE account SET locked_at = now()",
                "UPDATE account SET password_to_change = true",
                "UPDATE account_session SET ended_at = now()",
                "UPDATE account_session SET seen_at = seen_at - interval '30 minutes'",
                "UPDATE account_session SET started_at = started_at - interval '12 hours'"
            })
    void whatHasEndedOrMayNotGoOnStaysEnded(String reason) throws IOException, ServletException {
        var token = here.signIn(ANNA).token();
        sql.sql(reason).update();
        assertThat(there.open(token, "/cockpit")).isEqualTo("a stranger");
    }

    @Test
    void whoSignedOutIsNotSignedInByTheNextPage() throws IOException, ServletException {
        var browser = here.signIn(ANNA);
        here.book.leave(browser.id().orElseThrow(), ANNA);
        assertThat(here.open(browser.token(), "/cockpit")).isEqualTo("a stranger");
    }

    @Test
    void aBrowserThatDoesNotComeBackIsNoLongerSignedIn() {
        var browser = here.signIn(ANNA);
        browser.session().invalidate();
        here.watch.look(now);
        assertThat(there.book.listOpen()).isEmpty();
    }
}
