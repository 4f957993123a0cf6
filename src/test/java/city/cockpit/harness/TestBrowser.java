package city.cockpit.harness;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine, without a window. One thread. */
public final class TestBrowser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** In ms: two cockpits, their databases and browsers share the machine. */
    private static final int PATIENCE = 30_000;

    private static final String CHOSEN = "Sieben Gaense am Wehr";

    private final Playwright playwright;
    private final Browser browser;

    private TestBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it; fails where none is installed, because a browser test must never be skipped in silence. */
    public static TestBrowser start() {
        return start(List.of());
    }

    /** The same, told more things, such as what its camera sees. */
    public static TestBrowser start(List<String> more) {
        var arguments =
                new ArrayList<>(List.of("--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"));
        arguments.addAll(more);
        var program = onPath().orElseThrow(() ->
                new AssertionError("No Chromium on the PATH: install one, e.g. apt-get install chromium"));
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        var options = new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(arguments);
        return new TestBrowser(playwright, playwright.chromium().launch(options));
    }

    public Browser browser() {
        return browser;
    }

    /**
     * The administrator signs in for the first time and chooses a password, so that {@link #signIn} opens every page from
     * now on.
     */
    public void admit(RunningCockpit cockpit) {
        try (var visitor = browser.newContext()) {
            var page = visitor.newPage();
            page.navigate(cockpit.web() + "/login");
            signIn(page, cockpit);
            // The page for a new password asks for both; the one before asks for the present one only.
            var next = page.locator("input[autocomplete=new-password]");
            next.fill(CHOSEN);
            page.locator("input[autocomplete=current-password]").fill(cockpit.adminPassword());
            page.locator("main button[type=submit]").click();
            next.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            cockpit.passwordChosen(CHOSEN);
        }
    }

    /** On a page that asks for it. */
    public static void signIn(Page page, RunningCockpit cockpit) {
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill(cockpit.adminPassword());
        page.keyboard().press("Enter");
    }

    private static Optional<Path> onPath() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
