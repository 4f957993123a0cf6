package city.cockpit.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.time.InstantSource;

/** Holds all values of a page still for as long as its reader wants, ages too (WCAG 2.2.2). */
public final class PauseControl extends Composite<Span> {

    private final Wording words;
    private final InstantSource clock;
    private final ValueSignal<Boolean> held = new ValueSignal<>(false);
    private final Span since = new Span();
    private final NativeButton button = new NativeButton();

    public PauseControl(Wording words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
        since.getElement().setAttribute("role", "status");
        button.addClassName("link");
        button.setText(words.text("pause.hold"));
        button.addClickListener(click -> hold(!held.peek()));
        getContent().addClassName("pause");
        getContent().add(since, button);
        getContent().addDetachListener(gone -> mark(gone.getUI(), false));
    }

    /** Whether the reader holds the values, for {@link LivePicture#follow(Component, Signal, java.util.function.Consumer)}. */
    public Signal<Boolean> held() {
        return held;
    }

    private void hold(boolean hold) {
        var now = clock.instant();
        since.setText(hold ? words.text("pause.held", words.formats().minute(now, now)) : "");
        button.setText(words.text(hold ? "pause.go-on" : "pause.hold"));
        mark(UI.getCurrentOrThrow(), hold);
        held.set(hold);
    }

    private static void mark(UI page, boolean held) {
        page.getPage().executeJs("document.documentElement.toggleAttribute('data-paused', $0)", held);
    }
}
