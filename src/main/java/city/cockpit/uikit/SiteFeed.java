package city.cockpit.uikit;

import static java.util.Objects.requireNonNull;

import city.cockpit.uikit.SiteMarkerBoard.Drawn;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What shows sites in the browser by itself. Only what changed since the last answer to the browser is sent, however many
 * pictures came in between, see {@link MarkerWire}; the element has a function {@code update} that takes it.
 */
abstract class SiteFeed extends Component {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private @Nullable Drawn told;
    private @Nullable Drawn newest;
    private boolean due;

    void show(Drawn drawn) {
        newest = drawn;
        plan();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        told = null;
        due = false;
        plan();
    }

    /** While a browser does not listen nothing piles up for it: what changed is found out when an answer is written. */
    private void plan() {
        if (due || newest == null) return;
        getUI().ifPresent(ui -> {
            due = true;
            ui.beforeClientResponse(this, context -> send());
        });
    }

    private void send() {
        due = false;
        var drawn = requireNonNull(newest);
        if (drawn == told) return;
        var news = drawn.since(told);
        told = drawn;
        if (!news.isEmpty()) getElement().callJsFunction("update", news);
    }
}
