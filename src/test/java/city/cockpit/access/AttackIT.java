package city.cockpit.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.harness.RunningCockpit;
import city.cockpit.harness.TestDatabase;
import city.cockpit.harness.WithoutDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import tools.jackson.databind.json.JsonMapper;

/** What people meet who try to get in by plain HTTP. What is done through the database stands for another node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WithoutDatabase
class AttackIT {

    private static final String PASSWORD = "rain over the town hall";
    private static final String WRONG = "sun over the town hall";
    private static final String OFFICE = "127.0.0.1";

    @TempDir
    static Path folder;

    private TestDatabase database;
    private RunningCockpit cockpit;
    private JdbcClient sql;
    private int addresses = 1;

    @BeforeAll
    void start() {
        database = TestDatabase.create();
        cockpit = RunningCockpit.on(folder)
                .database(database)
                // Nobody waits for half a minute here to be told that the database is away.
                .with("spring.datasource.hikari.connection-timeout", "10000")
                .start();
        sql = JdbcClient.create(database.dataSource());
    }

    @AfterAll
    void stop() {
        cockpit.close();
        database.close();
    }

    @Test
    void aStormOfWrongPasswordsNeitherSucceedsNorKeepsTheOwnerOut() {
        hasAccount("anna");
        var owner = new Caller(cockpit.web(), OFFICE);
        assertThat(isIn(owner.signIn("anna", PASSWORD))).isTrue();
        var attacker = stranger();
        IntStream.range(0, 30).parallel().forEach(i -> attacker.another().signIn("anna", WRONG));
        assertThat(location(attacker.signIn("anna", PASSWORD)))
                .as("from there not even the right one is looked at")
                .endsWith("/login?notice=TOO_MANY_TRIES");
        assertThat(isIn(new Caller(cockpit.web(), OFFICE).signIn("anna", PASSWORD)))
                .as("the owner, on a new device")
                .isTrue();
        attacker.cookies().putAll(owner.cookies());
        attacker.cookies().remove(Caller.SESSION);
        assertThat(isIn(attacker.signIn("anna", PASSWORD)))
                .as("the owner, on the usual device at the address of the attacker")
                .isTrue();
        soon().until(() -> failures("anna") == 1);
    }

    @Test
    void nobodyLearnsWhichNamesThereAre() {
        hasAccount("berta");
        assertThat(location(stranger().signIn("berta", WRONG)))
                .isEqualTo(location(stranger().signIn("nobody.of.that.name", WRONG)));
        assertThat(location(stranger().signIn("' OR '1'='1", WRONG))).endsWith("/login?notice=WRONG");
        assertThat(location(stranger().signIn("x".repeat(100_000), "y".repeat(100_000))))
                .endsWith("/login?notice=WRONG");
        soon().until(() -> failures("") > 0);
        assertThat(failures("nobody.of.that.name")).isZero();
    }

    @Test
    void ofAnAddressOnlyItsNetworkIsWrittenDown() throws IOException {
        hasAccount("nina");
        var visitor = new Caller(cockpit.web(), "127.7.7.7");
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        visitor.get("/api/audit.csv", "Authorization", "Bearer " + secret("unknown"));
        visitor.get("/no%00where");
        visitor.signIn("nina", WRONG);
        assertThat(isIn(visitor.signIn("nina", PASSWORD))).isTrue();
        soon().until(() -> failures("nina") == 1);
        assertThat(sql.sql("SELECT changes::text FROM audit_entry WHERE object = 'nina' ORDER BY number")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(
                        changes -> assertThat(changes).contains("127.7.7.0/24").doesNotContain("127.7.7.7"));
        assertThat(Files.readString(folder.resolve("logs/cockpit.log")) + cockpit.printed())
                .doesNotContain("127.7.7.7");
    }

    @Test
    void onlyWhoeverKnowsThePasswordLearnsOfTheLock() {
        hasAccount("carl");
        sql.sql("UPDATE account SET locked_at = now() WHERE name = 'carl'").update();
        assertThat(location(stranger().signIn("carl", WRONG))).endsWith("/login?notice=WRONG");
        assertThat(location(stranger().signIn("carl", PASSWORD))).endsWith("/login?notice=LOCKED");
    }

    @Test
    void aSessionPlantedInAnotherBrowserIsWorthNothingAfterTheSignIn() {
        hasAccount("dora");
        var attacker = stranger();
        var waiting = attacker.open("login");
        var planted = attacker.session();
        var victim = new Caller(cockpit.web(), OFFICE);
        victim.cookies().put(Caller.SESSION, planted);
        assertThat(isIn(victim.signIn("dora", PASSWORD))).isTrue();
        assertThat(victim.session()).isNotEqualTo(planted);
        assertThat(isAlive(attacker, planted)).isFalse();
        soon().until(waiting::isClosed);
    }

    @Test
    void whileTheDatabaseIsAwayWhoeverIsSignedInGoesOnAndOthersLearnWhyTheyCannot() {
        hasAccount("ida");
        var signedIn = stranger();
        signedIn.signIn("ida", PASSWORD);
        var late = stranger();
        database.goAway();
        try {
            assertThat(location(late.signIn("ida", PASSWORD))).endsWith("/login?notice=UNAVAILABLE");
            assertThat(late.get("/login?notice=UNAVAILABLE").statusCode()).isEqualTo(503);
            assertThat(late.get("/login").statusCode()).isEqualTo(200);
            assertThat(late.get("/").statusCode()).as("the public pages").isEqualTo(200);
            assertThat(signedIn.get("/session").statusCode()).isEqualTo(204);
            assertThat(signedIn.get("/cockpit").statusCode()).isEqualTo(200);
        } finally {
            database.comeBack();
        }
        soon().until(() -> isIn(stranger().signIn("ida", PASSWORD)));
        assertThat(signedIn.get("/session").statusCode()).isEqualTo(204);
    }

    @Test
    void theSignInLeadsToNoOtherSite() {
        hasAccount("emil");
        var answer = stranger()
                .post(
                        "/login?Saved-url=https://evil.example/",
                        Map.of("username", "emil", "password", PASSWORD, "Saved-url", "https://evil.example/"));
        assertThat(location(answer)).doesNotContain("evil");
        assertThat(isIn(answer)).isTrue();
    }

    @Test
    void whatWasStolenEndsWithTheSessionItsOpenPagesIncluded() {
        hasAccount("frida");
        var owner = new Caller(cockpit.web(), OFFICE);
        owner.signIn("frida", PASSWORD);
        var thief = stranger();
        thief.cookies().put(Caller.SESSION, owner.session());
        var page = thief.open("account");
        assertThat(isAlive(thief, owner.session())).isTrue();
        assertThat(page.isClosed()).isFalse();
        sql.sql("UPDATE account_session SET ended_at = now() WHERE name = 'frida'")
                .update();
        soon().until(page::isClosed);
        assertThat(isAlive(thief, owner.session())).isFalse();
    }

    @Test
    void cookiesAreOutOfReachOfScriptsAndOtherSites() {
        hasAccount("gerd");
        var cookies = stranger().signIn("gerd", PASSWORD).headers().allValues("Set-Cookie");
        assertThat(cookies)
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").containsIgnoringCase("SameSite=Lax"));
        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("cockpit-device"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).contains("Path=/login").doesNotContain("gerd"));
    }

    @Test
    void aTokenOpensWhatItIsForAndNothingElse() {
        hasToken("archive", "EXPORT_AUDIT");
        hasToken("monitor", "READ_STATUS");
        var program = stranger();
        var export = program.get("/api/audit.csv", "Authorization", "Bearer " + secret("archive"));
        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.body()).startsWith("number,at,actor,").contains("AUDIT_EXPORTED");
        assertThat(export.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(ask("/api/audit.csv?deed=TOKEN_MADE&from=2026-01-01T00:00:00Z", "archive")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask("/api/audit.csv?deed=NONSENSE", "archive").statusCode()).isEqualTo(400);
        assertThat(ask("/api/audit.csv?from=yesterday", "archive").statusCode()).isEqualTo(400);
        assertThat(ask("/api/audit.csv", "monitor").statusCode()).isEqualTo(403);
        assertThat(ask("/api/status", "archive").statusCode()).isEqualTo(403);
        assertThat(ask("/api/people", "archive").statusCode()).isEqualTo(403);
        for (var method : List.of("POST", "PUT", "DELETE", "PATCH"))
            assertThat(program.send(method, "/api/audit.csv", "", "Authorization", "Bearer " + secret("archive"))
                            .statusCode())
                    .isIn(400, 403);
        soon().pollInterval(Duration.ofSeconds(1)).until(() -> isUsed("archive"));
    }

    @Test
    void theTownsMonitoringReadsHowEveryPartDoes() {
        hasToken("monitoring", "READ_STATUS");
        var answer = ask("/api/status", "monitoring");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        var status = JsonMapper.shared().readTree(answer.body());
        assertThat(status.at("/condition").asString()).isIn("GOOD", "NOTICE");
        assertThat(status.at("/parts").findValuesAsString("part"))
                .containsExactly(
                        "READINGS",
                        "BROKER",
                        "DATABASE",
                        "NODES",
                        "AUDIT_TRAIL",
                        "DISK",
                        "PAGES",
                        "IDENTITY_PROVIDER",
                        "MAIL",
                        "CALENDARS");
        assertThat(status.at("/parts/4/condition").asString()).isEqualTo("GOOD");
        assertThat(status.at("/parts/4/says").asString()).startsWith("The database lets the cockpit only add lines");
        assertThat(status.at("/sizes/database").asLong()).isPositive();
        assertThat(answer.body()).doesNotContain("jdbc:", folder.toString());
    }

    @Test
    void nothingButAGoodTokenCountsAtTheApi() {
        hasAccount("hanna");
        hasToken("good", "EXPORT_AUDIT");
        var person = new Caller(cockpit.web(), OFFICE);
        person.signIn("hanna", PASSWORD);
        var refused = person.get("/api/audit.csv");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(refused.body()).contains("This needs a token.");
        for (var header : List.of(
                "Bearer",
                "Bearer x",
                "Bearer " + secret("unknown"),
                "Basic " + secret("good"),
                secret("good"),
                "Bearer " + secret("good") + "x"))
            assertThat(stranger().get("/api/audit.csv", "Authorization", header).statusCode())
                    .isEqualTo(401);
        assertThat(stranger()
                        .get("/api/audit.csv?access_token=" + secret("good"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aStolenTokenIsWorthNothingAfterItsRevocationOrItsEnd() {
        hasToken("stolen", "EXPORT_AUDIT");
        hasToken("old", "EXPORT_AUDIT");
        sql.sql("UPDATE access_token SET expires_at = now() - interval '1 second' WHERE name = 'old'")
                .update();
        assertThat(ask("/api/audit.csv", "old").statusCode()).isEqualTo(401);
        assertThat(ask("/api/audit.csv", "stolen").statusCode()).isEqualTo(200);
        sql.sql("UPDATE access_token SET revoked_at = now() WHERE name = 'stolen'")
                .update();
        soon().pollInterval(Duration.ofMillis(500))
                .until(() -> ask("/api/audit.csv", "stolen").statusCode() == 401);
    }

    @Test
    void whoeverGuessesTokensIsStoppedWithoutStoppingTheOthers() {
        hasToken("steady", "EXPORT_AUDIT");
        var here = stranger();
        assertThat(here.get("/api/audit.csv", "Authorization", "Bearer " + secret("steady"))
                        .statusCode())
                .isEqualTo(200);
        var answers = IntStream.range(0, 40)
                .mapToObj(i -> here.get("/api/audit.csv", "Authorization", "Bearer " + secret("guess" + i)))
                .toList();
        assertThat(answers.getLast().statusCode()).isEqualTo(429);
        assertThat(answers.getLast().headers().firstValue("Retry-After")).isPresent();
        assertThat(here.get("/api/audit.csv", "Authorization", "Bearer " + secret("steady"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/audit.csv",
                "/api//audit.csv",
                "/api/./audit.csv",
                "/x/../api/audit.csv",
                "/api/audit.csv/",
                "/api/audit.csv;x=1",
                "/api;x=1/audit.csv",
                "/API/audit.csv",
                "/api/AUDIT.csv",
                "/api/audit%2ecsv",
                "/%61pi/audit.csv",
                "/api%2faudit.csv",
                "/api/audit.csv%00",
                "/api/audit.csv%20",
                "/api/audit.csv."
            })
    void noOtherWayOfWritingTheAddressLeadsPastTheGuard(String path) {
        assertThat(stranger().get(path).body()).doesNotContain("number,at,actor");
    }

    private static boolean isIn(HttpResponse<String> answer) {
        return answer.statusCode() == 302 && !location(answer).contains("/login");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** Whether the server still knows the session: otherwise it begins another one. */
    private static boolean isAlive(Caller caller, String session) {
        caller.cookies().put(Caller.SESSION, session);
        caller.get("/login");
        return caller.session().equals(session);
    }

    /** From an address from which nobody has called before. */
    private synchronized Caller stranger() {
        addresses++;
        return new Caller(cockpit.web(), "127.0.0." + addresses);
    }

    private HttpResponse<String> ask(String path, String token) {
        return new Caller(cockpit.web(), OFFICE).get(path, "Authorization", "Bearer " + secret(token));
    }

    private void hasAccount(String name) {
        var hash = "{argon2id}"
                + Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);
        sql.sql("INSERT INTO account (name, password_hash, roles, created_at) VALUES (:name, :hash, :roles, now())")
                .param("name", name)
                .param("hash", hash)
                .param("roles", new String[] {"ADMINISTRATOR", "STAFF"})
                .update();
    }

    private void hasToken(String name, String scope) {
        sql.sql("""
                        INSERT INTO access_token (hash, name, scopes, made_by, made_at, expires_at)
                        VALUES (decode(:hash, 'hex'), :name, :scopes, 'admin', now(), :expires)""")
                .param("hash", sha256(secret(name)))
                .param("name", name)
                .param("scopes", new String[] {scope})
                .param("expires", Instant.now().plus(Duration.ofDays(1)).atOffset(UTC))
                .update();
    }

    private static String secret(String name) {
        return "cockpit_" + name + "0".repeat(43 - name.length());
    }

    private static String sha256(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isUsed(String token) {
        return Objects.requireNonNull(sql.sql("SELECT used_at IS NOT NULL FROM access_token WHERE name = :name")
                .param("name", token)
                .query(Boolean.class)
                .single());
    }

    private int failures(String name) {
        return Objects.requireNonNull(
                sql.sql("SELECT count(*) FROM audit_entry WHERE deed = 'SIGN_IN_FAILED' AND object = :name")
                        .param("name", name)
                        .query(Integer.class)
                        .single());
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(40));
    }
}
