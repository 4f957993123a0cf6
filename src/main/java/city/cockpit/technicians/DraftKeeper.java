package city.cockpit.technicians;

import city.cockpit.onboarding.DraftField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.EnumMap;
import java.util.Map;
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
    private static final int LONGEST = 30_000;

    /** @param found gets what the browser has and the server never got */
    DraftKeeper(String owner, Consumer<Map<DraftField, String>> found) {
        getElement().setProperty("owner", owner);
        addListener(DraftFound.class, event -> found.accept(values(event.values)));
    }

    /** The server has it. */
    void acknowledge(DraftField field, String value) {
        getElement().callJsFunction("acknowledge", JSON.writeValueAsString(Map.of(field.name(), value)));
    }

    /** It is saved, or was thrown away. */
    void forget() {
        getElement().callJsFunction("forget");
    }

    /** What a browser says may be anything. */
    private static Map<DraftField, String> values(String json) {
        var values = new EnumMap<DraftField, String>(DraftField.class);
        if (json.length() > LONGEST) return values;
        try {
            var said = JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
            for (var field : DraftField.values())
                if (said.get(field.name()) instanceof String value) values.put(field, value);
        } catch (JacksonException e) {
            log.debug("What a browser kept of a draft cannot be read", e);
        }
        return values;
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
