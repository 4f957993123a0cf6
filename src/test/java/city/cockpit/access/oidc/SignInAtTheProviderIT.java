package city.cockpit.access.oidc;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.harness.FreePort;
import city.cockpit.harness.RunningCockpit;
import city.cockpit.harness.TestBrowser;
import city.cockpit.harness.WithoutDatabase;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** People of a town sign in with the account they have anyway. The provider is silent while the cockpit starts. */
@WithoutDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInAtTheProviderIT {

    @TempDir
    static Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private RunningCockpit cockpit;
    private TownProvider provider;
    private TestBrowser chromium;
    private BrowserContext visitor;
    private Page page;
    private String whileSilent = "";

    @BeforeAll
    void start() throws IOException, InterruptedException {
        chromium = opened(TestBrowser.start());
        var port = FreePort.find();
        cockpit = opened(RunningCockpit.on(folder)
                .with("cockpit.access.oidc.issuer", TownProvider.issuer(port))
                .with("cockpit.access.oidc.client-id", TownProvider.CLIENT)
                .with("cockpit.access.oidc.client-secret", TownProvider.SECRET)
                .with("cockpit.access.oidc.name", "Rathaus")
                .with("cockpit.access.oidc.role-claim", "realm_access.roles")
                .with("cockpit.access.oidc.roles.ADMINISTRATOR", "it")
                .with("cockpit.access.oidc.roles.STAFF", "it,leitstelle")
                .with("cockpit.access.oidc.check-every", "500ms")
                .start());
        whileSilent = answerAt(Provider.PATH);
        provider = opened(new TownProvider(port, cockpit.web()).start());
        await("the cockpit to find the provider")
                .atMost(Duration.ofSeconds(20))
                .until(() -> answerAt(Provider.PATH).startsWith(TownProvider.issuer(port)));
    }

    @AfterAll
    void stop() throws Exception {
        while (!open.isEmpty()) open.pop().close();
    }

    @BeforeEach
    void newVisitor() {
        visitor = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("de-DE"));
        page = visitor.newPage();
        // The first sign-in loads classes on both servers; a machine that is busy has needed half a minute for it.
        page.setDefaultTimeout(90_000);
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void aSilentProviderKeepsTheCockpitFromNothing() {
        assertThat(whileSilent).endsWith("/login?provider=UNREACHABLE");
    }

    @Test
    void whoeverWorksInTheControlRoomSeesTheCockpitAndNothingOfTheAdministration() {
        provider.knows("ada", "leitstelle", "offline_access");
        page.navigate(cockpit.web() + "/cockpit");
        assertThat(page).hasURL(Pattern.compile(".*/login$"));
        signIn("ada");
        assertThat(page).hasURL(Pattern.compile(".*/cockpit$"));
        assertThat(answerToPage("/setup")).doesNotContain("Wappen");
    }

    @Test
    void rolesFollowTheProviderWithEverySignIn() {
        provider.knows("grace", "leitstelle");
        signIn("grace");
        assertThat(answerToPage("/status")).doesNotContain("Datenbank");
        provider.knows("grace", "it");
        visitor.clearCookies();
        signIn("grace");
        assertThat(answerToPage("/status")).contains("Datenbank");
        provider.knows("grace");
        visitor.clearCookies();
        signIn("grace");
        assertThat(page).hasURL(Pattern.compile(".*/login\\?provider=NO_ROLE$"));
    }

    @Test
    void whoeverHasNoRoleAtTheProviderStaysOutside() {
        signIn("mallory");
        assertThat(page).hasURL(Pattern.compile(".*/login\\?provider=NO_ROLE$"));
    }

    @Test
    void theProvidersAdminIsNotOurs() {
        provider.knows("admin", "it");
        signIn("admin");
        assertThat(page).hasURL(Pattern.compile(".*/login\\?provider=NAME_TAKEN$"));
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() throws IOException, InterruptedException {
        assertThat(answerAt("/login/oauth2/code/town?code=stolen&state=guessed"))
                .endsWith("/login?provider=FAILED");
        assertThat(answerAt("/login/oauth2/code/town?error=access_denied&error_description=%0d%0aForged"))
                .endsWith("/login?provider=FAILED");
        assertThat(cockpit.printed()).doesNotContain("Forged").doesNotContain(TownProvider.SECRET);
    }

    private void signIn(String name) {
        page.navigate(cockpit.web() + Provider.PATH);
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill("password");
        page.locator("button[type=submit]").click();
        page.waitForURL(Pattern.compile(Pattern.quote(cockpit.web().toString()) + ".*"));
    }

    private String answerToPage(String path) {
        page.navigate(cockpit.web() + path);
        return page.locator("main").innerText();
    }

    /** Where a stranger's browser is sent. */
    private String answerAt(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(cockpit.web() + path)).build();
        return http.send(request, BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.push(resource);
        return resource;
    }
}
