package city.cockpit.access.web;

import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.access.Role;
import city.cockpit.access.web.Guards.Way;
import city.cockpit.access.web.Visitor.Met;
import city.cockpit.harness.RunningCockpit;
import city.cockpit.harness.TestDatabase;
import city.cockpit.harness.WithoutDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** What a running cockpit answers to nobody and to people of every role, also to what no decent program sends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WithoutDatabase
class AccessIT {

    private static final String NOBODY = "nobody";
    private static final String NEWCOMER = "newcomer";
    private static final String PASSWORD = "ein langes Wort für alle";

    /** What a page does without, as in {@code /inbox/:sender?([0-9]{1,18})}. */
    private static final Pattern OPTIONAL_PART = Pattern.compile("/:\\w+\\?(\\([^)]*\\))?");

    /** Where the other parts of a template lead in the demo city. */
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            entry(":domain", "air"),
            entry(":site", "stadthalle"),
            entry(":sensor", "parking-marktplatz"),
            entry(":kind", "measure"),
            entry(":item", "parkleitsystem"),
            entry(":code", "bgzy5cbz"),
            entry(":calendar", "demo-events"),
            entry("{hook}", "chirpstack"),
            entry("{domain:[a-z]+}", "air"),
            entry("{topic:[a-z]+}", "luft"),
            entry("{site:[a-z0-9-]+}", "stadthalle"),
            entry("{sensor:[a-z0-9-]+}/{property:[a-z0-9_]+}", "air-stadtpark/pm10"));

    /** What pages of others may frame or show. */
    private static final List<String> EMBEDS =
            List.of("/embed/parken", "/embed/parken/places", "/embed/parken/map", "/embed/luft.svg", "/embed/luft.png");

    @TempDir
    static Path folder;

    private final Guards guards = new Guards();
    private final Map<String, Visitor> people = new LinkedHashMap<>();
    private TestDatabase database;
    private RunningCockpit cockpit;
    private RawHttp raw;

    @BeforeAll
    void start() {
        database = TestDatabase.create();
        cockpit = RunningCockpit.on(folder).database(database).demo().start();
        raw = new RawHttp(cockpit.web());
        var hash = "{argon2id}"
                + Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);
        for (var role : Role.values()) add(role.name().toLowerCase(Locale.ROOT), hash, false, role);
        add(NEWCOMER, hash, true, Role.values());
        people.put(NOBODY, new Visitor(cockpit.web()));
        for (var role : Role.values())
            people.put(role.name(), signedIn(role.name().toLowerCase(Locale.ROOT)));
        people.put(Role.Name.PASSWORD_TO_CHANGE, signedIn(NEWCOMER));
    }

    private void add(String name, String hash, boolean toChange, Role... roles) {
        JdbcClient.create(database.dataSource())
                .sql("""
                        INSERT INTO account (name, password_hash, roles, password_to_change, created_at)
                        VALUES (:name, :hash, :roles, :toChange, now())""")
                .param("name", name)
                .param("hash", hash)
                .param("roles", Arrays.stream(roles).map(Role::name).toArray(String[]::new))
                .param("toChange", toChange)
                .update();
    }

    private Visitor person(String who) {
        return Objects.requireNonNull(people.get(who));
    }

    private Visitor signedIn(String name) {
        return new Visitor(cockpit.web()).signIn(name, PASSWORD);
    }

    @AfterAll
    void stop() {
        cockpit.close();
        database.close();
    }

    @Test
    void everyPageIsOpenToThoseItNamesAndToNobodyElse() {
        var wanted = new TreeMap<String, String>();
        var found = new TreeMap<String, String>();
        for (var page : guards.pages()) {
            var address = example(page.address());
            people.forEach((who, visitor) -> {
                wanted.put(address + " for " + who, page.guard().admits(who) ? "open" : "closed");
                found.put(address + " for " + who, inWords(visitor.visit(address), page));
            });
        }
        assertThat(found).isEqualTo(wanted);
    }

    /** Whoever has to choose a new password is led there from public pages, too. */
    private static String inWords(Met met, Way page) {
        return switch (met) {
            case PAGE -> "open";
            case NEW_PASSWORD -> page.guard().admits(Role.Name.PASSWORD_TO_CHANGE) ? "open" : "closed";
            case SIGN_IN, ROLE_MISSING, NOTHING_HERE -> "closed";
            case FAILURE -> "failed";
        };
    }

    @Test
    void whoIsNotSignedInIsLedToTheSignInPage() {
        assertThat(guards.pages().stream()
                        .filter(page -> !page.guard().everybody())
                        .map(page -> person(NOBODY).visit(example(page.address())))
                        .collect(toSet()))
                .containsExactly(Met.SIGN_IN);
    }

    @Test
    void whoLacksTheRoleIsToldSo() {
        assertThat(person(Role.Name.STRATEGY_EDITOR).visit("/setup")).isEqualTo(Met.ROLE_MISSING);
        assertThat(person(Role.Name.STRATEGY_EDITOR).visit("/no-such-page")).isEqualTo(Met.NOTHING_HERE);
    }

    @Test
    void requestsThatAreNotForEverybodyAreRefusedWithoutAToken() {
        guards.requests().stream().filter(request -> request.contains(" /api/")).forEach(request -> {
            var address = example(request.substring(request.indexOf('/')));
            people.forEach((who, visitor) -> assertThat(visitor.get(address).statusCode())
                    .as(address + " for " + who)
                    .isEqualTo(401));
        });
    }

    @Test
    void requestsForEverybodyNeedNoCookieAndSetNone() {
        var stranger = new Visitor(cockpit.web());
        for (var address : Stream.concat(
                        EMBEDS.stream(),
                        Stream.of(
                                "/cockpit.css",
                                "/icons/cockpit.svg",
                                "/town/boundary.geojson",
                                "/map/tiles/1/1/1",
                                "/poster/stadthalle.pdf"))
                .toList())
            assertThat(stranger.get(address).statusCode()).as(address).isIn(200, 404);
        assertThat(stranger.cookies()).isEmpty();
    }

    @Test
    void whatIsInternalStandsOnNoPageAndInNoFileForWhoIsNotSignedIn() {
        assertThat(register(new Visitor(cockpit.web())).statusCode()).isEqualTo(201);
        var site = "/site/keller";
        var past = "/history/air/luft-keller/pm2_5";
        var proof = "/nachweis/luft-keller/pm2_5?at=2026-01-01T00:00:00Z";
        for (var address : Set.of(site, past, proof))
            await().untilAsserted(() -> assertThat(person(Role.Name.STAFF).follow(address))
                    .as(address)
                    .contains("Geheimer Keller"));
        var pages =
                guards.pages().stream().filter(page -> page.guard().everybody()).map(page -> example(page.address()));
        var files = guards.requests().stream()
                .filter(request -> request.startsWith("GET") && !request.contains(" /api/"))
                .map(request -> example(request.substring(request.indexOf('/'))));
        var tables = Stream.of("/strategy/indicators.csv", "/strategy/measures.csv", "/no-such-page");
        assertThat(Stream.of(Stream.of(site, past, proof, "/history/air", "/nachweis/air"), pages, files, tables)
                        .flatMap(all -> all)
                        .toList())
                .hasSizeGreaterThan(15)
                .allSatisfy(address -> {
                    assertThat(person(NOBODY).get(address).body()).doesNotContain("Geheimer");
                    assertThat(person(NOBODY).follow(address)).doesNotContain("Geheimer");
                });
        for (var address : Set.of(site, past, proof))
            assertThat(person(NOBODY).visit(address)).as(address).isEqualTo(Met.NOTHING_HERE);
        assertThat(person(NOBODY).get("/data/luft-keller/pm2_5.csv").statusCode())
                .isEqualTo(404);
        assertThat(person(NOBODY).get("/data/air.csv").body())
                .startsWith("time,sensor")
                .doesNotContain("keller");
    }

    /** A program with a token registers a sensor that is not for everybody. */
    private HttpResponse<String> register(Visitor program) {
        var secret = "cockpit_" + "A".repeat(43);
        JdbcClient.create(database.dataSource())
                .sql("""
                        INSERT INTO access_token (hash, name, scopes, made_by, made_at, expires_at)
                        VALUES (sha256(convert_to(:secret, 'UTF8')), 'Test', '{WRITE_SENSORS}', 'admin', now(),
                                now() + interval '1 day')""")
                .param("secret", secret)
                .update();
        return program.send(program.request("/api/v1/sensors")
                .setHeader("Accept", "application/json")
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"id": "luft-keller", "visibility": "INTERNAL",
                         "site": {"key": "keller", "title": "Geheimer Keller", "latitude": 50.868, "longitude": 9.706},
                         "series": [{"property": "pm2_5", "intervalSeconds": 60}]}""")));
    }

    @Test
    void pagesAreNotKeptByTheBrowserAndDoNothingForStrangers() {
        for (var address : Set.of("/", "/login", "/history/air", "/no-such-page")) {
            var answer = new Visitor(cockpit.web()).get(address);
            assertThat(header(answer, "Cache-Control")).contains("no-store");
            assertThat(header(answer, "Content-Security-Policy"))
                    .contains("default-src 'none'", "'nonce-", "frame-ancestors 'none'")
                    .doesNotContain("http", "*");
            assertThat(answer.body()).doesNotContain("<script>").contains("nonce=\"" + nonce(answer) + "\"");
            assertIsCareful(answer);
        }
    }

    @Test
    void pagesOfOthersMayShowWhatIsMadeForThemAndNothingElse() {
        for (var address : EMBEDS) {
            var answer = person(Role.Name.ADMINISTRATOR).get(address + "?lang=en&theme=dark");
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(header(answer, "Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors *")
                    .doesNotContain("http", "'unsafe-eval'", "script-src 'self'");
            assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
            assertThat(answer.headers().map()).doesNotContainKeys("x-frame-options", "set-cookie");
            assertThat(header(answer, "Cache-Control")).isEqualTo("max-age=15, public");
            assertThat(answer.body()).doesNotContain("Geheimer", "admin");
            var again = person(NOBODY)
                    .send(person(NOBODY)
                            .request(address + "?lang=en&theme=dark")
                            .header("If-None-Match", header(answer, "ETag"))
                            .GET());
            assertThat(again.statusCode()).as(address).isIn(200, 304);
        }
        for (var address : Set.of("/", "/live/parken", "/live/parken/embed", "/login", "/embed", "/embed/x.pdf"))
            assertThat(header(person(NOBODY).get(address), "X-Frame-Options"))
                    .as(address)
                    .isEqualTo("DENY");
    }

    @Test
    void cameraAndPlaceAreForTheFormOfTheStreetAndThePlaceForWhoAsksWhatIsNear() {
        for (var address :
                Set.of("/sensors/new", "/sensors/parking-marktplatz/edit", "/sensors/parking-marktplatz/swap"))
            assertThat(header(person(Role.Name.TECHNICIAN).get(address), "Permissions-Policy"))
                    .contains("camera=(self)", "geolocation=(self)", "microphone=()");
        assertThat(header(person(Role.Name.TECHNICIAN).get("/sensors/parking-marktplatz"), "Permissions-Policy"))
                .contains("camera=()", "geolocation=()");
        for (var address : Set.of("/", "/live/parken"))
            assertThat(header(person(NOBODY).get(address), "Permissions-Policy"))
                    .contains("camera=()", "geolocation=(self)");
    }

    @Test
    void everyPageHasANonceOfItsOwn() {
        var stranger = person(NOBODY);
        assertThat(nonce(stranger.get("/"))).isNotEqualTo(nonce(stranger.get("/")));
    }

    @Test
    void filesMayDoNothingAndAreCareful() {
        for (var address : Set.of("/cockpit.css", "/icons/cockpit.svg", "/town/boundary.geojson", "/map/tiles/1/1/1")) {
            var answer = person(NOBODY).get(address);
            assertThat(header(answer, "Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .doesNotContain("script");
            assertIsCareful(answer);
        }
    }

    private static void assertIsCareful(HttpResponse<String> answer) {
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
    }

    @Test
    void theOnlyCookiesAreTechnicalAndNoScriptReadsThem() {
        var visitor = signedIn("staff");
        assertThat(visitor.cookies()).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie.getName()).startsWith("cockpit-");
            assertThat(cookie.isHttpOnly()).isTrue();
        });
        for (var address : Set.of("/", "/live/parken", "/privacy", "/login"))
            assertThat(new Visitor(cockpit.web()).get(address).headers().allValues("Set-Cookie"))
                    .as("of %s: the one of the live connection, forgotten with the browser", address)
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("cockpit-session=")
                    .contains("SameSite=Lax", "HttpOnly")
                    .doesNotContain("Domain", "Max-Age", "Expires");
    }

    @Test
    void aFormOfSomebodyElseSignsNobodyIn() {
        var visitor = new Visitor(cockpit.web());
        var answer = visitor.send(visitor.request("/login")
                .header("Origin", "http://elsewhere.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=staff&password=" + PASSWORD.replace(' ', '+'))));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(visitor.visit("/cockpit")).isEqualTo(Met.SIGN_IN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/logout", "/setup", "/status", "/town/boundary.geojson", "/error"})
    void nothingIsChangedByARequestWithoutTheTokenOfThePage(String address) {
        var staff = person(Role.Name.ADMINISTRATOR);
        var answer = staff.send(staff.request(address).POST(BodyPublishers.ofString("a=b")));
        assertThat(answer.statusCode()).isIn(403, 405);
        assertSaysNothing(answer.body());
        assertThat(staff.visit("/status")).isEqualTo(Met.PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/",
                "/actuator/health",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/prometheus",
                "/%61ctuator/health",
                "/actuator;x/health"
            })
    void thePortOfThePagesHasNoManagement(String address) {
        var answer = raw.send("GET " + address + " HTTP/1.1");
        assertThat(answer).doesNotContain("\"UP\"", "_links", "java.version", "JAVA PROFILE", "jvm_memory");
        assertSaysNothing(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "configprops", "heapdump", "threaddump", "loggers", "beans", "mappings", "shutdown"})
    void theManagementTellsNoSecrets(String endpoint) {
        assertThat(new Visitor(cockpit.management())
                        .get("/actuator/" + endpoint)
                        .statusCode())
                .isIn(404, 406);
    }

    @Test
    void theManagementTellsStrangersNothingOfTheInside() {
        for (var id : Set.of("health", "info", "ingest"))
            assertThat(cockpit.manage("/actuator/" + id)).doesNotContain("jdbc", "password", folder.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..",
                "/../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/%252e%252e/etc/passwd",
                "/..%2f..%2fetc/passwd",
                "/..%5c..%5cetc/passwd",
                "/..\\..\\etc\\passwd",
                "/town/../setup",
                "/town/..;/setup",
                "/town/%2e%2e/setup",
                "/icons/..%2f..%2fapplication.properties",
                "/icons/%2e%2e/%2e%2e/application.properties",
                "/VAADIN/../application.properties",
                "/VAADIN/build/..%2f..%2f..%2fapplication.properties",
                "/VAADIN/config/flow-build-info.json",
                "/VAADIN/config/stats.json",
                "/application.properties",
                "/db/migration/V001__accounts.sql",
                "/META-INF/MANIFEST.MF",
                "/WEB-INF/web.xml",
                "/BOOT-INF/classes/application.properties",
                "//setup",
                "/setup/",
                "/./setup",
                "/setup/.",
                "/SETUP",
                "/Setup",
                "/setup.",
                "/setup.html",
                "/setup;x=y",
                "/setup;jsessionid=0",
                "/;/setup",
                "/setup%2f",
                "/setup%3b",
                "/setup%00",
                "/setup%20",
                "/setup%0d%0aX-Made-Up:%20yes",
                "/%73etup",
                "/%c0%ae%c0%ae/etc/passwd",
                "/%",
                "/%zz",
                "/setup?x=%",
                "/vaadinServlet/setup",
                "/error",
                "*",
                "http://elsewhere.example/setup"
            })
    void noTrickWithTheAddressOpensAClosedPage(String address) {
        var answer = raw.send("GET " + address + " HTTP/1.1");
        assertThat(RawHttp.status(answer)).isBetween(200, 499);
        assertThat(answer)
                .doesNotContain("root:", "spring.", "productionMode", "CREATE TABLE", "Start-Class", "X-Made-Up: yes");
        assertSaysNothing(answer);
        assertThat(person(NOBODY).met("", person(NOBODY).follow(address.startsWith("/") ? quoted(address) : "/x")))
                .isNotEqualTo(Met.PAGE);
    }

    private static String quoted(String address) {
        return address.replace("\\", "\\\\");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "PUT", "DELETE", "PATCH", "CONNECT", "PROPFIND", "MADEUP", "get"})
    void unusualMethodsDoNothing(String method) {
        for (var address : Set.of("/", "/login", "/town/boundary.geojson", "/setup")) {
            var answer = raw.send(method + " " + address + " HTTP/1.1");
            assertThat(RawHttp.status(answer)).as(address).isBetween(400, 501).isNotEqualTo(500);
            assertSaysNothing(answer);
        }
    }

    @Test
    void whatIsTooLongIsRefusedInOneSentence() {
        var much = "x".repeat(100_000);
        for (var head : Stream.of(
                        "GET /" + much + " HTTP/1.1",
                        "GET /?q=" + much + " HTTP/1.1",
                        "GET / HTTP/1.1\r\nX-Long: " + much,
                        "GET / HTTP/1.1\r\nCookie: cockpit-session=" + much,
                        "GET / HTTP/1.1\r\n"
                                + Stream.generate(() -> "X-Many: 1")
                                        .limit(2_000)
                                        .collect(joining("\r\n")))
                .toList()) {
            var answer = raw.send(head);
            assertThat(RawHttp.status(answer)).as(head.substring(0, 30)).isIn(0, 400, 414, 431);
            assertSaysNothing(answer);
        }
    }

    @Test
    void aFormThatIsTooLongSignsNobodyInAndHarmsNothing() {
        var visitor = new Visitor(cockpit.web());
        for (var form : Set.of(
                "username=" + "x".repeat(1_000_000) + "&password=y",
                "username=admin&password=" + "x".repeat(1_000_000),
                "username=admin&password=" + "x".repeat(5_000_000),
                "a=b&".repeat(20_000) + "username=admin&password=y",
                "username=%00%0d%0a&password=%zz")) {
            var answer = visitor.send(visitor.request("/login")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)));
            assertThat(answer.statusCode()).as("%.40s", form).isBetween(302, 499);
            assertSaysNothing(answer.body());
        }
        assertThat(visitor.visit("/cockpit")).isEqualTo(Met.SIGN_IN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\nConnection: close\r\n\r\nabcdef",
                "POST /login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: x\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\n: empty\r\nX\u0001: y\r\nConnection: close\r\n\r\n",
                "nonsense\r\n\r\n",
                "\u0016\u0003\u0001\u0002\r\n\r\n"
            })
    void aBrokenRequestIsRefusedWithoutAWordTooMany(String request) {
        var answer = raw.sendBytes(request);
        assertThat(RawHttp.status(answer)).isIn(0, 400, 501, 505);
        assertSaysNothing(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{\"csrfToken\":\"x\",\"rpc\":[]}", "{\"rpc\":[{\"type\":\"event\",\"node\":1}]}"
            })
    void whatNoPageOfOursSendsIsRefused(String call) {
        var visitor = new Visitor(cockpit.web());
        visitor.get("/?v-r=init&location=&query=");
        var answer = visitor.send(visitor.request("/?v-r=uidl&v-uiId=0")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(call)));
        assertThat(answer.body()).doesNotContain("\"changes\":[{");
        assertSaysNothing(answer.body());
    }

    /** No trace, no name of a program or file, no secret. */
    private void assertSaysNothing(String answer) {
        assertThat(answer)
                .doesNotContain(
                        "Exception", "\tat ", "org.apache", "org.spring", "java.lang", "Apache Tomcat", "Whitelabel")
                .doesNotContain(folder.toString(), cockpit.devicePassword(), "argon2");
    }

    private static String nonce(HttpResponse<String> page) {
        return header(page, "Content-Security-Policy").replaceFirst(".*'nonce-([^']+)'.*", "$1");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String example(String template) {
        if (template.startsWith("/nachweis/"))
            return "/nachweis/parking-marktplatz/parking_free?at=2026-01-01T00:00:00Z";
        var address = OPTIONAL_PART.matcher(template).replaceAll("");
        for (var part : EXAMPLES.entrySet()) address = address.replace(part.getKey(), part.getValue());
        address = address.replaceAll("\\{.*", "example");
        assertThat(address).as("an example for every part of an address").doesNotContain("/:");
        return address;
    }
}
