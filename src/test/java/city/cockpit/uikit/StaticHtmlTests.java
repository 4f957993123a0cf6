package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaticHtmlTests {

    private static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");
    private static final Wording WORDS = new Wording(Locale.GERMAN, ZoneOffset.UTC);

    @Test
    void whatLooksLikeHtmlInANameIsText() {
        var name = new Span("<b>Markt</b> & \"Rathaus\"");
        name.getElement().setAttribute("title", "\"><script>alert(1)</script>");
        var html = html(name);
        assertThat(html).contains("&lt;b&gt;Markt&lt;/b&gt; &amp;").doesNotContain("\"><script>");
    }

    @Test
    void whatIsNotShownIsNotThere() {
        var hidden = new Span("hidden");
        hidden.setVisible(false);
        assertThat(html(new Div(new Span("shown"), hidden))).contains("shown").doesNotContain("hidden");
    }

    @Test
    void aButtonRestsUntilTheServerHearsIt() {
        assertThat(html(new NativeButton("EN"))).isEqualTo("<button disabled>EN</button>");
    }

    @Test
    void theSkipLinkLeadsToTheContentByItself() {
        var skip = new Anchor("#", "Zum Inhalt springen");
        skip.addClassName("skip");
        assertThat(html(new Div(skip, new Main())))
                .contains("href=\"#first-content\"")
                .contains("<main id=\"first-content\">");
    }

    @ParameterizedTest
    @CsvSource({
        "0, vor 0 s",
        "59, vor 59 s",
        "60, vor 1 Min.",
        "7199, vor 1 Std.",
        "86400, gestern",
        "300000, vor 3 Tagen"
    })
    void anAgeIsToldBeforeTheBrowserCanTellIt(long seconds, String words) {
        var age = new Age(WORDS);
        age.show(Optional.of(NOON.minus(Duration.ofSeconds(seconds))), "");
        assertThat(html(age)).contains(">" + words + "<");
    }

    @Test
    void theLineOfTheDayIsDrawnWithItsGaps() {
        var line = new Sparkline();
        line.getElement().setAttribute("points", "50,~,60,,10");
        assertThat(html(line)).contains("viewbox=\"0 0 4 100\"", "d=\"M0 50h0L2 40M4 90h0\"");
    }

    @Test
    void noLineIsNoPicture() {
        var line = new Sparkline();
        line.getElement().setAttribute("points", "");
        assertThat(html(line)).doesNotContain("svg");
    }

    private static String html(Component component) {
        return new StaticHtml(WORDS, NOON).of(component).outerHtml().replaceAll("\n *", "");
    }
}
