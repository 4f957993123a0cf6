package city.cockpit.citizens;

import city.cockpit.calendar.TownCalendars;
import city.cockpit.live.LiveCity;
import city.cockpit.live.SeriesState;
import city.cockpit.town.ArmsImage;
import city.cockpit.town.TownHall;
import city.cockpit.uikit.ReportAddress;
import city.cockpit.uikit.TopicAddress;
import city.cockpit.uikit.Wordings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** What telephones ask for before they install the public pages, and search engines before they read them. */
@RestController
class PublicFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A worker fetches for its pages; the rule for all other files would forbid that. */
    private static final String MAY_FETCH = "default-src 'none'; connect-src 'self'";

    /** Signing in, what belongs to staff, and pages without end. */
    private static final List<String> NOT_FOR_ENGINES =
            List.of("login", "cockpit", "sensors", "setup", "status", "nachweis", "api", "*?");

    private static final String WORKER = text("sw.js");

    /** What is the same in every town. */
    private static final List<String> PAGES = List.of(
            "",
            PlainView.PATH,
            EasyLanguageView.PATH,
            "strategie",
            "steckbrief",
            ReportAddress.PATH,
            ImprintView.PATH,
            PrivacyView.PATH,
            AccessibilityView.PATH);

    private final TownHall town;
    private final LiveCity city;
    private final TownCalendars calendars;
    private final Wordings wordings;

    PublicFiles(TownHall town, LiveCity city, TownCalendars calendars, Wordings wordings) {
        this.town = town;
        this.calendars = calendars;
        this.city = city;
        this.wordings = wordings;
    }

    @GetMapping("/manifest.webmanifest")
    ResponseEntity<String> manifest() {
        var profile = town.now().profile();
        var words = wordings.in(Locale.GERMAN);
        var icons = new ArrayList<Map<String, String>>();
        if (profile.arms().type() == ArmsImage.Type.SVG)
            icons.add(Map.of(
                    "src",
                    profile.arms().path(),
                    "sizes",
                    "any",
                    "type",
                    profile.arms().type().mediaType()));
        icons.add(Map.of("src", "icons/app-192.png", "sizes", "192x192", "type", "image/png"));
        icons.add(Map.of("src", "icons/app-512.png", "sizes", "512x512", "type", "image/png"));
        icons.add(Map.of(
                "src", "icons/app-maskable-512.png", "sizes", "512x512", "type", "image/png", "purpose", "maskable"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/manifest+json;charset=UTF-8"))
                .body(JSON.writeValueAsString(Map.of(
                        "name", words.text("citizens.title", profile.name()),
                        "short_name", profile.name(),
                        "lang", "de",
                        "start_url", ".",
                        "scope", ".",
                        "display", "standalone",
                        "background_color", "#f4f3ef",
                        "theme_color", profile.accent().light().value(),
                        "icons", icons)));
    }

    @GetMapping("/sw.js")
    ResponseEntity<String> worker() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .header("Content-Security-Policy", MAY_FETCH)
                .body(WORKER);
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        var rules = NOT_FOR_ENGINES.stream().map("Disallow: /%s\n"::formatted).collect(Collectors.joining());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body("User-agent: *\n" + rules + "Sitemap: " + address("sitemap.xml") + "\n");
    }

    /** Every public page that stays what it is: the overview, the topics that the city measures, its calendars, the places. */
    @GetMapping("/sitemap.xml")
    ResponseEntity<String> siteMap() {
        var picture = city.publicPicture();
        var topics = picture.domains().keySet().stream().map(TopicAddress::cited);
        var places = picture.series().values().stream()
                .map(SeriesState::series)
                .map(series -> "site/" + series.site().key())
                .distinct()
                .sorted();
        var everyday = calendars.now().stream()
                .map(calendar -> CalendarView.PATH + "/" + calendar.source().name());
        var all = Stream.of(PAGES.stream(), topics, everyday, places)
                .flatMap(pages -> pages)
                .map(page -> "  <url><loc>%s</loc></url>\n".formatted(address(page)))
                .collect(Collectors.joining());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/xml;charset=UTF-8"))
                .body("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n" + all + "</urlset>\n");
    }

    private static String address(String page) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/" + page)
                .encode()
                .toUriString();
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(PublicFiles.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
