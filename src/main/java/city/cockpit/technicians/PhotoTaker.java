package city.cockpit.technicians;

import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Takes a photo, small enough for a weak network and without what the camera wrote into it. */
@Tag("photo-taker")
@JsModule("./photo-taker.ts")
final class PhotoTaker extends Component {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param taken gets the picture in Base64, as the browser says */
    PhotoTaker(Wording words, Consumer<String> taken) {
        getElement()
                .setProperty(
                        "words",
                        JSON.writeValueAsString(
                                Map.of("take", words.text("photo.take"), "unread", words.text("photo.unread"))));
        addListener(PhotoTaken.class, event -> taken.accept(event.image));
    }

    /** A picture was taken. */
    @DomEvent("photo-taken")
    public static final class PhotoTaken extends ComponentEvent<PhotoTaker> {

        private final String image;

        public PhotoTaken(PhotoTaker source, boolean fromClient, @EventData("event.detail.image") String image) {
            super(source, fromClient);
            this.image = image;
        }
    }
}
