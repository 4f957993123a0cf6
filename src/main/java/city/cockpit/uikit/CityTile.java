package city.cockpit.uikit;

import city.cockpit.live.State;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
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
    private final Text usual = new Text("");
    private final ProofLink proof;
    private final PromiseLink promise;
    private final Text about = new Text("");
    private final Paragraph below = paragraph("tile-about", about);
    private @Nullable TileFace shown;

    private final NativeButton more = new NativeButton();

    public CityTile(Wording words) {
        this.words = words;
        this.age = new Age(words);
        this.proof = new ProofLink(words);
        this.promise = new PromiseLink(words);
        getContent().addClassName("tile");
        link.add(name);
        number.addClassName("tile-number");
        number.add(value);
        getContent().add(header(), strongLine(), chips(), scale, line, senseLine(), below);
    }

    private Header header() {
        var spoken = new Span(spokenTime);
        spoken.addClassName("sr-only");
        more.addClassName("tile-more");
        more.setVisible(false);
        var header = new Header(icon, new H2(link), age, spoken, more);
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
        line.add(part("tile-usual", usual), part("tile-timing", timing), new Text(" "), proof, new Text(" "), promise);
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

    /** Shows the face; of what did not change nothing is touched, which keeps hundreds of open pages cheap. */
    public void show(TileFace face) {
        if (face.equals(shown)) return;
        update(face, TileFace::anchor, getContent()::setId);
        update(face, TileFace::name, this::showName);
        update(face, TileFace::href, link::setHref);
        update(face, TileFace::domain, icon::show);
        showValue(face);
        update(face, TileFace::band, word -> word.ifPresentOrElse(band::show, band::hide));
        showState(face);
        update(face, TileFace::scale, scale::show);
        update(face, CityTile::course, course -> line.show(face));
        update(face, TileFace::sense, sense::setText);
        update(face, TileFace::timing, text -> timing.setText(text.isEmpty() ? "" : " · " + text));
        update(face, CityTile::usual, usual::setText);
        update(face, TileFace::about, about::setText);
        proof.show(face.name(), face.newestProof(), face.proof());
        update(face, TileFace::source, this::showSource);
        shown = face;
    }

    /** Shows a button for more. */
    void offerMore(Consumer<NativeButton> open) {
        more.setVisible(true);
        more.addClickListener(click -> open.accept(more));
    }

    /** Shows the way to what was promised about the value. */
    public void show(Optional<Promised> promised) {
        promise.show(promised);
    }

    private void showName(String text) {
        name.setText(text);
        more.setAriaLabel(words.text("tile.more", text));
    }

    private <T> void update(TileFace face, Function<TileFace, T> part, Consumer<T> show) {
        var next = part.apply(face);
        if (shown == null || !next.equals(part.apply(shown))) show.accept(next);
    }

    /** A changed number is marked once; the style sheet decides how, and does nothing where people want no motion. */
    private void showValue(TileFace face) {
        if (shown != null
                && shown.anchor().equals(face.anchor())
                && !shown.value().equals(face.value())) {
            var beat = "a".equals(number.getElement().getAttribute("data-beat")) ? "b" : "a";
            number.getElement().setAttribute("data-beat", beat);
        }
        update(face, TileFace::value, text -> value.setText(text.orElse("–")));
        update(face, one -> one.value().isEmpty() ? "" : one.unit(), unit::setText);
        update(face, one -> one.value().isEmpty() ? "" : one.caption(), caption::setText);
    }

    private void showState(TileFace face) {
        update(face, TileFace::state, this::showState);
        update(face, TileFace::doubt, text -> text.ifPresentOrElse(doubt::doubt, doubt::hide));
        update(face, CityTile::time, time -> age.show(face.observedAt(), face.moment()));
        update(face, TileFace::moment, this::showMoment);
    }

    private void showState(State current) {
        getContent().getElement().setAttribute("data-state", current.name().toLowerCase(Locale.ROOT));
        if (current == State.LIVE || current == State.IMPLAUSIBLE) state.hide(); // the doubt says it
        else state.show(current, words);
    }

    private void showMoment(String moment) {
        spokenTime.setText(moment.isEmpty() ? "" : words.text("tile.measured-at", moment));
    }

    private void showSource(String source) {
        if (source.isEmpty()) below.getElement().removeAttribute("title");
        else below.getElement().setAttribute("title", words.text("tile.source", source));
    }

    /** Follows the line of sense. */
    private static String usual(TileFace face) {
        return face.usual().isEmpty() || face.sense().isEmpty() ? face.usual() : " · " + face.usual();
    }

    private static List<Object> time(TileFace face) {
        return List.of(face.observedAt(), face.moment());
    }

    private static List<String> course(TileFace face) {
        return List.of(face.points(), face.lowest(), face.highest());
    }
}
