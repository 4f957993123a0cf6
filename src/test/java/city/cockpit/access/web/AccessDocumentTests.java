package city.cockpit.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.Role;
import city.cockpit.access.web.Guards.Guard;
import city.cockpit.access.web.Guards.Way;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever adds a page, a request or a method that pages call says here or there whom it lets in. The table of it in the
 * documentation is drawn from the code; {@code -Ddocs.write=true} draws it anew. What a running cockpit answers is checked
 * against it by {@code AccessIT}.
 */
class AccessDocumentTests {

    private static final Path DOCUMENT = Path.of("src/docs/generated/access.md");

    private static final Set<String> ROLES = Stream.concat(
                    Arrays.stream(Role.values()).map(Role::name), Stream.of(Role.Name.PASSWORD_TO_CHANGE))
            .collect(Collectors.toUnmodifiableSet());

    /** Methods that everybody's pages call: they show what the public page shows anyway, or ask for a secret themselves. */
    private static final Set<String> OPEN = Set.of(
            "AuditProtection.guard",
            "BaseMap.layer",
            "ConnectionStates.now",
            "DatabaseReporter.report",
            "DevicesDoor.now",
            "EvidenceStore.believedAt",
            "EvidenceStore.over",
            "EvidenceStore.reading",
            "Export.write",
            "Faults.listAnswered",
            "Faults.report",
            "FlowWatch.flow",
            "HistoryReporter.report",
            "HttpsSource.now",
            "IdentityProvider.entrance",
            "IngestLedger.counts",
            "LiveCity.picture",
            "LiveCity.publicPicture",
            "LiveCity.shown",
            "LiveCity.subscribe",
            "NodeStates.now",
            "NumberSeal.fits",
            "NumberSeal.of",
            "OpenIncidents.picture",
            "OpenIncidents.subscribe",
            "OwnAccount.askForLink",
            "OwnAccount.canSendLinks",
            "OwnAccount.findLink",
            "OwnAccount.redeem",
            "OwnProperties.countSeries",
            "OwnProperties.isShipped",
            "OwnProperties.listProperties",
            "Platform.status",
            "Posters.base",
            "Posters.write",
            "ReadingStore.edition",
            "Readmission.admit",
            "Scans.listBehind",
            "Sensors.find",
            "Sensors.listSensors",
            "Sensors.findPlace",
            "Sensors.listPlaces",
            "Sensors.listSwaps",
            "Sensors.photo",
            "SeriesCatalog.facts",
            "SeriesCatalog.listSwapDays",
            "Sessions.current",
            "SiteFactBook.of",
            "StrategyPictures.published",
            "Thresholds.findLive",
            "Thresholds.listThresholds",
            "TimeSeriesStore.read",
            "TownCalendars.find",
            "TownCalendars.now",
            "TownCalendars.supplies",
            "TownHall.now",
            "TownHall.subscribe",
            "TownSource.town",
            "UsualValues.course",
            "UsualValues.of",
            "UsualValues.past",
            "UsualValues.week",
            "WallDoor.ask");

    private static final Guards GUARDS = new Guards();

    @Test
    void everyPageSaysWhomItLetsIn() {
        assertThat(GUARDS.pages()).isNotEmpty().allSatisfy(page -> {
            assertThat(page.guard().isMissing()).isFalse();
            assertThat(page.guard().everybody() && !page.guard().roles().isEmpty())
                    .isFalse();
            assertThat(ROLES).containsAll(page.guard().roles());
            assertThat(page.where().isAnnotationPresent(PermitAll.class)).isFalse();
        });
    }

    @Test
    void pagesThatTellOfAnErrorAreForEverybody() {
        assertThat(GUARDS.errorPages())
                .isNotEmpty()
                .allSatisfy(page -> assertThat(page).hasAnnotation(AnonymousAllowed.class));
    }

    @Test
    void browsersCallNoMethodOfOurs() {
        assertThat(GUARDS.methodsThatBrowsersMayCall())
                .as("a method that browsers call is guarded by nothing but itself")
                .isEmpty();
    }

    @Test
    void everyMethodBehindAPageIsGuardedOrMeantForAll() {
        var unguarded = GUARDS.methodsThatScreensCall().stream()
                .filter(method -> GUARDS.guard(method).isMissing())
                .map(AccessDocumentTests::name)
                .collect(Collectors.toSet());
        assertThat(unguarded).isEqualTo(OPEN);
    }

