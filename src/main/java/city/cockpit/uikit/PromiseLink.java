package city.cockpit.uikit;

import com.vaadin.flow.component.html.Anchor;
import java.util.Optional;

/** A quiet way from a value to the promises it counts for; not there without one. */
final class PromiseLink extends Anchor {

    private final Wording words;
    private Optional<Promised> shown = Optional.empty();

    PromiseLink(Wording words) {
        this.words = words;
        addClassNames("proof", "promised");
        setVisible(false);
    }

    void show(Optional<Promised> promised) {
        if (promised.equals(shown)) return;
        shown = promised;
        setVisible(promised.isPresent());
        promised.ifPresent(way -> {
            setHref(way.href());
            setText(
                    way.titles().size() == 1
                            ? words.text("promise.link")
                            : words.text("promise.links", (long) way.titles().size()));
            setAriaLabel(words.text("promise.link-of", getText(), String.join(", ", way.titles())));
            setTitle(String.join(", ", way.titles()));
        });
    }
}
