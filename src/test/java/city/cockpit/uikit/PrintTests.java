package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.Test;

class PrintTests {

    @Test
    void whoShowsNothingYetIsToldTheShapeAndEveryText() {
        assertThat(parking("214", "free").since(null).toString())
                .contains(
                        "<span class=\\\"number\\\">·</span>",
                        "\"0\":\"Parken\"",
                        "\"1\":\"214\"",
                        "\"0\":\"live/parken\"");
    }

    @Test
    void whoShowsTheOneBeforeIsToldWhatChangedAndNothingElse() {
        var before = parking("214", "free");
        assertThat(parking("213", "free").since(before).toString())
                .isEqualTo("{\"texts\":{\"1\":\"213\"},\"attributes\":{}}");
    }

    @Test
    void anotherLookIsAnotherShape() {
        var before = parking("214", "free");
        assertThat(parking("4", "few").since(before).has("shape")).isTrue();
    }

    @Test
    void hundredsOfPagesThatShowTheSameAreToldTheSame() {
        var before = parking("214", "free");
        var next = parking("213", "free");
        assertThat(next.since(before)).isSameAs(next.since(before));
        assertThat(next.since(parking("215", "free"))).isNotSameAs(next.since(before));
    }

    @Test
    void textsSideBySideAndEmptyOnesKeepTheirPlaces() {
        var line = new Paragraph(new Text("eins "), new Text(""), new Span(""), new Text("zwei"));
        assertThat(Print.of(new Div(line)).since(null).get("texts").toString())
                .isEqualTo("{\"0\":\"eins \",\"1\":\"zwei\"}");
    }

    @Test
    void whatLooksLikeHtmlInANameIsAText() {
        var shape = Print.of(new Div(new Span("<b>Markt</b>")))
                .since(null)
                .get("shape")
                .toString();
        assertThat(shape).doesNotContain("<b>");
    }

    @Test
    void whatIsHiddenIsNotThere() {
        var hidden = new Span("verborgen");
        hidden.setVisible(false);
        assertThat(Print.of(new Div(hidden, new Span("da"))).since(null).toString())
                .contains("da")
                .doesNotContain("verborgen");
    }

    private static Print parking(String free, String look) {
        var number = new Span(free);
        number.addClassName("number");
        var band = new Span("frei");
        band.addClassName(look);
        return Print.of(new Div(new Anchor("live/parken", "Parken"), number, band));
    }
}