    @Test
    void theTableOfWhoMayDoWhatTellsTheTruth() throws IOException {
        var drawn = draw();
        if (Boolean.getBoolean("docs.write")) Files.writeString(DOCUMENT, drawn);
        assertThat(Files.readString(DOCUMENT)).isEqualTo(drawn);
    }

    private static String draw() {
        return """
                # Who may do what

                Drawn from the code by `AccessDocumentTests`, which fails when something new says nothing of whom it lets in; checked against what a running cockpit answers by `AccessIT`. No role contains another. "First sign-in" is a person whose password must be changed before anything else.

                ## Pages

                Asked at every navigation, by address and from page to page. Whoever is not signed in is led to the sign-in page; a person without the role meets a page that says so. Whoever has to choose a new password is led to that from every other page but imprint, privacy and the statement on accessibility.

                | Page | Nobody | Administrator | Staff | Technician | Strategy editor | First sign-in |
                | --- | :-: | :-: | :-: | :-: | :-: | :-: |
                %s

                ## Requests

                An address of a request that is not named in `SecurityConfiguration` is closed. Below `/api` there is a chain of its own: a token whose scope opens the address, no cookie.

                | Request | Whom it lets in |
                | --- | --- |
                %s

                ## Files

                | Address | Whom it lets in |
                | --- | --- |
                %s
                | `/VAADIN/**` | everybody: programs of the browser and symbols, nothing of the town |

                ## Management

                On a port of its own, on this machine only unless told otherwise: %s. On the port of the pages there is none of them.

                ## Methods behind the pages

                Pages show and hide, but these methods refuse by themselves, however they come to be called. Methods that browsers could call directly (`@ClientCallable`): none.

                | Method | Nobody | Administrator | Staff | Technician | Strategy editor | First sign-in |
                | --- | :-: | :-: | :-: | :-: | :-: | :-: |
                %s

                Methods for everybody's pages, which show what is public or ask for a secret themselves: %s.
                """.formatted(
                lines(GUARDS.pages().stream().map(AccessDocumentTests::page)),
                lines(GUARDS.requests().stream().map(AccessDocumentTests::request)),
                lines(Stream.of("/cockpit.css", "/icons/**", "/aura/**").map("| `%s` | everybody |"::formatted)),
                management(),
                lines(GUARDS.methodsThatScreensCall().stream()
                        .filter(method -> !GUARDS.guard(method).isMissing())
                        .map(AccessDocumentTests::method)
                        .sorted()),
                OPEN.stream().sorted().map("`%s`"::formatted).collect(Collectors.joining(", ")));
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }

    private static String page(Way page) {
        return "| `%s` | %s |".formatted(page.address(), marks(page.guard()));
    }

    private static String method(JavaMethod method) {
        var guard = GUARDS.guard(method);
        var marks = guard.expression().isEmpty() ? marks(guard) : own(guard.expression());
        return "| `%s` | %s |".formatted(name(method), marks);
    }

    /** An expression lets people do to themselves what administrators may do to all, if they may. */
    private static String own(String expression) {
        assertThat(expression).contains("authentication.name");
        return expression.contains(Role.Name.ADMINISTRATOR)
                ? "– | ● | own | own | own | –"
                : "– | own | own | own | own | own";
    }

    private static String marks(Guard guard) {
        return Stream.of(
                        "",
                        Role.Name.ADMINISTRATOR,
                        Role.Name.STAFF,
                        Role.Name.TECHNICIAN,
                        Role.Name.STRATEGY_EDITOR,
                        Role.Name.PASSWORD_TO_CHANGE)
                .map(role -> guard.admits(role) ? "●" : "–")
                .collect(Collectors.joining(" | "));
    }

    private static String request(String request) {
        var whom = request.contains(" /api/") ? "a token with the scope" : "everybody";
        return "| `%s` | %s |".formatted(request, whom);
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    private static String management() {
        return Arrays.stream(product()
                        .getProperty("management.endpoints.web.exposure.include")
                        .split(","))
                .map("`/actuator/%s`"::formatted)
                .collect(Collectors.joining(", "));
    }

    private static Properties product() {
        try (var file = AccessDocumentTests.class.getResourceAsStream("/application.properties")) {
            var properties = new Properties();
            properties.load(file);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
