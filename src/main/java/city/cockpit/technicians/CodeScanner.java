package city.cockpit.technicians;

import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Finds a QR code with the camera, or in a photo where there is no camera to look through. Nothing of it is sent but the text. */
@Tag("code-scanner")
@JsModule("./code-scanner.ts")
@NpmPackage(value = "qr", version = "0.7.0")
final class CodeScanner extends Component {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    CodeScanner(Wording words, Consumer<String> found) {
        var texts = new HashMap<String, String>();
        for (var name : List.of("start", "stop", "photo", "looking", "denied", "none", "insecure", "unread", "view"))
            texts.put(name, words.text("scan." + name));
        getElement().setProperty("words", JSON.writeValueAsString(texts));
        addListener(CodeFound.class, event -> found.accept(event.text));
    }

    /** A code was in sight. */
    @DomEvent("code-found")
    public static final class CodeFound extends ComponentEvent<CodeScanner> {

        private final String text;

        public CodeFound(CodeScanner source, boolean fromClient, @EventData("event.detail.text") String text) {
            super(source, fromClient);
            this.text = text;
        }
    }
}
