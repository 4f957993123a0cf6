package city.cockpit.uikit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What shows by itself in the browser something that is made once for all pages. Only what changed since the last answer to
 * the browser is sent, however often it changed in between; the element has a function {@code update} that takes it.
 *
 * @param <T> what is shown
 */
abstract class Feed<T extends Feed.Edition<T>> extends Component {

    /** What is shown at a time. */
    interface Edition<T> {

        /** What a page has to be told that shows the one before: of the first one everything; empty if they look the same. */
        JsonNode since(@Nullable T before);
    }

    private @Nullable T told;
    private boolean due;

    /** What is to be shown now. */
    abstract Optional<T> newest();

    @Override
    protected void onAttach(AttachEvent event) {
        told = null;
        due = false;
        plan();
    }

    /** While a browser does not listen nothing piles up for it: what changed is found out when an answer is written. */
    void plan() {
        if (due) return;
        getUI().ifPresent(ui -> {
            due = true;
            ui.beforeClientResponse(this, context -> tell());
        });
    }

    private void tell() {
        due = false;
        newest().filter(edition -> !edition.equals(told)).ifPresent(this::tell);
    }

    private void tell(T edition) {
        var news = edition.since(told);
        told = edition;
        if (!news.isEmpty()) getElement().callJsFunction("update", news);
    }
}
