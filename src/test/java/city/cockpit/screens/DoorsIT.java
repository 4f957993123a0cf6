package city.cockpit.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.harness.Axe;
import city.cockpit.harness.RunningCockpit;
import city.cockpit.harness.TestBrowser;
import city.cockpit.harness.WithoutDatabase;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** How people come in and go out, with a browser and without a mouse. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsIT {

    private static final String OWN = "Brücke Lampe Tulpe Regen";

    @TempDir
    static Path folder;

    private RunningCockpit cockpit;
    private TestBrowser chromium;

    @BeforeAll
    void start() {
        chromium = TestBrowser.start();
        cockpit = RunningCockpit.on(folder).start();
    }

    @AfterAll
    void stop() {
        cockpit.close();
        chromium.close();
    }

    @Test
    @WithoutDatabase
    void theFirstAdministratorChoosesAPasswordBeforeAnythingElseAndGoesOnInANewSession() {
        var page = newPage();
        var first = cockpit.adminPassword();
        page.navigate(cockpit.web() + "/people");
        fill(page, "input[name=username]", "admin");
        fill(page, "input[name=password]", first);
        page.keyboard().press("Enter");
        page.waitForURL("**/account/password*");
        assertThat(page.locator("h1")).hasText("Neues Passwort wählen");
        assertThat(page.locator(".top nav a")).hasCount(0);
        assertNothingGrave(page);

        page.navigate(cockpit.web() + "/cockpit");
        page.waitForURL("**/account/password*");

        var before = session(page);
        fill(page, "input[autocomplete=current-password]", first);
        fill(page, "input[autocomplete=new-password]", OWN);
        page.keyboard().press("Enter");
        page.waitForURL("**/cockpit*");
        assertThat(page.locator(".top nav")).containsText("Verwaltung");
        assertThat(session(page)).isNotEqualTo(before);

        reach(page, ".account-button");
        page.keyboard().press("Enter");
        assertThat(page.locator(".account-sheet")).containsText("admin");
        assertNothingGrave(page);
        reach(page, ".account-sheet a");
        page.keyboard().press("Enter");
        page.waitForURL("**/account");
        assertThat(page.locator(".own-sessions")).containsText("diese Sitzung");
        assertNothingGrave(page);

        reach(page, ".account-button");
        page.keyboard().press("Enter");
        reach(page, ".account-sheet .tool");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Sie sind abgemeldet.")).isVisible();
        page.navigate(cockpit.web() + "/account");
        assertThat(page.locator("h1")).hasText("Anmelden");
    }

    @Test
    @WithoutDatabase
    void theSecretOfALinkLeavesTheAddressAtOnceAndAGuessedOneOpensNothing() {
        var page = newPage();
        page.navigate(cockpit.web() + "/link#guessed-secret");
        assertThat(page.locator("h1")).hasText("Dieser Link gilt nicht mehr");
        assertThat(page.url()).isEqualTo(cockpit.web() + "/link");
        assertNothingGrave(page);
    }

    @Test
    @WithoutDatabase
    void whatIsMissingIsSaidBeforeAnythingIsSent() {
        var page = newPage();
        page.navigate(cockpit.web() + "/login");
        fill(page, "input[name=username]", "admin");
        page.keyboard().press("Enter");
        assertThat(said(page, "Bitte das Passwort eingeben.")).isVisible();
        assertThat(page.url()).endsWith("/login");
        fill(page, "input[name=password]", "wrong");
        page.keyboard().press("Enter");
        assertThat(said(page, "Anmeldename oder Passwort stimmt nicht.")).isVisible();
        assertNothingGrave(page);
    }

    /** What stands at a field is read aloud, too, from a place of its own. */
    private static Locator said(Page page, String text) {
        return page.getByText(text).first();
    }

    private Page newPage() {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale("de-DE").setViewportSize(1440, 900))
                .newPage();
    }

    private static void fill(Page page, String field, String text) {
        page.locator(field).waitFor();
        reach(page, field);
        page.keyboard().insertText(text);
    }

    /** By the keyboard alone. */
    private static void reach(Page page, String place) {
        page.locator(place).first().waitFor();
        for (var steps = 0; steps < 60 && !isAt(page, place); steps++)
            page.keyboard().press("Tab");
        assertThat(isAt(page, place)).as("the keyboard reaches %s", place).isTrue();
    }

    private static boolean isAt(Page page, String place) {
        return (boolean) page.evaluate("place => document.activeElement.matches(place)", place);
    }

    private static String session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.toLowerCase(Locale.ROOT).contains("session"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    private static void assertNothingGrave(Page page) {
        for (var width : List.of(1440, 360)) {
            page.setViewportSize(width, 900);
            assertThat(Axe.grave(page)).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        }
        page.setViewportSize(1440, 900);
    }
}
