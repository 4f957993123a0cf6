package city.cockpit.technicians;

import city.cockpit.onboarding.Draft;
import city.cockpit.onboarding.DraftField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps in the browser what was typed beside it until the server has it. */
@Tag("draft-keeper")
@JsModule("./draft-keeper.ts")
final class DraftKeeper extends Component {

    private static final Logger log = LoggerFactory.getLogger(DraftKeeper.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 40_000;

    /** Under this name stands what is to be observed, which is no single field. */
    private static final String OBSERVED = "OBSERVED";

    private final String place;

    /**
     * What the browser has and the server never got.
     *
     * @param observed a draft of which only the wishes and the version count
     */
    record Found(Map<DraftField, String> values, Optional<Draft> observed) {}

    /** @param owner whose draft it is: another person at this browser gets none of it */
    DraftKeeper(String owner, Consumer<Found> found) {
        place = "sensor-draft:" + owner;
        getElement().setProperty("place", place);
        addListener(DraftFound.class, event -> found.accept(read(event.values)));
    }

    /** The server has it. */
    void acknowledge(DraftField field, String value) {
        getElement().callJsFunction("acknowledge", JSON.writeValueAsString(Map.of(field.name(), value)));
    }

    /** Keeps in the browser, too, what the server has and nobody has saved yet. */
    void hold(DraftField field, String value) {
        getElement().callJsFunction("hold", field.name(), value);
    }

    /** The same with what is to be observed, for this version of the sensor. */
    void holdObserved(Draft draft) {
        var observed = new Draft(Map.of(DraftField.VERSION, draft.value(DraftField.VERSION)), draft.wishes());
        getElement().callJsFunction("hold", OBSERVED, observed.toJson());
    }

    /** It is saved, or was thrown away; holds even if the page is left with the same answer. */
    void forget() {
        getUI().ifPresent(ui ->
                ui.getPage().executeJs("try { localStorage.removeItem($0) } catch { /* it keeps nothing */ }", place));
    }

    /** What a browser says may be anything. */
    private static Found read(String json) {
        var values = new EnumMap<DraftField, String>(DraftField.class);
        Optional<Draft> observed = Optional.empty();
        if (json.length() > LONGEST) return new Found(values, observed);
        try {
            var said = JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
            for (var field : DraftField.values())
                if (said.get(field.name()) instanceof String value) values.put(field, value);
            if (said.get(OBSERVED) instanceof String draft) observed = Optional.of(Draft.ofJson(draft));
        } catch (JacksonException e) {
            log.debug("What a browser kept of a draft cannot be read", e);
        }
        return new Found(values, observed);
    }

    /** The browser has what the server never got. */
    @DomEvent("draft-found")
    public static final class DraftFound extends ComponentEvent<DraftKeeper> {

        private final String values;

        public DraftFound(DraftKeeper source, boolean fromClient, @EventData("event.detail.values") String values) {
            super(source, fromClient);
            this.values = values;
        }
    }
}
