package city.cockpit.uikit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Location;
import java.util.Optional;

/**
 * The way from a number to its evidence. The address of a number that changes every second is not sent each time: the link has
 * the address of the newest one, and whoever follows it comes to the number that stood there.
 */
final class ProofLink extends Anchor {

    private static final String PLAIN_CLICK =
            "event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && (event.preventDefault(), true)";

    private final Wording words;
    private Optional<String> exact = Optional.empty();

    ProofLink(Wording words) {
        super("", words.text("proof.link"));
        this.words = words;
        addClassName("proof");
        setVisible(false);
        getElement().addEventListener("click", click -> go()).setFilter(PLAIN_CLICK);
    }

    /**
     * @param what whose number it is, for those who hear links alone
     * @param newest where the newest number is proved
     * @param number where this number is; empty if there is none
     */
    void show(String what, String newest, Optional<String> number) {
        exact = number;
        if (number.isPresent() && !newest.equals(getHref())) {
            setHref(newest);
            setAriaLabel(words.text("proof.link-of", what));
        }
        if (isVisible() != number.isPresent()) setVisible(number.isPresent());
    }

    private void go() {
        exact.map(Location::new)
                .ifPresent(number -> UI.getCurrentOrThrow().navigate(number.getPath(), number.getQueryParameters()));
    }
}
