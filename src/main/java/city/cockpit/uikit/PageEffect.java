package city.cockpit.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.function.EffectAction;
import com.vaadin.flow.signals.local.ValueSignal;

/**
 * An effect of a page that reads what other threads change; see src/docs/decisions/0087-effects-begin-when-the-page-stands.md.
 */
final class PageEffect {

    private PageEffect() {}

    /**
     * Runs the action as soon as the page stands, and again when a signal changes that it read, always with the page's lock.
     * An effect of Vaadin runs at once. If what it reads changes at that moment, on another thread, then that thread runs it
     * again without the lock; or, on a page that stands already, nobody ever does. So the first run only waits for the page.
     */
    static void of(Component page, EffectAction action) {
        var stands = new ValueSignal<>(false);
        page.getElement().addAttachListener(attached -> stands.set(true));
        Signal.effect(page, () -> {
            if (stands.get()) action.execute();
        });
        if (page.isAttached()) stands.set(true);
    }
}
