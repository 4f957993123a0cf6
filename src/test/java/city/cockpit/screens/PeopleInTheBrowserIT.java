package city.cockpit.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.cockpit.harness.RunningCockpit;
import city.cockpit.harness.TestBrowser;
import city.cockpit.harness.TestDatabase;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.mqtt.Device;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What administrators do to people, with real browsers on both sides, and with people who type what they should not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleInTheBrowserIT {

    private static final String SCRIPT = "\"><img src=x onerror=window.hit=1><script>window.hit=1</script>";
    private static final String OWN = "Brücke Lampe Tulpe Regen";
    private static final String NEXT = "Birne Mond Treppe Schilf";
    private static final String MISTYPED = "Brücke Lampe Tulpe Rgeen";
    private static final String FIELDS =
            "main input:not([type=checkbox]):not([type=file]):not([type=color]), main textarea";

    @TempDir
    static Path folder;

    private final TestDatabase database = TestDatabase.create();
    private RunningCockpit cockpit;
    private TestBrowser chromium;
    private String firstPassword;
    private Page administrator;
    private final List<String> dialogs = new ArrayList<>();

    @BeforeAll
    void start() {
        chromium = TestBrowser.start();
        cockpit = RunningCockpit.on(folder).database(database).start();
        firstPassword = cockpit.adminPassword();
        chromium.admit(cockpit);
        administrator = newPage();
        administrator.navigate(cockpit.web() + "/login");
        TestBrowser.signIn(administrator, cockpit);
        administrator.waitForURL("**/cockpit*");
    }

    @AfterAll
    void stop() {
        cockpit.close();
        chromium.close();
        database.close();
    }

    @AfterEach
    void nothingThatWasTypedRan() {
        assertThat(dialogs).isEmpty();
        assertThat(administrator.evaluate("window.hit === undefined")).isEqualTo(true);
    }

    @Test
    @WithoutDatabase
    void whoeverIsInvitedChoosesAPasswordSeesWhatTheRoleOpensAndIsOutWhenTheSessionIsEnded() {
        var anna = newPage();
        anna.navigate(invite("anna", "Anna " + SCRIPT, "Beschäftigte"));
        anna.locator("input[autocomplete=new-password]").fill(OWN);
        anna.keyboard().press("Enter");
        assertThat(anna.locator("h1")).hasText("Anmelden");
        signIn(anna, "anna");
        assertThat(anna.locator(".top nav")).not().containsText("Verwaltung");
        anna.navigate(cockpit.web() + "/people");
        assertThat(anna.locator("h1")).hasText("Dafür fehlt Ihnen eine Rolle");
        anna.navigate(cockpit.web() + "/account");
        assertThat(anna.locator("main")).containsText("<script>window.hit=1</script>");
        assertThat(anna.evaluate("window.hit === undefined")).isEqualTo(true);

        open("people/anna");
        assertThat(administrator.locator("main")).containsText("<script>window.hit=1</script>");
        open("sessions");
        administrator
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("anna"))
                .getByRole(AriaRole.BUTTON)
                .click();
        anna.waitForURL("**/login*");
        assertThat(anna.locator("main")).containsText("Sitzung");
    }

    @Test
    @WithoutDatabase
    void whoeverSignsInWhileTheDatabaseTakesItsTimeIsLedOnWithoutBeingAskedAgain() throws SQLException {
        var colleague = newPage();
        colleague.navigate(cockpit.web() + "/login");
        try (var slow = database.dataSource().getConnection();
                var statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("LOCK TABLE account_session IN ACCESS EXCLUSIVE MODE");
            TestBrowser.signIn(colleague, cockpit);
            // Meanwhile the page goes on asking whether the cockpit is there.
            colleague.waitForRequest("**/icons/cockpit.svg", () -> {});
            slow.rollback();
        }
        colleague.waitForURL("**/cockpit*");
        assertThat(colleague.locator(".top nav")).containsText("Verwaltung");
    }

    @Test
    @WithoutDatabase
    void ofTwoWhoChangeTheSamePersonTheSecondIsToldAndLosesNothing() {
        invite("clara", "Clara Weber", "Technik");
        var colleague = newPage();
        colleague.navigate(cockpit.web() + "/login");
        TestBrowser.signIn(colleague, cockpit);
        colleague.waitForURL("**/cockpit*");
        colleague.navigate(cockpit.web() + "/people/clara");
        colleague.getByLabel("E-Mail", exactly()).fill("clara@stadt.example");

        open("people/clara");
        administrator.getByLabel("Name", exactly()).fill("Clara Weber-Sand");
        save(administrator);
        assertThat(administrator.locator("main")).containsText("Gespeichert.");

        save(colleague);
        assertThat(colleague.locator("main")).containsText("Noch nicht gespeichert");
        assertThat(colleague.getByLabel("E-Mail", exactly())).hasValue("clara@stadt.example");
        assertThat(colleague.getByLabel("Name", exactly())).hasValue("Clara Weber-Sand");
        save(colleague);
        assertThat(colleague.locator("main")).containsText("Gespeichert.");
    }

    @Test
    @WithoutDatabase
    void aScriptTypedIntoAnyFieldStaysText() {
        for (var address :
                List.of("people", "people?invite", "sessions", "tokens?new", "audit", "setup", "account/password")) {
            open(address);
            for (var field : administrator.locator(FIELDS).all())
                if (field.isVisible() && field.isEditable()) {
                    field.fill(SCRIPT);
                    field.press("Tab");
                }
            assertThat(administrator.locator("h1").first()).isVisible();
            assertThat(administrator.evaluate("window.hit === undefined")).isEqualTo(true);
        }
        // The set-up asks before it lets anybody go with changes that are not saved.
        administrator.navigate(cockpit.web() + "/");
        assertThat(administrator.locator("h1").first()).isVisible();
    }

    @Test
    @WithoutDatabase
    void noSecretStandsInALogOnAnErrorPageOrInTheAuditTrail() throws IOException, MqttException {
        var invitation = invite("emil", "Emil Berg", "Technik");
        administrator.getByRole(AriaRole.BUTTON, button("Fertig")).click();
        var token = makeToken("Archiv", "Protokoll abholen");
        var emil = newPage();
        emil.navigate(invitation);
        emil.locator("input[autocomplete=new-password]").fill(OWN);
        emil.keyboard().press("Enter");
        assertThat(emil.locator("h1")).hasText("Anmelden");
        signIn(emil, "emil", MISTYPED);
        assertThat(emil.getByText("Anmeldename oder Passwort stimmt nicht.")).isVisible();
        signIn(emil, "emil");
        emil.navigate(cockpit.web() + "/account/password");
        emil.locator("input[autocomplete=current-password]").fill(MISTYPED);
        emil.locator("input[autocomplete=new-password]").fill(NEXT);
        emil.locator("main button[type=submit]").click();
        assertThat(emil.locator("main")).containsText("Das bisherige Passwort stimmt nicht.");
        emil.locator("input[autocomplete=current-password]").fill(OWN);
        emil.locator("main button[type=submit]").click();
        assertThat(emil.locator("input[autocomplete=new-password]")).hasCount(0);
        open("people/emil");
        administrator
                .getByRole(AriaRole.BUTTON, button("Link für neues Passwort"))
                .click();
        var reset = administrator.locator(".once code");
        assertThat(reset).containsText(cockpit.web() + "/link#");
        var broker = URI.create("tcp://127.0.0.1:" + cockpit.mqttPort());
        assertThatThrownBy(() -> new Device(broker, MISTYPED)).isInstanceOf(MqttException.class);
        try (var device = new Device(broker, cockpit.devicePassword())) {
            device.publish("city/nobody", "{}");
        }

        var secrets = new ArrayList<>(List.of(
                firstPassword,
                cockpit.adminPassword(),
                OWN,
                NEXT,
                MISTYPED,
                token,
                secretOf(invitation),
                secretOf(reset.textContent())));
        Stream.of(administrator, emil)
                .flatMap(page -> page.context().cookies().stream())
                .map(cookie -> cookie.value)
                .filter(value -> value.length() >= 16)
                .forEach(secrets::add);
        for (var file : filesIn("secrets")) secrets.add(Files.readString(file).strip());
        assertThat(secrets).hasSizeGreaterThan(10).allMatch(secret -> secret.length() >= 16);

        var answers = new ArrayList<String>();
        var program = administrator.context().request();
        for (var address :
                List.of("/nowhere", "/api/status", "/api/nowhere", "/link", "/%", "/login?notice=WRONG", "/error"))
            answers.add(program.get(
                            cockpit.web() + address,
                            RequestOptions.create().setHeader("Authorization", "Bearer " + token))
                    .text());
        for (var address : List.of("/actuator/health", "/actuator/info", "/actuator/prometheus", "/actuator/ingest"))
            answers.add(cockpit.manage(address));
        var trail = program.get(
                cockpit.web() + "/api/audit.csv",
                RequestOptions.create().setHeader("Authorization", "Bearer " + token));
        assertThat(trail.text()).contains("LINK_MADE", "TOKEN_MADE", "SIGN_IN_FAILED");
        answers.add(trail.text());
        var log = new StringBuilder();
        for (var file : filesIn("logs")) log.append(Files.readString(file));
        assertThat(log).contains("CockpitApplication");
        assertThat(cockpit.printed().split(Pattern.quote(firstPassword), -1))
                .as("the first password is told once")
                .hasSize(2);
        for (var secret : secrets) {
            assertThat(answers).noneMatch(answer -> answer.contains(secret));
            assertThat(log).doesNotContain(secret);
            assertThat(cockpit.printed().replaceFirst(Pattern.quote(firstPassword), ""))
                    .doesNotContain(secret);
        }
    }

    /** What lies in that folder of the data, at any depth. */
    private static List<Path> filesIn(String name) throws IOException {
        try (var files = Files.walk(folder.resolve(name))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String secretOf(String link) {
        return link.substring(link.indexOf('#') + 1);
    }

    /** The text of the token. */
    private String makeToken(String name, String scope) {
        open("tokens?new");
        administrator.getByLabel("Bezeichnung").fill(name);
        administrator
                .locator("vaadin-checkbox")
                .filter(new Locator.FilterOptions().setHasText(scope))
                .locator("input")
                .check();
        administrator.getByRole(AriaRole.BUTTON, button("Erstellen")).click();
        var token = administrator.locator(".once code");
        assertThat(token).containsText("cockpit_");
        return token.textContent();
    }

    private void open(String address) {
        administrator.navigate(cockpit.web() + "/" + address);
        administrator.locator("h1").first().waitFor();
    }

    private void signIn(Page page, String name) {
        signIn(page, name, OWN);
        page.waitForURL("**/cockpit*");
    }

    private static void signIn(Page page, String name, String password) {
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(password);
        page.keyboard().press("Enter");
    }

    /** The address of the invitation. */
    private String invite(String name, String fullName, String role) {
        open("people?invite");
        administrator.getByLabel("Anmeldename").fill(name);
        administrator.getByLabel("Name", exactly()).fill(fullName);
        administrator
                .locator("vaadin-checkbox")
                .filter(new Locator.FilterOptions().setHasText(role))
                .locator("input")
                .check();
        administrator.getByRole(AriaRole.BUTTON, button("Einladen")).click();
        var link = administrator.locator(".once code");
        assertThat(link).containsText(cockpit.web() + "/link#");
        return link.textContent();
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, button("Speichern")).click();
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private Page newPage() {
        var page = chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale("de-DE").setViewportSize(1440, 900))
                .newPage();
        page.onDialog(dialog -> {
            if (!dialog.type().equals("beforeunload")) dialogs.add(dialog.message());
            dialog.accept();
        });
        return page;
    }
}
