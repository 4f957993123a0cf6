package city.cockpit.citizens.embed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.basemap.BaseMap;
import city.cockpit.citizens.embed.EmbedEndpoint.Wishes;
import city.cockpit.citizens.embed.Embeds.Form;
import city.cockpit.live.State;
import city.cockpit.measurement.Domain;
import city.cockpit.preview.ScreenTest;
import city.cockpit.sitefacts.FactKind;
import city.cockpit.town.TownHall;
import city.cockpit.uikit.CityFaces;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.IFrame;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class EmbedsTests extends ScreenTest {

    @Autowired
    TownHall town;

    @Autowired
    Wordings wordings;

    @Autowired
    BaseMap map;

    @Autowired
    CityFaces faces;

    private Instant now = NOON.plusSeconds(90);
    private Embeds embeds;

    @BeforeEach
    void aTown() {
        aTownAtNoon();
        embeds = new Embeds(city, town, wordings, map, faces, siteFacts, () -> now);
    }

    @Test
    void aTileIsWholeInOneAnswerAndSaysHowOldItIs() {
        var answer = embeds.find(embed(Part.TILE, Theme.AUTO), Form.PAGE).orElseThrow();
        var page = Jsoup.parse(text(answer));
        assertThat(page.title()).isEqualTo("Parken in Musterstadt");
        assertThat(page.select("html").attr("lang")).isEqualTo("de");
        assertThat(page.select("h1").text()).isEqualTo("Parken");
        assertThat(page.select(".value").text()).contains("214");
        assertThat(page.select("time").text()).isEqualTo("vor 1 Min.");
        assertThat(page.select("footer").text()).contains("gemessen am 21.05.2026, 12:00:00 Uhr", "Musterstadt");
        assertThat(page.select("noscript meta").attr("content")).isEqualTo("30");
        assertThat(page.select("[src], [style], link:not([rel=icon])")).isEmpty();
        assertThat(page.select("a").eachAttr("href")).contains("../live/parken", "../");
        assertThat(page.select("a").eachAttr("target")).containsOnly("_blank");
    }

    @Test
    void everybodyMayFrameItAndItRunsNothingButItsOwnScript() {
        var answer = embeds.find(embed(Part.TILE, Theme.AUTO), Form.PAGE).orElseThrow();
        assertThat(answer.policy())
                .contains("frame-ancestors *", "script-src 'sha256-", "style-src 'sha256-")
                .doesNotContain("unsafe");
    }

    @Test
    void aTopicHasEveryPlaceAndItsMapTheSameWithShapes() {
        var places = Jsoup.parse(
                text(embeds.find(embed(Part.PLACES, Theme.AUTO), Form.PAGE).orElseThrow()));
        assertThat(places.select("li").eachText())
                .anySatisfy(line -> assertThat(line).contains("Bahnhof P+R", "214"))
                .anySatisfy(line -> assertThat(line).contains("Parkhaus Markt", "0"));
        assertThat(places.select("li a").eachAttr("href")).allMatch(way -> way.startsWith("../../site/"));
        var drawn = Jsoup.parse(
                text(embeds.find(embed(Part.MAP, Theme.AUTO), Form.PAGE).orElseThrow()));
        assertThat(drawn.select("svg.map .pin")).hasSize(2);
        assertThat(drawn.select("svg.map .pin").eachAttr("aria-label"))
                .containsExactlyInAnyOrder("Parkhaus Markt, 0 von 180 frei", "Bahnhof P+R, 214 von 320 frei");
        assertThat(drawn.select("svg.map .pin path.shape")).hasSize(2);
        assertThat(drawn.select("li")).as("the same in words").hasSize(2);
    }

    @Test
    void whatIsClosedSaysSoStandsLastAndIsNoCarParkWithRoom() {
        siteFacts.say("bahnhof-p-r", FactKind.OPENING_HOURS, "Mo-Fr 18:00-06:00");
        siteFacts.say("parkhaus-markt", FactKind.OPENING_HOURS, "Mo-Fr 06:00-22:00");
        var page = Jsoup.parse(
                text(embeds.find(embed(Part.PLACES, Theme.AUTO), Form.PAGE).orElseThrow()));
        assertThat(page.select("li").eachText())
                .satisfiesExactly(
                        open -> assertThat(open).contains("Parkhaus Markt", "geöffnet bis 22 Uhr"),
                        closed -> assertThat(closed).startsWith("Bahnhof P+Rgeschlossen bis 18 Uhr214"));
        assertThat(page.select("main > p").text()).doesNotContain("Bahnhof P+R");
    }

    @Test
    void whatIsNotCurrentIsGreyAndSaysSo() {
        city.reports("parking-bahnhof/parking_free", 214, NOON, State.STALE)
                .reports("parking-markt/parking_free", 0, NOON, State.STALE);
        city.publish(NOON);
        var page = Jsoup.parse(
                text(embeds.find(embed(Part.TILE, Theme.AUTO), Form.PAGE).orElseThrow()));
        assertThat(page.select("main").attr("data-current")).isEqualTo("no");
        assertThat(page.select(".words").text()).contains("veraltet");
    }

    @Test
    void aThousandReadersCostWhatOneCosts() {
        var wanted = embed(Part.TILE, Theme.DARK);
        var first = embeds.find(wanted, Form.PNG).orElseThrow();
        now = now.plus(Embeds.FRESH).minusMillis(1);
        assertThat(embeds.find(wanted, Form.PNG).orElseThrow()).isSameAs(first);
        now = now.plus(Duration.ofSeconds(1));
        assertThat(embeds.find(wanted, Form.PNG).orElseThrow()).isNotSameAs(first);
        assertThat(embeds.find(wanted, Form.PNG).orElseThrow().tag())
                .as("nothing new was measured")
                .isEqualTo(first.tag());
    }

    @Test
    void aPictureIsReadAloudNamesItsTimeAndNeedsNothingFromElsewhere() throws Exception {
        var svg = text(embeds.find(embed(Part.TILE, Theme.LIGHT), Form.SVG).orElseThrow());
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)))
                .getDocumentElement();
        assertThat(root.getAttribute("width")).isEqualTo("510");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Parken, Musterstadt");
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
                .contains("214", "gemessen am 21.05.2026, 12:00:00 Uhr");
        assertThat(svg).doesNotContain("<text", "font", "href", "prefers-color-scheme");
    }

    @Test
    void aPictureForDarkPagesIsDark() throws IOException {
        var dark = ImageIO.read(new ByteArrayInputStream(embeds.find(embed(Part.TILE, Theme.DARK), Form.PNG)
                .orElseThrow()
                .body()));
        var light = ImageIO.read(new ByteArrayInputStream(embeds.find(embed(Part.TILE, Theme.LIGHT), Form.PNG)
                .orElseThrow()
                .body()));
        assertThat(dark.getWidth()).isEqualTo(510);
        assertThat(dark.getRGB(250, 10) & 0xff).isLessThan(0x40);
        assertThat(light.getRGB(250, 10) & 0xff).isGreaterThan(0xf0);
    }

    @Test
    void theNameOfTheTopicChoosesTheLanguageUnlessSomebodySays() {
        var endpoint = new EmbedEndpoint(embeds);
        var none = new Wishes(Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(new String(endpoint.tile("parking", none).getBody(), UTF_8))
                .contains("lang=\"en\"", "Parking in Musterstadt");
        assertThat(body(endpoint.tile("parking", new Wishes(Optional.of("de"), Optional.of("x"), Optional.of("9")))))
                .contains("lang=\"de\"", "data-theme=\"auto\"", "data-size=\"m\"");
        assertThat(endpoint.tile("pegel", none).getStatusCode().value())
                .as("this town measures no water")
                .isEqualTo(404);
        assertThat(endpoint.svg("nonsense", none).getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void thePageOfATopicLeadsToWhatIsToBeCopied() {
        open("live/parken/embed");
        assertThat(page()).contains("Parken einbetten", "Zum Kopieren", "Als Bild");
        assertThat(find(IFrame.class).single().getSrc()).isEqualTo("embed/parken?lang=de&theme=auto&size=m");
        assertThat(find(Code.class).all().getFirst().getText())
                .startsWith("<iframe src=\"embed/parken?lang=de&theme=auto&size=m\" title=\"Parken in Musterstadt\"");
        speak(Locale.ENGLISH);
        open("live/parken/embed");
        assertThat(find(IFrame.class).single().getSrc()).isEqualTo("embed/parking?lang=en&theme=auto&size=m");
    }

    @Test
    void theColoursAreFoundInTheStyleSheetAsItIsWrittenAndAsItIsPacked() {
        assertThat(Palette.in("--card: light-dark(#fff, #191d21);\n--edge: light-dark(#8c8a83, #6b757f);"))
                .isEqualTo(Palette.in(":root{--card: light-dark(#fff,#191d21);--edge:light-dark(#8c8a83,#6b757f)}"));
        assertThat(Palette.ofTheStyleSheet().roles())
                .containsKeys("card", "ink", "soft", "line", "faint", "none-paper", "alarm", "alarm-paper");
    }

    private static Embed embed(Part part, Theme theme) {
        return new Embed(Domain.PARKING, "parken", part, Locale.GERMAN, theme, Size.M);
    }

    private static String body(ResponseEntity<byte[]> answer) {
        return new String(Objects.requireNonNull(answer.getBody()), UTF_8);
    }

    private static String text(Embeds.Answer answer) {
        return new String(answer.body(), UTF_8);
    }
}
