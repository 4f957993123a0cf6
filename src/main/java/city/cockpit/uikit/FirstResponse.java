package city.cockpit.uikit;

import city.cockpit.live.CityPicture;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jsoup.nodes.Element;

/**
 * Puts a page into the first response as plain HTML, so that it can be read before any script has arrived, and without
 * scripts at all. It is made of the same components as the live page, which takes its place as soon as it stands.
 */
@org.springframework.stereotype.Component
public class FirstResponse {

    private static final String TAKE_OVER = TrustedScripts.text("first-response.js");

    /** From here on the newest values of all series are those of some seconds ago. */
    private static final int MANY_SERIES = 1_000;

    private static final Duration FRESH = Duration.ofSeconds(30);

    /** For so long a page is the same for everybody who is not signed in: a crowd comes faster than values do. */
    private static final Duration SAME_FOR_ALL = Duration.ofSeconds(2);

    private final Map<Citizens, Page> pages = new ConcurrentHashMap<>();
    private final Map<Readers, Table> tables = new ConcurrentHashMap<>();
    private final Wordings wordings;
    private final LivePicture pictures;
    private final InstantSource clock;
    private final AuthenticationContext visitor;
    private final LiveTown town;

    /** Who reads: a language, and whether what is internal may be seen. */
    private record Readers(Locale locale, boolean isWhole) {}

    private record Table(Element element, Instant at) {}

    /** Who of them see the same page: it stands in their language and names the colours that they chose. */
    private record Citizens(String path, Locale locale, ColorChoice colors) {}

    private record Page(Element element, Optional<String> title, Instant at) {}

    FirstResponse(
            Wordings wordings,
            LivePicture pictures,
            InstantSource clock,
            AuthenticationContext visitor,
            LiveTown town) {
        this.wordings = wordings;
        this.pictures = pictures;
        this.clock = clock;
        this.visitor = visitor;
        this.town = town;
    }

    /**
     * Puts the page in its frame into the response, and below it for readers without scripts the newest value of every
     * series as a table. Only while the response is made: the page never becomes a live one.
     *
     * @param page makes the page that the address of the response leads to; asked only if nobody has just been there
     */
    public void show(IndexHtmlResponse response, Supplier<? extends Component> page) {
        var shown = visitor.isAuthenticated() ? made(page) : ofCitizens(response.getVaadinRequest(), page);
        shown.title().ifPresent(response.getDocument()::title);
        var root = response.getDocument().getElementsByTag("html");
        root.attr("data-typeface", "late");
        if (!visitor.isAuthenticated()) root.attr("data-public", "");
        response.getDocument().body().prependChild(shown.element());
        TrustedScripts.run(TAKE_OVER, response.getDocument().body().appendElement("script"), response);
    }

    private Page ofCitizens(VaadinRequest request, Supplier<? extends Component> page) {
        var citizens = new Citizens(
                Optional.ofNullable(request.getPathInfo()).orElse(""),
                wordings.ofThisPage().locale(),
                Preferences.colors(request));
        var now = clock.instant();
        var kept = pages.compute(
                citizens,
                (key, before) -> before != null && now.isBefore(before.at().plus(SAME_FOR_ALL)) ? before : made(page));
        return new Page(kept.element().clone(), kept.title(), kept.at());
    }

    private Page made(Supplier<? extends Component> supplier) {
        var page = supplier.get();
        var words = wordings.ofThisPage();
        var picture = pictures.picture();
        var now = clock.instant();
        var frame = new CockpitLayout(wordings, clock, visitor, town);
        frame.showRouterLayoutContent(page);
        pictures.show(frame, picture);
        var first = new Element("div").id("first");
        first.appendChild(new StaticHtml(words, now).of(frame));
        var content = first.getElementById(StaticHtml.CONTENT);
        if (content != null) content.appendElement("noscript").appendChild(newest(words, picture));
        var title =
                page instanceof HasDynamicTitle titled ? Optional.of(titled.getPageTitle()) : Optional.<String>empty();
        return new Page(first, title, now);
    }

    /** The table of a large town takes longer than the page itself, so it is made once in a while for all. */
    private Element newest(Wording words, CityPicture picture) {
        if (picture.series().size() <= MANY_SERIES) return table(words, picture, clock.instant());
        var readers = new Readers(words.locale(), picture.isWhole());
        var now = clock.instant();
        var made = tables.compute(
                readers,
                (key, before) -> before != null && now.isBefore(before.at().plus(FRESH))
                        ? before
                        : new Table(table(words, picture, now), now));
        return made.element().clone();
    }

    private static Element table(Wording words, CityPicture picture, Instant now) {
        return new StaticHtml(words, now).of(new NewestTable(words, picture, now));
    }

    /** For a page that is not in the first response: without scripts there is at least a way to the values. */
    public void pointToTable(IndexHtmlResponse response) {
        var words = wordings.ofThisPage();
        var note = response.getDocument().body().prependElement("noscript").appendElement("p");
        note.text(words.text("first.needs-script") + " ");
        note.appendElement("a").attr("href", "").text(words.text("first.to-table"));
    }
}
