package city.cockpit.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a page that looks the same on many: it is made once for all of them, and each page has one node of it instead of
 * all that stands on it. See src/docs/decisions/0071-what-an-open-page-holds.md.
 */
@Tag("city-printed")
@JsModule("./city-printed.ts")
public class Printed extends Feed<Print> implements HasStyle {

    private final Wording words;
    private @Nullable Mould shown;

    public Printed(Wording words) {
        this.words = words;
    }

    /** Shows it; nothing is sent while it looks the same. */
    public final void show(Mould next) {
        if (next.equals(shown)) return;
        shown = next;
        plan();
    }

    /** What it looks like now: a new one for each caller; empty before anything was shown. */
    public final Optional<Component> look() {
        return Optional.ofNullable(shown).map(mould -> mould.make(words));
    }

    @Override
    final Optional<Print> newest() {
        return Optional.ofNullable(shown).map(mould -> Prints.of(mould, words));
    }
}
