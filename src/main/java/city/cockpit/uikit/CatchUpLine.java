package city.cockpit.uikit;

import city.cockpit.live.CatchUp;
import city.cockpit.live.CityPicture;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;

/** Says that history is being filled in, and how far that has got; invisible at all other times. */
final class CatchUpLine extends Div {

    /** What the simulated town fills in. Nobody knows that of a real one. */
    private static final Duration PROMISED = Duration.ofDays(30);

    private final Wording words;
    private final Text text = new Text("");
    private final Bar bar;

    CatchUpLine(Wording words) {
        this.words = words;
        this.bar = new Bar(words.text("pulse.catch-up.progress"));
        addClassName("catch-up");
        add(new Span(text), bar);
        setVisible(false);
    }

    void show(CityPicture picture) {
        setVisible(picture.catchUp().isPresent());
        picture.catchUp().ifPresent(catchUp -> show(catchUp, picture));
    }

    private void show(CatchUp catchUp, CityPicture picture) {
        text.setText(words.text(
                "pulse.catch-up",
                words.formats().count(catchUp.readings()),
                words.formats().day(catchUp.reachedBackTo())));
        bar.setVisible(picture.series().values().stream()
                .anyMatch(state -> state.series().simulated()));
        var reached = Duration.between(catchUp.reachedBackTo(), picture.at());
        bar.show(Math.min(100, 100 * reached.toMinutes() / PROMISED.toMinutes()));
    }

    @Tag("progress")
    private static final class Bar extends Component {

        Bar(String name) {
            getElement().setAttribute("max", "100").setAttribute("aria-label", name);
        }

        void show(long percent) {
            getElement().setAttribute("value", String.valueOf(percent));
        }
    }
}
