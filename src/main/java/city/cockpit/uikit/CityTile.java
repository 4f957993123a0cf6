package city.cockpit.uikit;

import static java.util.stream.Collectors.joining;

import city.cockpit.live.State;
import com.vaadin.flow.component.Composite;
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
import java.util.stream.Stream;
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
    private final Paragraph strong = new Paragraph(number);
    private final Chip band = new Chip();
    private final Paragraph chips = new Paragraph(band);
    private final Scale scale = new Scale();
    private final Sparkline line = new Sparkline();
    private final Text sense = new Text("");
    private final ProofLink proof;
    private final Paragraph senseLine = new Paragraph(sense);
    private final Text about = new Text("");
    private final Paragraph below = new Paragraph(about);
    private final Header header = new Header();
    private final boolean isWordsFirst;
    private @Nullable TileFace shown;

    // Most tiles never need these, and each costs memory on every open page: they are made when there is something to
    // say.
    private @Nullable Span word;
    private @Nullable Span unit;
    private @Nullable Span caption;
    private @Nullable Span timing;
    private @Nullable Chip state;
    private @Nullable Chip doubt;
    private @Nullable PromiseLink promise;
    private @Nullable NativeButton more;

    public CityTile(Wording words) {
        this(words, false);
    }

    /** One that says in words what the number means before it says the number. */
    public static CityTile wordsFirst(Wording words) {
        return new CityTile(words, true);
    }

    private CityTile(Wording words, boolean isWordsFirst) {
        this.words = words;
        this.isWordsFirst = isWordsFirst;
        this.age = new Age(words);
        this.proof = new ProofLink(words);
        getContent().addClassName("tile");
        link.add(name);
        number.addClassName("tile-number");
        number.add(value);
        var spoken = new Span(spokenTime);
        spoken.addClassName("sr-only");
        header.add(icon, new H2(link), age, spoken);
        header.addClassName("tile-head");
        strong.addClassName("tile-value");
        chips.addClassName("tile-chips");
        senseLine.add(proof);
        senseLine.addClassName("tile-sense");
        below.addClassName("tile-about");
        if (isWordsFirst) {
            getContent().addClassName("words-first");
            getContent().add(header, chips, strong);
        } else {
            getContent().add(header, strong, chips);
        }
        getContent().add(scale, line, senseLine, below);
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
        update(face, this::word, this::showWord);
        update(face, this::sense, sense::setText);
        update(face, TileFace::timing, this::showTiming);
        update(face, TileFace::about, about::setText);
        proof.show(face.name(), face.newestProof(), face.proof());
        update(face, TileFace::source, this::showSource);
        shown = face;
    }

    /** Shows a button for more. */
    void offerMore(Consumer<NativeButton> open) {
        var button = new NativeButton();
        button.addClassName("tile-more");
        button.addClickListener(click -> open.accept(button));
        header.add(button);
        more = button;
    }

    /** Shows the way to what was promised about the value. */
    public void show(Optional<Promised> promised) {
        if (promise == null) {
            if (promised.isEmpty()) return;
            promise = new PromiseLink(words);
            senseLine.add(new Text(" "), promise);
        }
        promise.show(promised);
    }

    private void showName(String text) {
        name.setText(text);
        if (more != null) more.setAriaLabel(words.text("tile.more", text));
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
        update(face, one -> one.value().isEmpty() ? "" : one.unit(), this::showUnit);
        update(face, one -> one.value().isEmpty() ? "" : one.caption(), this::showCaption);
    }

    private void showUnit(String text) {
        if (unit == null) {
            if (text.isEmpty()) return;
            unit = new Span();
            unit.addClassName("tile-unit");
            strong.addComponentAtIndex(1, unit);
        }
        unit.setText(text);
    }

    private void showCaption(String text) {
        if (caption == null) {
            if (text.isEmpty()) return;
            caption = new Span();
            caption.addClassName("tile-caption");
            strong.add(caption);
        }
        caption.setText(text);
    }

    /** Where there is no room for the line about the data, this one says at least whose time it is. */
    private void showTiming(String text) {
        if (timing == null) {
            if (text.isEmpty()) return;
            timing = new Span();
            timing.addClassName("tile-timing");
            senseLine.addComponentAtIndex(1, timing);
        }
        timing.setText(text.isEmpty() ? "" : "· " + text + " ");
    }

    private void showState(TileFace face) {
        update(face, TileFace::state, this::showState);
        update(face, TileFace::doubt, this::showDoubt);
        update(face, CityTile::time, time -> age.show(face.observedAt(), face.moment()));
        update(face, TileFace::moment, this::showMoment);
    }

    private void showState(State current) {
        getContent().getElement().setAttribute("data-state", current.name().toLowerCase(Locale.ROOT));
        if (current == State.LIVE || current == State.IMPLAUSIBLE) { // the doubt says it
            if (state != null) state.hide();
            return;
        }
        if (state == null) {
            state = new Chip();
            chips.addComponentAtIndex(1, state);
        }
        state.show(current, words);
    }

    private void showDoubt(Optional<String> text) {
        if (doubt == null) {
            if (text.isEmpty()) return;
            doubt = new Chip();
            chips.add(doubt);
        }
        text.ifPresentOrElse(doubt::doubt, doubt::hide);
    }

    private void showMoment(String moment) {
        spokenTime.setText(moment.isEmpty() ? "" : words.text("tile.measured-at", moment));
    }

    private void showSource(String source) {
        if (source.isEmpty()) below.getElement().removeAttribute("title");
        else below.getElement().setAttribute("title", words.text("tile.source", source));
    }

    /** Of a value that nothing judges, how it is against what is usual. */
    private String word(TileFace face) {
        return isWordsFirst && face.band().isEmpty() ? face.usual() : "";
    }

    private void showWord(String text) {
        if (word == null) {
            if (text.isEmpty()) return;
            word = new Span();
            word.addClassName("tile-word");
            chips.addComponentAtIndex(1, word);
        }
        word.setText(text);
    }

    /**
     * What it means, and how the last hour was against others unless that is the word of the tile; the ways on follow in the
     * same line.
     */
    private String sense(TileFace face) {
        return Stream.of(face.sense(), word(face).isEmpty() ? face.usual() : "")
                        .filter(part -> !part.isEmpty())
                        .collect(joining(" · "))
                + " ";
    }

    private static List<Object> time(TileFace face) {
        return List.of(face.observedAt(), face.moment());
    }

    private static List<String> course(TileFace face) {
        return List.of(face.points(), face.lowest(), face.highest());
    }
}
