package city.cockpit.administration;

import city.cockpit.town.HexColor;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Head of a page and a tile as they will look, once on light and once on dark paper. */
final class TownPreview extends Div {

    private final List<Sheet> sheets;

    TownPreview(Wording words) {
        addClassName("preview");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", words.text("setup.preview"));
        sheets = Stream.of("light", "dark")
                .map(scheme -> new Sheet(words, scheme))
                .toList();
        sheets.forEach(this::add);
    }

    void show(String town, String arms, Optional<HexColor> light, Optional<HexColor> dark) {
        sheets.getFirst().show(town, arms, light);
        sheets.getLast().show(town, arms, dark);
    }

    private static final class Sheet extends Div {

        private final String scheme;
        private final Image arms = new Image("", "");
        private final Span name = named("preview-town", "");

        Sheet(Wording words, String scheme) {
            this.scheme = scheme;
            addClassName("preview-sheet");
            arms.addClassName("arms");
            var top = new Div(arms, name, named("preview-link", words.text("nav.overview")));
            top.addClassName("preview-top");
            var line = new Div();
            line.addClassName("preview-line");
            var value =
                    new Div(named("preview-number", "214"), named("preview-soft", words.text("setup.preview.unit")));
            var tile = new Div(named("preview-name", words.text("domain.PARKING")), value, line);
            tile.add(named("preview-link", words.text("setup.preview.link")));
            tile.addClassName("preview-tile");
            add(top, tile);
        }

        void show(String town, String armsAddress, Optional<HexColor> accent) {
            name.setText(town);
            arms.setSrc(armsAddress);
            getElement()
                    .setAttribute(
                            "style",
                            "color-scheme: " + scheme
                                    + accent.map(color -> "; --accent: " + color.value())
                                            .orElse(""));
        }

        private static Span named(String name, String text) {
            var span = new Span(text);
            span.addClassName(name);
            return span;
        }
    }
}
