package city.cockpit.uikit;

import static java.util.stream.Collectors.joining;

import city.cockpit.live.State;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a {@link CityTile} looks like: name, strong number, band, line of the day, age and one line of sense. The whole tile
 * is one link. Colour stands for a band and nothing else. Pages do not have it, they show its {@link Print}.
 *
 * @param isWordsFirst whether it says in words what the number means before it says the number
 * @param offersMore whether there is a button for more
 */
record TileMould(TileFace face, Optional<Promised> promised, boolean isWordsFirst, boolean offersMore)
        implements Mould {

    @Override
    public Article make(Wording words) {
        var tile = new Article(head(words));
        if (isWordsFirst) tile.add(chips(words), strong());
        else tile.add(strong(), chips(words));
        var line = new Sparkline();
        line.show(face);
        tile.add(scale(), line, sense(words), about(words));
        return tile;
    }

    private Header head(Wording words) {
        var icon = new Icon();
        icon.show(face.domain());
        var age = new Age(words);
        age.show(face.observedAt(), face.moment());
        var spoken = new Span(face.moment().isEmpty() ? "" : words.text("tile.measured-at", face.moment()));
        spoken.addClassName("sr-only");
        var head = new Header(icon, new H2(new Anchor(face.href(), face.name())), age, spoken);
        head.addClassName("tile-head");
        if (offersMore) head.add(more(words));
        return head;
    }

    private NativeButton more(Wording words) {
        var more = new NativeButton();
        more.addClassName("tile-more");
        more.setAriaLabel(words.text("tile.more", face.name()));
        return more;
    }

    private Paragraph strong() {
        var strong = new Paragraph(Mould.span("tile-number", face.value().orElse("–")));
        strong.addClassName("tile-value");
        if (face.value().isEmpty()) return strong;
        if (!face.unit().isEmpty()) strong.add(Mould.span("tile-unit", face.unit()));
        if (!face.caption().isEmpty()) strong.add(Mould.span("tile-caption", face.caption()));
        return strong;
    }

    private Paragraph chips(Wording words) {
        var chips = new Paragraph();
        chips.addClassName("tile-chips");
        face.band().ifPresent(word -> {
            var band = new Chip();
            band.show(word);
            chips.add(band);
        });
        if (!word().isEmpty()) chips.add(Mould.span("tile-word", word()));
        // Of an implausible value the doubt says it.
        if (face.state() != State.LIVE && face.state() != State.IMPLAUSIBLE) {
            var state = new Chip();
            state.show(face.state(), words);
            chips.add(state);
        }
        face.doubt().ifPresent(text -> {
            var doubt = new Chip();
            doubt.doubt(text);
            chips.add(doubt);
        });
        return chips;
    }

    /** Of a value that nothing judges, how it is against what is usual. */
    private String word() {
        return isWordsFirst && face.band().isEmpty() ? face.usual() : "";
    }

    private Component scale() {
        var scale = new Scale();
        scale.show(face.scale());
        return scale;
    }

    /**
     * What it means, and how the last hour was against others unless that is the word of the tile; the ways on follow in the
     * same line. Where there is no room for the line about the data, this one says at least whose time it is.
     */
    private Paragraph sense(Wording words) {
        var usual = word().isEmpty() ? face.usual() : "";
        var sense =
                Stream.of(face.sense(), usual).filter(part -> !part.isEmpty()).collect(joining(" · "));
        var line = new Paragraph(new Text(sense + " "));
        line.addClassName("tile-sense");
        if (!face.timing().isEmpty()) line.add(Mould.span("tile-timing", "· " + face.timing() + " "));
        var proof = new ProofLink(words);
        proof.show(face.name(), face.newestProof(), face.proof());
        line.add(proof);
        if (promised.isPresent()) {
            var promise = new PromiseLink(words);
            promise.show(promised);
            line.add(new Text(" "), promise);
        }
        return line;
    }

    private Paragraph about(Wording words) {
        var about = new Paragraph(face.about());
        about.addClassName("tile-about");
        if (!face.source().isEmpty())
            about.getElement().setAttribute("title", words.text("tile.source", face.source()));
        return about;
    }
}
