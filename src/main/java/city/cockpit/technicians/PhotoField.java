package city.cockpit.technicians;

import city.cockpit.measurement.SensorId;
import city.cockpit.registry.Photo;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.Sensors;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.FormMessage.Kind;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Base64;
import java.util.Optional;

/** How a registered sensor looks where it hangs: kept as soon as it is taken. */
final class PhotoField extends Div {

    private static final int LONGEST = 4 * Photo.MOST_BYTES / 3 + 4;

    private final Wording words;
    private final Sensors sensors;
    private final Sensor sensor;
    private final String technician;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final Div shown = new Div();

    PhotoField(Wording words, Sensors sensors, Sensor sensor, String technician) {
        this.words = words;
        this.sensors = sensors;
        this.sensor = sensor;
        this.technician = technician;
        attempt = new Attempt(words, message);
        var help = new Paragraph(words.text("photo.help"));
        help.addClassName("panel-note");
        addClassName("photo-field");
        add(new H3(words.text("sensor.photo")), shown, new PhotoTaker(words, this::take), help, message);
        attempt.at(() -> sensors.photo(sensor.id()), found -> found.ifPresent(this::show));
    }

    private void take(String base64) {
        var photo = read(base64);
        if (photo.isEmpty()) {
            message.say(Kind.PROBLEM, words.text("photo.unread"));
            return;
        }
        attempt.at(() -> keep(sensor.id(), photo.get()), done -> {
            show(photo.get());
            message.say(Kind.DONE, words.text("photo.kept"));
        });
    }

    private boolean keep(SensorId id, Photo photo) {
        sensors.keepPhoto(id, photo, technician);
        return true;
    }

    /** What a browser sends may be anything. */
    private static Optional<Photo> read(String base64) {
        if (base64.length() > LONGEST) return Optional.empty();
        try {
            return Optional.of(Photo.of(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void show(Photo photo) {
        var image = new Image(
                "data:" + photo.mediaType() + ";base64," + Base64.getEncoder().encodeToString(photo.bytes()),
                words.text("photo.alt", sensor.name()));
        image.setAriaLabel(words.text("photo.alt", sensor.name()));
        shown.removeAll();
        shown.add(image);
    }
}
