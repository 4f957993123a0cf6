package city.cockpit.uikit;

import city.cockpit.live.State;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field of city life at a glance: name, strong number, band, line of the day, age and one line of sense. The whole
 * tile is one link. Colour stands for a band and nothing else; a value that is not current is grey.
 */
public final class CityTile extends Composite<Article> {

    private final Wording words;
    private final Icon icon = new Icon();
    private final Text name = new Text("");
    private final Anchor link = new Anchor("");
    private final Age age;
    private final Text spokenTime = new Text("");
    private final Span number = new Span();
    private final Text value = new Text("");
    private final Text unit = new Text("");
    private final Text caption = new Text("");
    private final Chip band = new Chip();
    private final Chip state = new Chip();
    private final Chip doubt = new Chip();
    private final Scale scale = new Scale();
    private final Sparkline line = new Sparkline();
    private final Text sense = new Text("");
    private final Text timing = new Text("");
    private final Text about = new Text("");
    private final Paragraph below = paragraph("tile-about", about);
    private @Nullable TileFace shown;

    public CityTile(Wording words) {
        this.words = words;
        this.age = new Age(words);
        getContent().addClassName("tile");
        link.add(name);
        number.addClassName("tile-number");
        number.add(value);
        getContent().add(header(), strongLine(), chips(), scale, line, senseLine(), below);
    }

    private Header header() {
        var spoken = new Span(spokenTime);
        spoken.addClassName("sr-only");
        var header = new Header(icon, new H2(link), age, spoken);
        header.addClassName("tile-head");
        return header;
    }

    private Paragraph strongLine() {
        var strong = new Paragraph(number, part("tile-unit", unit), part("tile-caption", caption));
        strong.addClassName("tile-value");
        return strong;
    }

    private Paragraph chips() {
        var chips = new Paragraph(band, state, doubt);
        chips.addClassName("tile-chips");
        return chips;
    }

    /** Where there is no room for the line about the data, this one says at least whose time it is. */
    private Paragraph senseLine() {
        var line = paragraph("tile-sense", sense);
        line.add(part("tile-timing", timing));
        return line;
    }

    private static Span part(String className, Text text) {
        var span = new Span();
        span.addClassName(className);
        ((HasComponents) span).add(text);
        return span;
    }

    private static Paragraph paragraph(String className, Text text) {
        var paragraph = new Paragraph();
        paragraph.addClassName(className);
        ((HasComponents) paragraph).add(text);
        return paragraph;
    }

    /** Shows the face; what did not change is not sent to the browser. */
    public void show(TileFace face) {
        if (face.equals(shown)) return;
        getContent().setId(face.anchor());
        name.setText(face.name());
        link.setHref(face.href());
        icon.show(face.domain());
        showValue(face);
        face.band().ifPresentOrElse(band::show, band::hide);
        showState(face);
        scale.show(face.scale());
        line.show(face);
        sense.setText(face.sense());
        timing.setText(face.timing().isEmpty() ? "" : " · " + face.timing());
        about.setText(face.about());
        if (face.source().isEmpty()) below.getElement().removeAttribute("title");
        else below.getElement().setAttribute("title", words.text("tile.source", face.source()));
        shown = face;
    }

    /** A changed number is marked once; the style sheet decides how, and does nothing where people want no motion. */
    private void showValue(TileFace face) {
        var text = face.value().orElse("–");
        if (shown != null
                && shown.anchor().equals(face.anchor())
                && !shown.value().equals(face.value())) {
            var beat = "a".equals(number.getElement().getAttribute("data-beat")) ? "b" : "a";
            number.getElement().setAttribute("data-beat", beat);
        }
        value.setText(text);
        unit.setText(face.value().isEmpty() ? "" : face.unit());
        caption.setText(face.value().isEmpty() ? "" : face.caption());
    }

    private void showState(TileFace face) {
        getContent().getElement().setAttribute("data-state", face.state().name().toLowerCase(Locale.ROOT));
        if (face.state() == State.LIVE) state.hide();
        else state.show(face.state(), words);
        face.doubt().ifPresentOrElse(doubt::doubt, doubt::hide);
        age.show(face.observedAt(), face.moment());
        spokenTime.setText(Optional.of(face.moment())
                .filter(moment -> !moment.isEmpty())
                .map(moment -> words.text("tile.measured-at", moment))
                .orElse(""));
    }
}
